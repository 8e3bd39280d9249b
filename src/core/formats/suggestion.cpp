#include "core/formats/suggestion.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstddef>

namespace duibiao {

namespace {

constexpr std::size_t MostMistakes = 2;
constexpr std::size_t LongestCompared = 80;
constexpr std::size_t LongestShown = 60;

/// Mistakes between two names; a swap of neighbours is one (optimal string alignment).
std::size_t mistakes(std::string_view left, std::string_view right) {
    std::vector<std::vector<std::size_t>> cost(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i) {
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t replaced = cost[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            cost[i][j] = std::min({replaced, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[left.size()][right.size()];
}

} // namespace

std::string_view closestName(std::string_view written, const std::vector<std::string_view>& known) {
    if (written.size() > LongestCompared) {
        return {};
    }
    std::string_view closest;
    std::size_t fewest = MostMistakes + 1;
    for (const std::string_view name : known) {
        const std::size_t most = std::max(name.size(), written.size());
        const std::size_t difference = most - std::min(name.size(), written.size());
        if (most > LongestCompared || difference > MostMistakes) {
            continue;
        }
        const std::size_t found = mistakes(written, name);
        if (found < fewest && 2 * found < most) {
            fewest = found;
            closest = name;
        }
    }
    return closest;
}

std::string shown(std::string_view text) {
    if (characterCount(text) <= LongestShown) {
        return std::string(text);
    }
    return std::string(utf16Prefix(text, LongestShown)) + "…";
}

} // namespace duibiao
