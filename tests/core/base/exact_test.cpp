#include "core/base/exact.h"

#include <boost/multiprecision/cpp_int.hpp>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace duibiao {
namespace {

using Rational = boost::multiprecision::cpp_rational;

constexpr std::int64_t Largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t Smallest = std::numeric_limits<std::int64_t>::min();

/// A pair of numbers of which many lie near the ends of 64 bits, where the narrow arithmetic must give up.
struct Pair {
    Exact exact;
    Rational plain;
};

Pair anyPair() {
    const auto edge = rc::gen::elementOf(std::vector<std::int64_t>{
        Largest, Largest - 1, Smallest, Smallest + 1, 1, -1, 0, std::int64_t{1} << 32, 3037000500});
    const auto whole =
        rc::gen::oneOf(edge, rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-99, 99));
    const std::int64_t top = *whole;
    const std::int64_t bottom = *rc::gen::suchThat(whole, [](std::int64_t value) { return value != 0; });
    return {Exact(top, bottom), Rational(top) / Rational(bottom)};
}

/// The structural check: the same number reached by another way is equal, so it is stored the same way.
bool same(const Exact& exact, const Rational& plain) {
    const Exact top = *Exact::parse(Rational(numerator(plain)).str().substr(0, 60));
    const Exact bottom = *Exact::parse(Rational(denominator(plain)).str().substr(0, 60));
    return exact == top / bottom;
}

RC_GTEST_PROP(Exact, computesAsARationalOfAnySize, ()) {
    const Pair left = anyPair();
    const Pair right = anyPair();
    RC_ASSERT(same(left.exact + right.exact, left.plain + right.plain));
    RC_ASSERT(same(left.exact - right.exact, left.plain - right.plain));
    RC_ASSERT(same(left.exact * right.exact, left.plain * right.plain));
    RC_ASSERT((left.exact < right.exact) == (left.plain < right.plain));
    RC_ASSERT((left.exact == right.exact) == (left.plain == right.plain));
    if (!right.exact.isZero()) {
        RC_ASSERT(same(left.exact / right.exact, left.plain / right.plain));
    }
}

RC_GTEST_PROP(Exact, comesBackIntoSmallFormAfterAnOverflow, ()) {
    const Pair left = anyPair();
    const Pair right = anyPair();
    RC_ASSERT(left.exact + right.exact - right.exact == left.exact);
    RC_PRE(!right.exact.isZero());
    RC_ASSERT(left.exact * right.exact / right.exact == left.exact);
}

RC_GTEST_PROP(Exact, textReadsBack, ()) {
    const Pair any = anyPair();
    RC_ASSERT(Exact::parse(any.exact.text()) == any.exact);
}

RC_GTEST_PROP(Exact, floorIsTheWholeNumberBelow, ()) {
    const Pair any = anyPair();
    const Exact floor = any.exact.floor();
    RC_ASSERT(floor.isWhole());
    RC_ASSERT(floor <= any.exact);
    RC_ASSERT(any.exact < floor + 1);
}

TEST(Exact, leavesSixtyFourBitsAndReturns) {
    const Exact beyond = Exact(Largest) + 1;
    EXPECT_EQ(beyond.text(), "9223372036854775808");
    EXPECT_EQ(beyond - 1, Exact(Largest));
    EXPECT_EQ(-Exact(Smallest), beyond);
    EXPECT_EQ(Exact(Smallest, -1), beyond);
    EXPECT_GT(beyond, Exact(Largest));
    EXPECT_LT(-beyond - 1, Exact(Smallest));
}

TEST(Exact, multipliesFourteenTwoDecimalRatios) {
    Exact product(1);
    Exact inverse(1);
    for (int factor = 0; factor < 14; ++factor) {
        product *= Exact(8 * factor + 6101, 10000);
        inverse *= Exact(10000, 8 * factor + 6101);
    }
    EXPECT_EQ(product * inverse, Exact(1));
}

TEST(Exact, readsTheFormsThatFilesUse) {
    struct Case {
        std::string_view text;
        Exact value;
    };
    const Case cases[] = {{"12", 12},
                          {"-0.5", Exact(-1, 2)},
                          {"62.5", Exact(125, 2)},
                          {"125/3", {125, 3}},
                          {"90%", Exact(9, 10)},
                          {"-12.5%", Exact(-1, 8)},
                          {"007.50", {15, 2}},
                          {"0", 0},
                          {"-1/3", {-1, 3}}};
    for (const Case& test : cases) {
        EXPECT_EQ(Exact::parse(test.text), test.value) << test.text;
    }
}

TEST(Exact, refusesEverythingElse) {
    for (const char* text : {"",   "-",  ".",     ".5",   "5.",  "+5",  " 5",   "5 ",   "1,000", "1e3", "1/0",
                             "1/", "/2", "1/2/3", "1/2%", "5%%", "--5", "4/-2", "0x10", "４",    "NaN"}) {
        EXPECT_FALSE(Exact::parse(text)) << text;
    }
    EXPECT_FALSE(Exact::parse(std::string(65, '1')));
}

TEST(Exact, roundsHalvesAwayFromZeroForDisplay) {
    struct Case {
        std::string_view value;
        int decimals;
        std::string_view shown;
    };
    const Case cases[] = {{"2.345", 2, "2.35"},   {"2.344999", 2, "2.34"}, {"-0.005", 2, "-0.01"},
                          {"66.665", 2, "66.67"}, {"-0.004", 2, "0.00"},   {"250/3", 2, "83.33"},
                          {"5/2", 0, "3"},        {"-5/2", 0, "-3"},       {"1/8", 4, "0.1250"}};
    for (const Case& test : cases) {
        EXPECT_EQ(Exact::parse(test.value)->rounded(test.decimals), test.shown) << test.value;
    }
}

TEST(Exact, writesTheShortestExactText) {
    EXPECT_EQ(Exact(125, 2).text(), "62.5");
    EXPECT_EQ(Exact(-1, 8).text(), "-0.125");
    EXPECT_EQ(Exact(1, 3).text(), "1/3");
    EXPECT_EQ(Exact(1, 100).text(), "0.01");
    EXPECT_EQ(Exact(100).text(), "100");
}

TEST(Exact, approximatesBeyondTheExactDoubles) {
    EXPECT_DOUBLE_EQ(Exact(1, 3).approximate(), 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(Exact(Largest, Largest - 1).approximate(), 1.0);
    EXPECT_DOUBLE_EQ((Exact(Largest) * Exact(Largest)).approximate(), 8.507059173023462e37);
}

} // namespace
} // namespace duibiao
