#include "core/scoring/support.h"
#include "core/scoring/verdict.h"

#include <gtest/gtest.h>

#include <string>

namespace duibiao {
namespace {

using test::AssessmentBuilder;
using test::ChecklistBuilder;
using test::text;

TEST(Verdict, lowerBoundsAreInclusiveUnlessABandSaysSo) {
    ChecklistBuilder list;
    list.band("best", "90").exclusive = true;
    list.band("good", "75");
    const auto band = [&](std::string_view score) {
        const Band* found = bandOf(list.scheme(), test::number(score));
        return found == nullptr ? "below" : found->id.str();
    };
    EXPECT_EQ(band("90.0001"), "best");
    EXPECT_EQ(band("90"), "good");
    EXPECT_EQ(band("75"), "good");
    EXPECT_EQ(band("74.9999"), "below");
}

struct VetoCase {
    VetoLine line;
    char answer;
    TriState state;
    std::string_view conclusion;
};

TEST(Verdict, vetoIsHitOpenOrClear) {
    using enum TriState;
    const VetoCase cases[] = {
        {VetoLine::Zero, 'P', Clear, "graded(good)"},
        {VetoLine::NotFull, 'P', Hit, "vetoed(v)"},
        {VetoLine::Zero, 'N', Hit, "vetoed(v)"},
        {VetoLine::NotFull, 'C', Clear, "graded(good)"},
        {VetoLine::Zero, '?', Open, "undecided(vetoed, graded:good)"},
        {VetoLine::NotFull, '?', Open, "undecided(vetoed, graded:good)"},
        {VetoLine::NotFull, 'A', Clear, "graded(good)"},
    };
    for (const VetoCase& test : cases) {
        ChecklistBuilder list;
        list.scheme().vetoLine = test.line;
        list.band("good", "60");
        list.item("rest", "9");
        Item& veto = list.item("v", "1");
        veto.role = ItemRole::Veto;
        veto.na = NaPermission::Free;
        AssessmentBuilder answers;
        answers.answer("rest", "conform");
        test::answerByLetter(answers, "v", test.answer);
        const Outcome outcome = evaluate(list.checklist(), answers.assessment());
        EXPECT_EQ(outcome.vetoes.at(0).state, test.state) << test.answer;
        EXPECT_EQ(text(outcome.conclusion), test.conclusion) << test.answer;
    }
}

TEST(Verdict, vetoWithoutWeightStillDecides) {
    ChecklistBuilder list;
    list.item("rest");
    list.item("v", "0").role = ItemRole::Veto;
    const Outcome outcome =
        evaluate(list.checklist(),
                 AssessmentBuilder().answer("rest", "conform").answer("v", "nonconform").assessment());
    EXPECT_EQ(text(outcome.score), "100");
    EXPECT_EQ(text(outcome.conclusion), "vetoed(v)");
}

TEST(Verdict, vetoOutOfScopeIsNotListed) {
    ChecklistBuilder list;
    list.item("rest");
    Item& veto = list.item("v");
    veto.role = ItemRole::Veto;
    veto.appliesIf = test::rule("type = special");
    const Outcome outcome =
        evaluate(list.checklist(),
                 AssessmentBuilder().answer("rest", "conform").field("type", {"general"}).assessment());
    EXPECT_TRUE(outcome.vetoes.empty());
    EXPECT_EQ(outcome.conclusion.code, "scored");
}

TEST(Verdict, certainVetoIsNamedWithoutTheOpenOnes) {
    ChecklistBuilder list;
    for (const char* id : {"hit", "open"}) {
        list.item(id).role = ItemRole::Veto;
    }
    const Outcome outcome =
        evaluate(list.checklist(), AssessmentBuilder().answer("hit", "nonconform").assessment());
    EXPECT_EQ(text(outcome.conclusion), "vetoed(hit)");
}

TEST(Verdict, gradeIsSettledWhenBothEndsAgree) {
    ChecklistBuilder list;
    list.band("good", "60");
    list.band("low", "30").passes = false;
    list.item("big", "9");
    list.item("small", "1");
    const auto outcome = [&](const char* big) {
        return evaluate(list.checklist(), AssessmentBuilder().answer("big", big).assessment());
    };
    EXPECT_EQ(text(outcome("conform").score), "[90, 100]");
    EXPECT_EQ(text(outcome("conform").conclusion), "graded(good)");
    EXPECT_EQ(text(outcome("partial").conclusion), "graded-not-passed(low)");
    EXPECT_EQ(text(outcome("nonconform").conclusion), "below-bands");
    EXPECT_EQ(text(outcome("nonconform").bands), "below");
}

TEST(Verdict, openAdmissionLeavesTheMatterOpen) {
    ChecklistBuilder list;
    list.item("a", "0").role = ItemRole::Admission;
    list.item("rest");
    const auto conclusion = [&](char letter) {
        AssessmentBuilder answers;
        answers.answer("rest", "conform");
        test::answerByLetter(answers, "a", letter);
        return text(evaluate(list.checklist(), answers.assessment()).conclusion);
    };
    EXPECT_EQ(conclusion('?'), "undecided(admission-not-met, scored)");
    EXPECT_EQ(conclusion('P'), "admission-not-met(a)"); // partly met is not met, whatever the veto line
    EXPECT_EQ(conclusion('C'), "scored");
}

} // namespace
} // namespace duibiao
