#include "core/model/rule_parser.h"

#include <gtest/gtest.h>

#include <string>

namespace duibiao {
namespace {

std::string argument(const Error& error, std::string_view name) {
    for (const auto& [key, value] : error.arguments()) {
        if (key == name) {
            return value;
        }
    }
    return "(none)";
}

TEST(RuleParser, writesWhatItReads) {
    struct Case {
        std::string_view text;
        std::string_view canonical;
    };
    const Case cases[] = {
        {"area_total_m2>=10000", "area_total_m2 >= 10000"},
        {"x > 500", "x > 500"},
        {"a / b >= 75%", "a / b >= 0.75"},
        {"n / (area / 1000) >= 3", "n / (area / 1000) >= 3"},
        {"1 * hosted + 0.5 * cohosted >= 10", "1 * hosted + 0.5 * cohosted >= 10"},
        {"a - b - c > 0", "a - b - c > 0"},
        {"a - (b - c) > 0", "a - (b - c) > 0"},
        {"x > -5 and -x < 5 and -(x + 1) < 0", "x > -5 and -x < 5 and -(x + 1) < 0"},
        {"(a or_not >= 1)", ""},
        {"a >= 1 or b >= 1 and c >= 1", "a >= 1 or b >= 1 and c >= 1"},
        {"(a >= 1 or b >= 1) and c >= 1", "(a >= 1 or b >= 1) and c >= 1"},
        {"a >= 1 and (b >= 1 and c >= 1)", "a >= 1 and (b >= 1 and c >= 1)"},
        {"((a >= 1))", "a >= 1"},
        {"type = not-profit", "type = not-profit"},
        {"type != x", "type != x"},
        {"x = a - 1", "x = a - 1"},
        {"site in (own, rented-long)", "site in (own, rented-long)"},
        {"services has technology-transfer", "services has technology-transfer"},
        {"linear(x; 0 -> 0; 10 -> 4; 30 -> 10)", "linear(x; 0 -> 0; 10 -> 4; 30 -> 10)"},
        {"linear(x; -10% -> 0; 5% -> 1)", "linear(x; -0.1 -> 0; 0.05 -> 1)"},
        {"bands(a / b; 25% -> 1/3; 50% -> 1)", "bands(a / b; 0.25 -> 1/3; 0.5 -> 1)"},
        {"table(x; national->1; none->0)", "table(x; national -> 1; none -> 0)"},
        {"steps(x; 50 -> 5; 0.1 per 1; cap 10)", "steps(x; 50 -> 5; 0.1 per 1; cap 10)"},
        {"record(a - b)", "record(a - b)"},
        {"first(a>=6 and b>=6->1;a>=6 or b>=6->1/2)",
         "first(a >= 6 and b >= 6 -> 1; a >= 6 or b >= 6 -> 0.5)"},
        {"first(x / y >= 95% -> 1; z = 0 -> 50%)", "first(x / y >= 0.95 -> 1; z = 0 -> 0.5)"},
        {"first(type = own->2; type in (own, let)->1; s has x->-1)",
         "first(type = own -> 2; type in (own, let) -> 1; s has x -> -1)"},
        {"first(x = a->1; (a > 1 or b > 1) and c > 1 -> 2)",
         "first(x = a -> 1; (a > 1 or b > 1) and c > 1 -> 2)"},
        {"first - 1 >= 2", "first - 1 >= 2"},
        {"linear >= 2", "linear >= 2"},
    };
    for (const Case& test : cases) {
        const Result<Rule> rule = parseRule(test.text);
        EXPECT_EQ(rule ? ruleText(*rule) : "", test.canonical) << test.text;
        if (rule) {
            EXPECT_EQ(parseRule(ruleText(*rule)).value(), *rule) << test.text;
        }
    }
}

TEST(RuleParser, saysWhatItExpectedAndWhere) {
    struct Case {
        std::string_view text;
        std::string_view column;
        std::string_view expected;
        std::string_view found; ///< empty: the rule ends there
    };
    const Case cases[] = {
        {"", "1", "a number, a name or (", ""},
        {"x >= ", "6", "a number, a name or (", ""},
        {"x >= 1)", "7", "the end", ")"},
        {"x", "2", "a comparison", ""},
        {"人数 >= 2", "1", "a number, a name or (", "人数 >= 2"},
        {"x >= 1 且 y >= 1", "8", "the end", "且 y >= 1"},
        {"(a > 1) + 2 > 3", "9", "a number before it", "+ 2 > 3"},
        {"x = 1 = 2", "7", "the end", "= 2"},
        {"a + 1 and b > 2", "7", "a comparison before it", "and b > 2"},
        {"linear(x)", "9", ";", ")"},
        {"linear(x; 1)", "12", "->", ")"},
        {"steps(x; 50 -> 5; 0.1 per 0; cap 10)", "28", "a number above 0", "; cap 10)"},
        {"table(x; 1 -> 2)", "10", "a word", "1 -> 2)"},
        {"a in own", "6", "(", "own"},
        {"first()", "7", "a number, a name or (", ")"},
        {"first(a >= 1)", "13", "->", ")"},
        {"first(a -> 1)", "9", "a comparison", "-> 1)"},
        {"first(a >= 1 -> b)", "17", "a number", "b)"},
        {"first(a >= 1 -> 1;)", "19", "a number, a name or (", ")"},
        {"first(bands(a; 0 -> 1) >= 1 -> 1)", "12", "a comparison", "(a; 0 -> 1) "},
        {"x >= 1.2.3", "6", "a number, a name or (", "1.2.3"},
        {"record(a > 1)", "10", ")", "> 1)"},
        {"and >= 1", "1", "a number, a name or (", "and >= 1"},
    };
    for (const Case& test : cases) {
        const Result<Rule> rule = parseRule(test.text);
        ASSERT_FALSE(rule) << test.text;
        EXPECT_TRUE(rule.error().is(test.found.empty() ? RuleEndsEarly : RuleMalformed)) << test.text;
        EXPECT_EQ(argument(rule.error(), "column"), test.column) << test.text;
        EXPECT_EQ(argument(rule.error(), "expected"), test.expected) << test.text;
        EXPECT_EQ(argument(rule.error(), "found"), test.found.empty() ? "(none)" : test.found) << test.text;
    }
}

TEST(RuleParser, boundsMustRise) {
    for (const char* text : {"bands(x; 2 -> 0; 1 -> 1)", "linear(x; 1 -> 0; 1 -> 1)"}) {
        const Result<Rule> rule = parseRule(text);
        ASSERT_FALSE(rule);
        EXPECT_TRUE(rule.error().is(RulePointsNotRising));
        EXPECT_EQ(argument(rule.error(), "bound"), "1");
    }
}

TEST(RuleParser, refusesWhatIsTooLongOrTooDeep) {
    const Result<Rule> longRule = parseRule("x >= 1" + std::string(1995, ' '));
    ASSERT_FALSE(longRule);
    EXPECT_TRUE(longRule.error().is(RuleTooLong));
    for (const char opening : {'(', '-'}) {
        const Result<Rule> deep = parseRule(std::string(900, opening));
        ASSERT_FALSE(deep);
        EXPECT_TRUE(deep.error().is(RuleTooDeep)) << opening;
    }
    EXPECT_TRUE(parseRule(std::string(31, '(') + "x" + std::string(31, ')') + " >= 1"));
}

TEST(RuleParser, aConditionAnswersYesOrNo) {
    EXPECT_TRUE(parseCondition("type = comprehensive"));
    for (const char* text : {"bands(x; 0 -> 1)", "first(x > 0 -> 1)"}) {
        const Result<Rule> value = parseCondition(text);
        ASSERT_FALSE(value) << text;
        EXPECT_TRUE(value.error().is(NotACondition)) << text;
    }
}

TEST(RuleParser, namesAreListedOnceAndWordsAreNot) {
    const Result<Rule> rule = parseRule("a / b >= 1 or type = comprehensive and a > 2");
    ASSERT_TRUE(rule);
    EXPECT_EQ(namesIn(*rule), (std::vector<std::string>{"a", "b", "type"}));
    EXPECT_EQ(namesIn(parseRule("first(b > a -> 1; type = a -> 1/2)").value()),
              (std::vector<std::string>{"b", "a", "type"}));
}

} // namespace
} // namespace duibiao
