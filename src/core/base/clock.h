#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace duibiao {

/// A civil day, as in an evidence's date of issue.
class Date {
public:
    Date() = default;
    explicit Date(std::chrono::year_month_day day)
        : day_(day) {}
    /// Reads "2026-11-24"; a day that does not exist is none.
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::chrono::year_month_day day() const { return day_; }
    bool operator==(const Date&) const = default;
    auto operator<=>(const Date&) const = default;

private:
    std::chrono::year_month_day day_{};
};

/// An instant with the offset of the place where it was noted: 2026-11-24T14:32:05+08:00.
class Timestamp {
public:
    Timestamp() = default;
    Timestamp(std::chrono::sys_seconds instant, std::chrono::minutes offset)
        : instant_(instant)
        , offset_(offset) {}
    [[nodiscard]] static std::optional<Timestamp> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::chrono::sys_seconds instant() const { return instant_; }
    [[nodiscard]] std::chrono::minutes offset() const { return offset_; }
    /// The civil day at that place.
    [[nodiscard]] Date date() const;
    bool operator==(const Timestamp&) const = default;

private:
    std::chrono::sys_seconds instant_{};
    std::chrono::minutes offset_{};
};

/// Where operations get the time from, so that tests can say what time it is.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

/// The computer's clock and its local offset from UTC.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
};

/// Always the same instant. DUIBIAO_NOW sets it for golden files and demonstrations.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Timestamp timestamp)
        : timestamp_(timestamp) {}
    [[nodiscard]] Timestamp now() const override { return timestamp_; }

private:
    Timestamp timestamp_;
};

} // namespace duibiao
