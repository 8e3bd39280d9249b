#include "core/ops/period.h"

#include "core/base/text.h"

#include <charconv>
#include <chrono>
#include <optional>

namespace duibiao {

namespace {

namespace chr = std::chrono;

struct Months {
    unsigned first;
    unsigned last;
};

std::optional<unsigned> number(std::string_view digits) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return value;
}

/// What stands after the year: nothing, -H1, -Q3 or -05.
std::optional<Months> monthsOf(std::string_view part) {
    if (part.empty()) {
        return Months{1, 12};
    }
    if (part.size() != 3 || part[0] != '-') {
        return std::nullopt;
    }
    const char kind = part[1];
    const auto index = number(part.substr(kind == 'H' || kind == 'Q' ? 2 : 1));
    if (!index || *index == 0) {
        return std::nullopt;
    }
    if (kind == 'H' && *index <= 2) {
        return Months{*index * 6 - 5, *index * 6};
    }
    if (kind == 'Q' && *index <= 4) {
        return Months{*index * 3 - 2, *index * 3};
    }
    return kind != 'H' && kind != 'Q' && *index <= 12 ? std::optional(Months{*index, *index}) : std::nullopt;
}

std::optional<Period> namedPeriod(std::string_view text) {
    const auto year = text.size() >= 4 ? number(text.substr(0, 4)) : std::nullopt;
    const auto months = text.size() >= 4 ? monthsOf(text.substr(4)) : std::nullopt;
    if (!year || *year < 1900 || !months) {
        return std::nullopt;
    }
    const chr::year when{static_cast<int>(*year)};
    return Period{std::string(text), Date(when / chr::month{months->first} / chr::day{1}),
                  Date(chr::year_month_day{when / chr::month{months->last} / chr::last})};
}

std::optional<Period> interval(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto from = Date::parse(text.substr(0, slash));
    const auto to = Date::parse(text.substr(slash + 1));
    if (!from || !to || *to < *from) {
        return std::nullopt;
    }
    return Period{std::string(text), *from, *to};
}

} // namespace

Result<Period> parsePeriod(std::string_view typed) {
    const std::string_view text = trimmed(typed);
    if (auto period = namedPeriod(text)) {
        return *period;
    }
    if (auto period = interval(text)) {
        return *period;
    }
    return fail(PeriodUnreadable, {{"text", std::string(typed)}});
}

} // namespace duibiao
