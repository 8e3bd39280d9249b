#include "core/scoring/support.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace duibiao {
namespace {

using test::AssessmentBuilder;
using test::ChecklistBuilder;
using test::sectionOf;
using test::text;

/// Sixty points of general sections and forty for the mean of the service types that apply.
ChecklistBuilder technologyTransfer() {
    ChecklistBuilder list;
    list.section("GEN");
    list.item("gen", "26");
    list.section("FLOW");
    list.item("flow", "22");
    list.section("IMP");
    list.item("imp", "12");
    Section& services = list.section("SERVICES");
    services.points = Exact(40);
    services.aggregate = Aggregate::Mean;
    for (const char* type : {"DEV", "CON", "AST"}) {
        list.section(type, "SERVICES").appliesIf = test::rule(std::string("services has ") + type);
        list.item(std::string(type) + "-1", "30");
        list.item(std::string(type) + "-2", "10");
    }
    return list;
}

AssessmentBuilder technologyTransferAnswers() {
    AssessmentBuilder answers;
    answers.answer("gen", "conform").answer("flow", "conform").answer("imp", "conform");
    answers.answer("DEV-1", "conform").answer("DEV-2", "nonconform"); // 3/4
    answers.answer("CON-1", "partial").answer("CON-2", "partial");    // 1/2
    return answers.answer("AST-1", "conform").answer("AST-2", "conform");
}

TEST(Sections, fortyPointsGoToTheMeanOfTheTypesThatApply) {
    ChecklistBuilder list = technologyTransfer();
    struct Case {
        std::vector<std::string> services;
        std::string_view score;
        std::string_view points;
    };
    const Case cases[] = {
        {{"DEV", "CON"}, "85", "25"},
        {{"DEV"}, "90", "30"},
        {{"DEV", "CON", "AST"}, "90", "30"},
        {{}, "100", "none"}, // none applies: the rest is rescaled
    };
    for (const Case& test : cases) {
        const Outcome outcome = evaluate(
            list.checklist(), technologyTransferAnswers().field("services", test.services).assessment());
        EXPECT_EQ(text(outcome.score), test.services.empty() ? "[60, 100]" : test.score);
        if (!test.services.empty()) {
            EXPECT_EQ(text(sectionOf(outcome, "SERVICES").points), test.points);
        }
    }
    list.field("services", FieldKind::Words); // a declared set may be known to be empty
    const Outcome none =
        evaluate(list.checklist(), technologyTransferAnswers().field("services", {}).assessment());
    EXPECT_EQ(text(none.score), "100");
    EXPECT_EQ(text(sectionOf(none, "SERVICES").points), "none");
}

TEST(Sections, openTypesWidenTheInterval) {
    ChecklistBuilder list = technologyTransfer();
    AssessmentBuilder answers;
    answers.answer("gen", "partial").answer("flow", "conform").answer("DEV-1", "conform");
    answers.field("services", {"DEV", "AST"});
    const Outcome outcome = evaluate(list.checklist(), answers.assessment());
    // 13 + 22 + 0..12 + 40 × (3/4..1 + 0..1) / 2
    EXPECT_EQ(text(outcome.score), "[50, 87]");
    EXPECT_EQ(text(sectionOf(outcome, "SERVICES").share), "[0.375, 1]");
    EXPECT_EQ(sectionOf(outcome, "SERVICES").applicable, 4U);
    EXPECT_EQ(sectionOf(outcome, "SERVICES").answered, 1U);
    EXPECT_EQ(sectionOf(outcome, "SERVICES").open, 3U);
    EXPECT_FALSE(sectionOf(outcome, "CON").inScope);
}

TEST(Sections, missingServicesAreAskedForFirst) {
    const Outcome outcome =
        evaluate(technologyTransfer().checklist(), technologyTransferAnswers().assessment());
    EXPECT_EQ(text(outcome.score), "[60, 100]");
    EXPECT_EQ(outcome.missingFirst, std::vector<std::string>{"services"});
}

TEST(Sections, floorOfANestedSectionIsComparedOnTheWhole) {
    ChecklistBuilder list = technologyTransfer();
    for (Section& section : list.checklist().sections) {
        if (section.id == SectionId("DEV") || section.id == SectionId("GEN")) {
            section.floor = Exact(15);
        }
    }
    const Outcome outcome = evaluate(
        list.checklist(), technologyTransferAnswers().field("services", {"DEV", "CON"}).assessment());
    ASSERT_EQ(outcome.floors.size(), 2U);
    EXPECT_EQ(text(outcome.floors[0].value), "26");
    EXPECT_EQ(text(outcome.floors[1].value), "15"); // 40 × 3/4 ÷ 2, exactly at the floor
    EXPECT_EQ(outcome.conclusion.code, "floors-reached");
}

TEST(Sections, declaredPointsRescaleWhatTheItemsWeigh) {
    ChecklistBuilder list;
    list.section("ten").points = Exact(10);
    list.item("a", "1");
    list.item("b", "3");
    list.section("ninety").points = Exact(90);
    list.item("c", "1");
    const Outcome outcome = evaluate(list.checklist(), AssessmentBuilder()
                                                           .answer("a", "conform")
                                                           .answer("b", "nonconform")
                                                           .answer("c", "conform")
                                                           .assessment());
    EXPECT_EQ(text(outcome.score), "92.5");
    EXPECT_EQ(text(sectionOf(outcome, "ten").points), "2.5");
    EXPECT_EQ(sectionOf(outcome, "ten").possible, Exact(10));
}

TEST(Sections, sectionWorthNothingBringsNothing) {
    ChecklistBuilder list;
    list.section("nothing").points = Exact(0);
    list.section("inner", "nothing").floor = Exact(1);
    list.item("a", "1");
    list.section("all");
    list.item("b", "1");
    AssessmentBuilder answers;
    answers.answer("a", "conform").answer("b", "partial");
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).score), "50");
    list.checklist().items.pop_back();
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).score), "none");
}

TEST(Sections, floorOfASectionWithoutApplicableUnitIsNotCompared) {
    ChecklistBuilder list;
    list.section("one").floor = Exact(30);
    list.item("a");
    list.section("two");
    list.item("b");
    const Outcome outcome =
        evaluate(list.checklist(),
                 AssessmentBuilder().notApplicable("a", "none", "head").answer("b", "conform").assessment());
    ASSERT_EQ(outcome.floors.size(), 1U);
    EXPECT_FALSE(outcome.floors[0].value);
    EXPECT_EQ(outcome.conclusion.code, "floors-reached");
}

} // namespace
} // namespace duibiao
