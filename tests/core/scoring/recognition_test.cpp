#include "core/scoring/support.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace duibiao {
namespace {

using test::AssessmentBuilder;
using test::ChecklistBuilder;
using test::text;

struct Condition {
    const char* id;
    const char* rule; ///< empty = a yes-no answer, "rating" = a rating
    const char* group = "";
    const char* appliesIf = "";
};

ChecklistBuilder recognition(std::span<const Condition> conditions) {
    ChecklistBuilder list;
    list.scheme().kind = SchemeKind::Recognition;
    list.scheme().vetoLine = VetoLine::NotFull;
    for (const Condition& condition : conditions) {
        const std::string_view rule = condition.rule;
        Item& item = list.item(condition.id);
        item.role = ItemRole::Veto;
        item.answer = rule.empty() ? AnswerKind::YesNo : AnswerKind::Rating;
        if (!rule.empty() && rule != "rating") {
            item.rule = test::rule(rule);
        }
        if (*condition.appliesIf != '\0') {
            item.appliesIf = test::rule(condition.appliesIf);
        }
        item.group = GroupId(condition.group);
        if (!item.group.empty() && findGroup(list.checklist(), item.group) == nullptr) {
            list.group(condition.group, GroupKind::AnyOf);
        }
    }
    return list;
}

constexpr Condition Makerspace[] = {
    {"TB120-1.1", "rating"},
    {"TB120-2.1", ""},
    {"TB120-3.1", "operation_months >= 18"},
    {"TB120-4.1", "area_total_m2 >= 500", "TB120-SPACE"},
    {"TB120-4.2", "workstations_count >= 30", "TB120-SPACE"},
    {"TB120-4.3", ""},
    {"TB120-4.4", "area_workstations_public_m2 / area_total_m2 >= 75%"},
    {"TB120-5.1", "residents_count >= 20"},
    {"TB120-6.1", "teams_registered_count >= 10", "TB120-RESULT"},
    {"TB120-6.2", "residents_funded_count >= 5", "TB120-RESULT"},
    {"TB120-7.1", "cases_count >= 3"},
    {"TB120-8.1", "staff_fulltime_count >= 3"},
    {"TB120-8.2", "mentors_count >= 3"},
    {"TB120-8.3", "rating"},
    {"TB120-9.1", "events_count >= 10"},
    {"TB120-10.1", "rating"},
    {"TB120-10.2", "stat_missed_consecutive_count < 2"},
};

AssessmentBuilder makerspaceAnswers() {
    AssessmentBuilder answers;
    answers.answer("TB120-1.1", "conform").answer("TB120-2.1", "yes").answer("TB120-4.3", "yes");
    answers.answer("TB120-8.3", "partial").answer("TB120-10.1", "conform");
    const std::map<std::string, std::string> facts{{"operation_months", "18"},
                                                   {"area_total_m2", "480"},
                                                   {"workstations_count", "30"},
                                                   {"area_workstations_public_m2", "360"},
                                                   {"residents_count", "20"},
                                                   {"teams_registered_count", "8"},
                                                   {"cases_count", "3"},
                                                   {"staff_fulltime_count", "3"},
                                                   {"mentors_count", "3"},
                                                   {"events_count", "10"},
                                                   {"stat_missed_consecutive_count", "0"}};
    for (const auto& [id, value] : facts) {
        answers.fact(id, value);
    }
    return answers;
}

std::string idsIn(const Outcome& outcome, TriState state) {
    std::string ids;
    for (const VetoOutcome& veto : outcome.vetoes) {
        if (veto.state == state) {
            ids += (ids.empty() ? "" : ", ") + (veto.group.empty() ? veto.item.str() : veto.group.str());
        }
    }
    return ids;
}

TEST(Recognition, oneConditionNotFullyMetDecides) {
    ChecklistBuilder list = recognition(Makerspace);
    list.item("TB120-2.2").answer = AnswerKind::YesNo; // "in principle": no condition
    const Outcome outcome =
        evaluate(list.checklist(), makerspaceAnswers().answer("TB120-2.2", "no").assessment());
    EXPECT_EQ(outcome.vetoes.size(), 15U);
    EXPECT_EQ(text(outcome.conclusion), "conditions-not-met(TB120-8.3)");
    EXPECT_EQ(idsIn(outcome, TriState::Hit), "TB120-8.3");
    EXPECT_EQ(idsIn(outcome, TriState::Open), "TB120-RESULT");
    EXPECT_FALSE(outcome.score);
    EXPECT_FALSE(outcome.bands);
    EXPECT_EQ(outcome.missingFirst, std::vector<std::string>{"residents_funded_count"});
}

TEST(Recognition, isOpenMetOrMetExceptForWhatDoesNotApply) {
    ChecklistBuilder list = recognition(Makerspace);
    AssessmentBuilder answers = makerspaceAnswers().answer("TB120-8.3", "conform");
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).conclusion),
              "conditions-open(TB120-RESULT)");
    answers.fact("residents_funded_count", "5");
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).conclusion), "conditions-met");
    answers.notApplicable("TB120-10.1", "first year", "authority");
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).conclusion),
              "conditions-met-except-na(TB120-10.1)");
}

TEST(Recognition, withoutAnyConditionThatAppliesThereIsNoConclusion) {
    const Condition conditions[] = {{"only", "", "", "type = special"}};
    const Outcome outcome = evaluate(recognition(conditions).checklist(),
                                     AssessmentBuilder().field("type", {"general"}).assessment());
    EXPECT_EQ(outcome.conclusion.code, "nothing-applicable");
}

constexpr Condition Incubator[] = {
    {"1.1", ""},
    {"1.2", "operation_months >= 36"},
    {"1.3", "stat_report_years_count >= 2"},
    {"2.1", "area_total_m2 >= 10000", "", "hardship_area = no"},
    {"2.1H", "area_total_m2 >= 8000", "", "hardship_area = yes"},
    {"2.2", ""},
    {"2.3", "area_incubatees_m2 / area_total_m2 >= 75%"},
    {"3.1", "incubation_fund_wan >= 500", "", "hardship_area = no"},
    {"3.1H", "incubation_fund_wan >= 400", "", "hardship_area = yes"},
    {"3.2", "incubatees_funded_count / incubatees_count >= 10%"},
    {"3.3", "fund_cases_count >= 3"},
    {"4.1", "staff_professional_count / staff_total_count >= 80%"},
    {"4.2", "staff_professional_count / (incubatees_count / 10) >= 1"},
    {"4.3", "mentors_count / (incubatees_count / 10) >= 1"},
    {"5.1", "incubatees_patent_applied_count / incubatees_count >= 50%", "IP", "hardship_area = no"},
    {"5.2", "incubatees_ip_valid_count / incubatees_count >= 30%", "IP", "hardship_area = no"},
    {"5.1H", "incubatees_patent_applied_count / incubatees_count >= 40%", "IP-H", "hardship_area = yes"},
    {"5.2H", "incubatees_ip_valid_count / incubatees_count >= 24%", "IP-H", "hardship_area = yes"},
    {"6.1", "incubatees_count >= 50", "", "incubator_type = comprehensive and hardship_area = no"},
    {"6.1H", "incubatees_count >= 40", "", "incubator_type = comprehensive and hardship_area = yes"},
    {"6.2", "incubatees_count / (area_total_m2 / 1000) >= 3", "", "incubator_type = comprehensive"},
    {"6.3", "graduates_count >= 20", "", "incubator_type = comprehensive and hardship_area = no"},
    {"6.3H", "graduates_count >= 16", "", "incubator_type = comprehensive and hardship_area = yes"},
    {"7.1", "incubatees_count >= 30", "", "incubator_type = specialised and hardship_area = no"},
    {"7.1H", "incubatees_count >= 24", "", "incubator_type = specialised and hardship_area = yes"},
    {"7.2", "incubatees_count / (area_total_m2 / 1000) >= 2", "", "incubator_type = specialised"},
    {"7.3", "graduates_count >= 15", "", "incubator_type = specialised and hardship_area = no"},
    {"7.3H", "graduates_count >= 12", "", "incubator_type = specialised and hardship_area = yes"},
    {"7.4", "incubatees_same_industry_count / incubatees_count >= 75%", "", "incubator_type = specialised"},
    {"7.5", "", "", "incubator_type = specialised"},
    {"7.6", "", "", "incubator_type = specialised"},
    {"10.2", "consecutive_fail_count < 2"},
    {"10.4", ""},
};

struct IncubatorCase {
    std::string_view name;
    std::string_view type;
    std::string_view hardship;
    std::map<std::string, std::string> changes; ///< facts; empty = left out
    std::size_t units;
    std::string_view conclusion;
};

TEST(Recognition, conditionsFollowTypeAndRegion) {
    const std::map<std::string, std::string> usual{{"operation_months", "60"},
                                                   {"stat_report_years_count", "3"},
                                                   {"area_total_m2", "12000"},
                                                   {"area_incubatees_m2", "9000"},
                                                   {"incubation_fund_wan", "500"},
                                                   {"incubatees_funded_count", "6"},
                                                   {"incubatees_count", "55"},
                                                   {"fund_cases_count", "3"},
                                                   {"staff_professional_count", "8"},
                                                   {"staff_total_count", "10"},
                                                   {"mentors_count", "6"},
                                                   {"incubatees_ip_valid_count", "20"},
                                                   {"incubatees_patent_applied_count", "10"},
                                                   {"graduates_count", "20"},
                                                   {"consecutive_fail_count", "0"}};
    const IncubatorCase cases[] = {
        {"12.1", "comprehensive", "no", {}, 18, "conditions-met"},
        {"12.2", "comprehensive", "no", {{"mentors_count", "5"}}, 18, "conditions-not-met(4.3)"},
        {"12.4",
         "specialised",
         "no",
         {{"incubatees_count", "32"},
          {"incubatees_same_industry_count", "24"},
          {"graduates_count", "15"},
          {"incubatees_funded_count", ""}},
         21,
         "conditions-open(3.2)"},
        {"12.5",
         "comprehensive",
         "yes",
         {{"incubatees_count", "40"},
          {"area_total_m2", "8000"},
          {"area_incubatees_m2", "6000"},
          {"graduates_count", "16"},
          {"incubation_fund_wan", "400"}},
         18,
         "conditions-met"},
    };
    for (const IncubatorCase& test : cases) {
        AssessmentBuilder answers;
        answers.field("incubator_type", {std::string(test.type)})
            .field("hardship_area", {std::string(test.hardship)});
        for (const char* id : {"1.1", "2.2", "7.5", "7.6", "10.4"}) {
            answers.answer(id, "yes");
        }
        std::map<std::string, std::string> facts = test.changes;
        facts.insert(usual.begin(), usual.end());
        for (const auto& [id, value] : facts) {
            if (!value.empty()) {
                answers.fact(id, value);
            }
        }
        const Outcome outcome = evaluate(recognition(Incubator).checklist(), answers.assessment());
        EXPECT_EQ(text(outcome.conclusion), test.conclusion) << test.name;
        EXPECT_EQ(outcome.vetoes.size(), test.units) << test.name;
    }
}

} // namespace
} // namespace duibiao
