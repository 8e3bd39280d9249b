#include "core/base/clock.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace duibiao {
namespace {

TEST(Date, ReadsWhatItWrites) {
    for (const char* text : {"2026-11-24", "2024-02-29", "0001-01-01", "9999-12-31"}) {
        const auto date = Date::parse(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(date->text(), text);
    }
}

TEST(Date, RefusesWhatIsNoDay) {
    for (const char* text :
         {"", "2026-11-31", "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-11-24", "2026/11/24",
          "2026-11-24 ", " 2026-11-24", "2026-11-2x", "+026-11-24", "2026-11-244"}) {
        EXPECT_FALSE(Date::parse(text)) << text;
    }
}

TEST(Timestamp, ReadsWhatItWrites) {
    for (const char* text : {"2026-11-24T14:32:05+08:00", "2026-01-01T00:00:00-03:30",
                             "1969-12-31T23:59:59+00:00", "2024-02-29T12:00:00+14:00"}) {
        const auto timestamp = Timestamp::parse(text);
        ASSERT_TRUE(timestamp) << text;
        EXPECT_EQ(timestamp->text(), text);
    }
}

TEST(Timestamp, KnowsTheInstantAndTheDayAtItsPlace) {
    const auto shanghai = Timestamp::parse("2026-11-25T06:00:00+08:00");
    const auto utc = Timestamp::parse("2026-11-24T22:00:00Z");
    ASSERT_TRUE(shanghai && utc);
    EXPECT_EQ(shanghai->instant(), utc->instant());
    EXPECT_EQ(shanghai->date().text(), "2026-11-25");
    EXPECT_EQ(utc->date().text(), "2026-11-24");
}

TEST(Timestamp, RefusesWhatIsNoInstant) {
    for (const char* text :
         {"", "2026-11-24", "2026-11-24T14:32:05", "2026-11-24 14:32:05+08:00", "2026-11-24T24:00:00+08:00",
          "2026-11-24T14:60:00+08:00", "2026-11-24T14:32:60+08:00", "2026-11-24T14:32:05+0800",
          "2026-11-24T14:32:05+15:00", "2026-11-24T14:32:05+08:60", "2026-11-24T14:32+08:00",
          "2026-11-24T14:32:05.5+08:00", "2026-11-24T14:32:05z", "2026-02-30T14:32:05+08:00",
          "2026-11-24T14:32:05+08:00 "}) {
        EXPECT_FALSE(Timestamp::parse(text)) << text;
    }
}

TEST(SystemClock, SaysTheOffsetOfThePlace) {
    const char* before = std::getenv("TZ");
    const std::string old = before != nullptr ? before : "";
    setenv("TZ", "UTC-8", 1); // POSIX: eight hours ahead
    tzset();
    EXPECT_EQ(SystemClock().now().offset(), std::chrono::minutes(480));
    setenv("TZ", "UTC+3:30", 1);
    tzset();
    EXPECT_EQ(SystemClock().now().offset(), std::chrono::minutes(-210));
    before != nullptr ? setenv("TZ", old.c_str(), 1) : unsetenv("TZ");
    tzset();
}

} // namespace
} // namespace duibiao
