#include "core/scoring/display.h"
#include "support/checklist_builder.h"

#include <gtest/gtest.h>

namespace duibiao {
namespace {

using test::number;

TEST(Display, roundsHalfUp) {
    EXPECT_EQ(displayScore(number("2.345"), 2), "2.35");
    EXPECT_EQ(displayScore(number("2.344999"), 2), "2.34");
    EXPECT_EQ(displayScore(number("-0.005"), 2), "-0.01");
    EXPECT_EQ(displayScore(number("66.665"), 2), "66.67");
    EXPECT_EQ(displayScore(number("250/3"), 0), "83");
}

TEST(Display, neverShowsABoundThatWasNotReached) {
    const std::optional<Exact> sixty = Exact(60);
    EXPECT_EQ(displayScore(number("59.994"), 2, sixty), "59.99");
    EXPECT_EQ(displayScore(number("59.996"), 2, sixty), "59.996");
    EXPECT_EQ(displayScore(number("59.9999996"), 2, sixty), "<60");
    EXPECT_EQ(displayScore(number("59.9999994"), 2, sixty), "59.999999");
    EXPECT_EQ(displayScore(Exact(60), 2, sixty), "60.00");
    EXPECT_EQ(displayScore(number("59.5"), 0, sixty), "59.5");
}

TEST(Display, findsTheBoundAmongTheBands) {
    test::ChecklistBuilder list;
    list.band("best", "90");
    list.band("good", "75");
    EXPECT_EQ(displayScore(number("89.999"), list.scheme()), "89.999");
    EXPECT_EQ(displayScore(number("74.999"), list.scheme()), "74.999");
    EXPECT_EQ(displayScore(number("99.999"), list.scheme()), "100.00");
    EXPECT_EQ(nextBound(list.scheme(), Exact(75)), Exact(90));
    EXPECT_EQ(nextBound(list.scheme(), Exact(90)), std::nullopt);
}

TEST(Display, rangeWhileOpen) {
    const Scheme scheme;
    EXPECT_EQ(displayRange({Exact(50), Exact(70)}, scheme, Catalogue()), "50.00 to 70.00");
    EXPECT_EQ(displayRange({Exact(50), Exact(50)}, scheme, Catalogue()), "50.00");
}

} // namespace
} // namespace duibiao
