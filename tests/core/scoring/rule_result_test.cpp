#include "core/scoring/rule_result.h"
#include "support/checklist_builder.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace duibiao {
namespace {

using test::number;

RuleResult resultOf(std::string_view rule, const std::map<std::string, std::string>& facts) {
    test::AssessmentBuilder builder;
    for (const auto& [id, value] : facts) {
        builder.fact(id, value);
    }
    return evaluateRule(test::rule(rule), Inputs(Checklist(), builder.assessment(), View::Self));
}

struct ShareCase {
    std::string_view rule;
    std::map<std::string, std::string> facts;
    std::string_view share; ///< empty = unknown
};

constexpr std::string_view Workstations = "steps(workstations_count; 50 -> 5; 0.1 per 1; cap 10)";
constexpr std::string_view HostedEvents = "1 * hosted + 0.5 * cohosted >= 10";
constexpr std::string_view ShareOfArea = "area_incubatees_m2 / area_total_m2 >= 75%";
constexpr std::string_view AreaOrDesks = "area_total_m2 >= 500 or workstations_count >= 30";
constexpr std::string_view LogsKept = "first(a >= 6 and b >= 6 -> 3; a >= 6 or b >= 6 -> 1)";
constexpr std::string_view FourBands = "bands(x; 0 -> 0; 10 -> 3; 20 -> 6; 40 -> 10)";

TEST(RuleResult, turnsInputsIntoShares) {
    const ShareCase cases[] = {
        // Threshold, whole steps, cap
        {Workstations, {{"workstations_count", "49"}}, "0"},
        {Workstations, {{"workstations_count", "50"}}, "1/2"},
        {Workstations, {{"workstations_count", "51"}}, "0.51"},
        {Workstations, {{"workstations_count", "100"}}, "1"},
        {Workstations, {{"workstations_count", "140"}}, "1"},
        {"steps(x; 50 -> 5; 2 per 10; cap 10)", {{"x", "75"}}, "0.9"},
        // Threshold
        {"area_total_m2 >= 10000", {{"area_total_m2", "10000"}}, "1"},
        {"area_total_m2 >= 10000", {{"area_total_m2", "9999.99"}}, "0"},
        {"x > 500", {{"x", "500"}}, "0"},
        {"x <= 24", {{"x", "24"}}, "1"},
        {"x < 24", {{"x", "24"}}, "0"},
        {"x != 24", {{"x", "24"}}, "0"},
        {"x = 24", {{"x", "24"}}, "1"},
        // Interpolation
        {"linear(x; 0% -> 0; 5% -> 1)", {{"x", "4/125"}}, "16/25"},
        {"linear(x; 0 -> 0; 10 -> 4; 30 -> 10)", {{"x", "25"}}, "17/20"},
        {"linear(x; 0 -> 0; 10 -> 4; 30 -> 10)", {{"x", "-1"}}, "0"},
        {"linear(x; 0 -> 0; 10 -> 4; 30 -> 10)", {{"x", "31"}}, "1"},
        {"linear(x; 0 -> 0; 10 -> 4; 30 -> 10)", {{"x", "10"}}, "2/5"},
        // Bands and tables
        {FourBands, {{"x", "20"}}, "3/5"},
        {FourBands, {{"x", "19.99"}}, "3/10"},
        {FourBands, {{"x", "-5"}}, "0"},
        {"table(x; national -> 1; city -> 1/4; none -> 0)", {{"x", "city"}}, "1/4"},
        {"table(x; national -> 2; none -> 1)", {{"x", "none"}}, "1/2"},
        {"table(x; national -> 1; none -> 0)", {{"x", "regional"}}, ""},
        // The first condition that holds; the values of this pair are 3 and 1, the share is out of 3
        {LogsKept, {{"a", "6"}, {"b", "6"}}, "1"},
        {LogsKept, {{"a", "5"}, {"b", "6"}}, "1/3"},
        {LogsKept, {{"a", "5"}, {"b", "5"}}, "0"},
        {"first(x >= 1 -> 0; y >= 1 -> 2)", {{"x", "1"}, {"y", "1"}}, "0"},
        {"first(x >= 1 -> 1; y >= 1 -> 1)", {{"y", "1"}}, "1"},
        {"first(x >= 1 -> 1; y >= 1 -> 0)", {{"x", "0"}}, "0"},
        {"first(x >= 1 -> -1; y >= 1 -> 1)", {{"x", "1"}}, "0"},
        // Coefficients and ratios
        {HostedEvents, {{"hosted", "7"}, {"cohosted", "6"}}, "1"},
        {HostedEvents, {{"hosted", "7"}, {"cohosted", "5"}}, "0"},
        {ShareOfArea, {{"area_incubatees_m2", "7500"}, {"area_total_m2", "10000"}}, "1"},
        {ShareOfArea, {{"area_incubatees_m2", "2"}, {"area_total_m2", "3"}}, "0"},
        {"mentors_count / (incubatees_count / 10) >= 1",
         {{"mentors_count", "6"}, {"incubatees_count", "55"}},
         "1"},
        {"mentors_count / (incubatees_count / 10) >= 1",
         {{"mentors_count", "5"}, {"incubatees_count", "55"}},
         "0"},
        {"funded / residents >= 10%", {{"funded", "0"}, {"residents", "0"}}, ""},
        // Missing inputs, three-valued
        {AreaOrDesks, {{"area_total_m2", "620"}}, "1"},
        {AreaOrDesks, {{"area_total_m2", "480"}}, ""},
        {AreaOrDesks, {{"area_total_m2", "480"}, {"workstations_count", "29"}}, "0"},
        {"a >= 1 and b >= 1", {{"a", "0"}}, "0"},
        {"a >= 1 and b >= 1", {{"a", "1"}}, ""},
        // Words
        {"type = comprehensive", {{"type", "comprehensive"}}, "1"},
        {"type != comprehensive", {{"type", "comprehensive"}}, "0"},
        {"type in (own, rented)", {{"type", "rented"}}, "1"},
        {"type in (own, rented)", {{"type", "lent"}}, "0"},
        {"paid = yes", {}, ""},
        // A word where a number is asked, and the other way round
        {"x >= 2", {{"x", "many"}}, ""},
        {"x = many", {{"x", "2"}}, ""},
    };
    for (const ShareCase& test : cases) {
        const std::optional<Exact> share = resultOf(test.rule, test.facts).share;
        EXPECT_EQ(share ? share->text() : "", test.share.empty() ? "" : number(test.share).text())
            << test.rule;
    }
}

TEST(RuleResult, namesWhatIsMissingOnlyWhereItMatters) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(resultOf("a / b >= 1", {}).missing, (Names{"a", "b"}));
    EXPECT_EQ(resultOf(AreaOrDesks, {{"area_total_m2", "620"}}).missing, Names{});
    EXPECT_EQ(resultOf("(a >= 1 or b >= 1) and c >= 1", {{"a", "1"}}).missing, Names{"c"});
    EXPECT_EQ(resultOf("funded / residents >= 1", {{"funded", "1"}, {"residents", "0"}}).missing, Names{});
}

TEST(RuleResult, firstLeavesOpenWhatAnUnknownConditionCanStillMake) {
    struct Case {
        std::string_view rule;
        std::map<std::string, std::string> facts;
        std::string_view low;
        std::string_view high;
        std::vector<std::string> missing;
    };
    const Case cases[] = {
        {LogsKept, {{"a", "6"}}, "1/3", "1", {"b"}},
        {LogsKept, {{"a", "5"}}, "0", "1/3", {"b"}},
        {LogsKept, {}, "0", "1", {"a", "b"}},
        // A division by zero is unknown, so the second condition says how low it can be.
        {"first(n / d >= 95% -> 1; late = 0 -> 1/2)",
         {{"n", "0"}, {"d", "0"}, {"late", "0"}},
         "1/2",
         "1",
         {}},
        {"first(n / d >= 95% -> 1; late = 0 -> 1/2)", {{"n", "0"}, {"d", "0"}, {"late", "1"}}, "0", "1", {}},
        {"first(n / d >= 95% -> 1; late = 0 -> 1/2)", {{"n", "1"}, {"d", "2"}}, "0", "1/2", {"late"}},
        // What comes first may be worth less, and what lies between does not count.
        {"first(x > 0 -> 1; y > 0 -> 3; z > 0 -> 4)", {{"y", "1"}}, "1/4", "3/4", {"x"}},
        {"first(x > 0 -> 1; y > 0 -> 3; z > 0 -> 4)", {{"y", "0"}, {"z", "1"}}, "1/4", "1", {"x"}},
    };
    for (const Case& test : cases) {
        const RuleResult result = resultOf(test.rule, test.facts);
        EXPECT_FALSE(result.share) << test.rule;
        EXPECT_EQ(result.possible, (Range{number(test.low), number(test.high)})) << test.rule;
        EXPECT_EQ(result.missing, test.missing) << test.rule;
    }
}

TEST(RuleResult, firstSaysWhichConditionHeldWithItsFigures) {
    const auto codes = [](const RuleResult& result) {
        std::vector<std::string> all;
        for (const Reason& step : result.steps) {
            all.push_back(step.code);
        }
        return all;
    };
    using Codes = std::vector<std::string>;
    const RuleResult held = resultOf("first(n / d >= 95% -> 1; late = 0 -> 1/2; d > 0 -> 1/4)",
                                     {{"n", "9"}, {"d", "10"}, {"late", "0"}});
    EXPECT_EQ(codes(held), (Codes{"limit-missed-below", "limit-met", "first-held", "points-give-share"}));
    EXPECT_EQ(held.steps.at(2).arguments, (Arguments{{"rule", "late = 0"}}));
    EXPECT_EQ(held.steps.back().arguments,
              (Arguments{{"points", "0.5"}, {"highest", "1"}, {"share", "0.5"}}));
    EXPECT_EQ(held.result, Value(number("0.9"))) << "what the first condition looks at";
    EXPECT_EQ(codes(resultOf("first(x > 0 -> 1)", {{"x", "0"}})),
              (Codes{"limit-missed", "first-none", "points-give-share"}));
    EXPECT_EQ(codes(resultOf("first(x > 0 -> 1; y > 0 -> 1/2)", {{"y", "1"}})),
              (Codes{"limit-met", "share-possible", "input-missing"}));
    EXPECT_EQ(codes(resultOf("first(n / d > 0 -> 1; y > 0 -> 1/2)", {{"n", "0"}, {"d", "0"}, {"y", "1"}})),
              (Codes{"limit-met", "share-possible", "division-by-zero"}))
        << "the cause is the last word";
    EXPECT_EQ(codes(resultOf(LogsKept, {{"a", "6"}, {"b", "5"}})),
              (Codes{"limit-met", "limit-missed-below", "first-held", "points-give-share"}))
        << "a figure that two conditions ask for is said once";
}

TEST(RuleResult, recordsWithoutJudging) {
    const RuleResult recorded = resultOf("record(a - b)", {{"a", "5"}, {"b", "7"}});
    EXPECT_FALSE(recorded.share);
    EXPECT_EQ(recorded.result, Value(Exact(-2)));
}

TEST(RuleResult, lastStepSaysHowMuchIsMissing) {
    const Reason step = resultOf("area_total_m2 >= 500", {{"area_total_m2", "480"}}).steps.back();
    EXPECT_EQ(step.code, "limit-missed-below");
    EXPECT_EQ(step.arguments, (Arguments{{"expression", "area_total_m2"},
                                         {"value", "480"},
                                         {"operator", "≥"},
                                         {"limit", "500"},
                                         {"difference", "20"}}));
    EXPECT_EQ(resultOf("a / b >= 1", {{"a", "1"}, {"b", "0"}}).steps.back().code, "division-by-zero");
    EXPECT_EQ(resultOf("a >= 1 or b >= 1", {{"a", "0"}, {"b", "0"}}).steps.back().code, "rule-missed");
}

TEST(RuleResult, setsOfTheOrganisationAreAskedByMembership) {
    const Assessment assessment = test::AssessmentBuilder()
                                      .field("services", {"consulting", "training"})
                                      .field("none", {})
                                      .assessment();
    Checklist checklist;
    checklist.fields.push_back({FieldId("none"), FieldKind::Words, {}, {}, {}, {}});
    const Inputs inputs(checklist, assessment, View::Self);
    const auto truth = [&](std::string_view text) {
        return evaluateCondition(test::rule(text), inputs).truth;
    };
    EXPECT_EQ(truth("services has training"), Truth::True);
    EXPECT_EQ(truth("services has testing"), Truth::False);
    EXPECT_EQ(truth("services = training"), Truth::False);
    EXPECT_EQ(truth("none has training"), Truth::False);
    EXPECT_EQ(truth("absent has training"), Truth::Unknown);
}

} // namespace
} // namespace duibiao
