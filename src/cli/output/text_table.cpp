#include "cli/output/text_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace duibiao::cli {

namespace {

/// Blocks of Unicode that a terminal draws two columns wide (East Asian Wide and Fullwidth of UAX #11, the
/// common part).
constexpr std::array<std::pair<char32_t, char32_t>, 7> WideBlocks{{{0x1100, 0x115F},
                                                                   {0x2E80, 0x303E},
                                                                   {0x3041, 0x4DBF},
                                                                   {0x4E00, 0xA4CF},
                                                                   {0xAC00, 0xD7A3},
                                                                   {0xF900, 0xFAFF},
                                                                   {0xFF00, 0xFF60}}};

bool isWide(char32_t c) {
    const bool inBlock = std::ranges::any_of(
        WideBlocks, [c](const auto& block) { return c >= block.first && c <= block.second; });
    return inBlock || c >= 0x20000;
}

/// The character that starts at `at`, and moves past it. Precondition: valid UTF-8.
char32_t nextCharacter(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    const int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t c = following == 0 ? lead : lead & (0x3FU >> static_cast<unsigned>(following));
    for (int i = 0; i < following && at < text.size(); ++i) {
        c = (c << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return c;
}

} // namespace

std::size_t terminalWidth(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += isWide(nextCharacter(text, at)) ? 2 : 1;
    }
    return width;
}

void TextTable::print(std::ostream& out) const {
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; row.size() > 1 && i < row.size(); ++i) {
            widths[i] = std::max(widths[i], terminalWidth(row[i]));
        }
    }
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::size_t width = terminalWidth(row[i]);
            const std::string padding(row.size() > 1 && widths[i] > width ? widths[i] - width : 0, ' ');
            line += columns_[i] == Align::Right ? padding + row[i] : row[i] + padding;
            line += i + 1 < row.size() ? "  " : "";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

} // namespace duibiao::cli
