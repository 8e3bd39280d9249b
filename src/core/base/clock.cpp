#include "core/base/clock.h"

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>

namespace duibiao {

namespace {

/// Exactly `digits` decimal digits at `at`; -1 when anything else stands there.
int digitsAt(std::string_view text, std::size_t at, std::size_t digits) {
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool hasAt(std::string_view text, std::size_t at, char character) {
    return at < text.size() && text[at] == character;
}

/// "+08:00", "-03:30" or "Z".
std::optional<std::chrono::minutes> parseOffset(std::string_view text) {
    constexpr int LargestHour = 14; // Kiribati
    if (text == "Z") {
        return std::chrono::minutes{0};
    }
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    const int hours = digitsAt(text, 1, 2);
    const int minutes = digitsAt(text, 4, 2);
    if (hours < 0 || hours > LargestHour || minutes < 0 || minutes > 59) {
        return std::nullopt;
    }
    const std::chrono::minutes offset{hours * 60 + minutes};
    return text[0] == '-' ? -offset : offset;
}

/// "14:32:05"; leap seconds do not occur in our files.
std::optional<std::chrono::seconds> parseTimeOfDay(std::string_view text) {
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') {
        return std::nullopt;
    }
    const int hours = digitsAt(text, 0, 2);
    const int minutes = digitsAt(text, 3, 2);
    const int seconds = digitsAt(text, 6, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
        return std::nullopt;
    }
    return std::chrono::seconds{hours * 3600 + minutes * 60 + seconds};
}

std::tm localTime(std::time_t time) {
    std::tm local{};
#ifdef _WIN32
    localtime_s(&local, &time);
#else
    localtime_r(&time, &local);
#endif
    return local;
}

/// What the computer's clock is ahead of UTC at that instant.
std::chrono::minutes localOffset(std::chrono::sys_seconds instant) {
    using namespace std::chrono;
    const std::tm local = localTime(system_clock::to_time_t(instant));
    const year_month_day day(year(local.tm_year + 1900), month(static_cast<unsigned>(local.tm_mon) + 1),
                             std::chrono::day(static_cast<unsigned>(local.tm_mday)));
    const auto wall = sys_days(day) + hours(local.tm_hour) + minutes(local.tm_min) + seconds(local.tm_sec);
    return duration_cast<minutes>(wall - instant);
}

} // namespace

std::optional<Date> Date::parse(std::string_view text) {
    using namespace std::chrono;
    const int years = digitsAt(text, 0, 4);
    const int months = digitsAt(text, 5, 2);
    const int days = digitsAt(text, 8, 2);
    if (text.size() != 10 || !hasAt(text, 4, '-') || !hasAt(text, 7, '-') || years < 0 || months < 0 ||
        days < 0) {
        return std::nullopt;
    }
    const year_month_day date(year(years), month(static_cast<unsigned>(months)),
                              std::chrono::day(static_cast<unsigned>(days)));
    return date.ok() ? std::optional<Date>(Date(date)) : std::nullopt;
}

std::string Date::text() const {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day_.year()),
                       static_cast<unsigned>(day_.month()), static_cast<unsigned>(day_.day()));
}

std::optional<Timestamp> Timestamp::parse(std::string_view text) {
    constexpr std::size_t DateLength = 10;
    constexpr std::size_t TimeEnd = 19;
    if (text.size() < TimeEnd || text[DateLength] != 'T') {
        return std::nullopt;
    }
    const auto date = Date::parse(text.substr(0, DateLength));
    const auto time = parseTimeOfDay(text.substr(DateLength + 1, TimeEnd - DateLength - 1));
    const auto offset = parseOffset(text.substr(TimeEnd));
    if (!date || !time || !offset) {
        return std::nullopt;
    }
    return Timestamp(std::chrono::sys_days(date->day()) + *time - *offset, *offset);
}

std::string Timestamp::text() const {
    using namespace std::chrono;
    const sys_seconds wall = instant_ + offset_;
    const hh_mm_ss time(wall - floor<days>(wall));
    const auto ahead = std::abs(offset_.count());
    return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", date().text(), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), offset_.count() < 0 ? '-' : '+',
                       ahead / 60, ahead % 60);
}

Date Timestamp::date() const {
    return Date(std::chrono::floor<std::chrono::days>(instant_ + offset_));
}

Timestamp SystemClock::now() const {
    const auto instant = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return {instant, localOffset(instant)};
}

} // namespace duibiao
