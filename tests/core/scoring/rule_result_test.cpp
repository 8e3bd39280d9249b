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
