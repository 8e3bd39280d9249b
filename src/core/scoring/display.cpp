#include "core/scoring/display.h"

namespace duibiao {

namespace {

constexpr int MostDecimals = 6;

constexpr std::string_view FromTo = msgid("{low} to {high}");

} // namespace

std::string displayScore(const Exact& score, int decimals, const std::optional<Exact>& bound) {
    std::string shown = score.rounded(decimals);
    if (!bound || score >= *bound) {
        return shown;
    }
    const auto lifted = [&] {
        const std::optional<Exact> value = Exact::parse(shown);
        return value && *value >= *bound;
    };
    for (int more = decimals + 1; lifted() && more <= MostDecimals; ++more) {
        shown = score.rounded(more);
    }
    return lifted() ? "<" + bound->text() : shown;
}

std::string displayScore(const Exact& score, const Scheme& scheme) {
    return displayScore(score, scheme.decimals, nextBound(scheme, score));
}

std::string displayRange(const Range& range, const Scheme& scheme, const Catalogue& catalogue) {
    std::string low = displayScore(range.low, scheme);
    if (range.settled()) {
        return low;
    }
    return fillIn(catalogue.translate(FromTo), {{"low", low}, {"high", displayScore(range.high, scheme)}});
}

std::optional<Exact> nextBound(const Scheme& scheme, const Exact& score) {
    std::optional<Exact> next;
    for (const Band& band : scheme.bands) {
        if (band.lower > score && (!next || band.lower < *next)) {
            next = band.lower;
        }
    }
    return next;
}

} // namespace duibiao
