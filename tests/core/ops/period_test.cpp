#include "core/ops/period.h"

#include <gtest/gtest.h>

#include <string>

namespace duibiao {
namespace {

struct Case {
    const char* typed;
    const char* from;
    const char* to;
};

class PeriodTest : public testing::TestWithParam<Case> {};

TEST_P(PeriodTest, CoversTheDaysPeopleMean) {
    const auto period = parsePeriod(GetParam().typed);
    ASSERT_TRUE(period);
    EXPECT_EQ(period->from.text(), GetParam().from);
    EXPECT_EQ(period->to.text(), GetParam().to);
}

INSTANTIATE_TEST_SUITE_P(Named, PeriodTest,
                         testing::Values(Case{"2026", "2026-01-01", "2026-12-31"},
                                         Case{"2026-H1", "2026-01-01", "2026-06-30"},
                                         Case{"2026-Q3", "2026-07-01", "2026-09-30"},
                                         Case{"2024-02", "2024-02-01", "2024-02-29"},
                                         Case{" 2025-07-01/2026-06-30 ", "2025-07-01", "2026-06-30"}));

TEST(Period, RefusesWhatItCannotRead) {
    for (const char* text : {"", "26", "2026-Q5", "2026-H0", "2026-13", "2026-1", "2026-02-30/2026-03-01",
                             "2026-12-31/2026-01-01", "去年"}) {
        const auto period = parsePeriod(text);
        ASSERT_FALSE(period) << text;
        EXPECT_TRUE(period.error().is(PeriodUnreadable));
    }
}

} // namespace
} // namespace duibiao
