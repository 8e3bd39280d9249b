#include "core/scoring/support.h"

#include <gtest/gtest.h>

namespace duibiao {
namespace {

using test::AssessmentBuilder;
using test::ChecklistBuilder;
using test::itemOf;
using test::text;

/// One item beside a conform one of the same weight.
struct Claim {
    NaPermission permission;
    std::string_view reason;
    std::string_view approver;
    ItemState state;
    std::string_view score;
    std::string_view code;
};

TEST(NotApplicable, takesWhatTheItemAsksFor) {
    using enum ItemState;
    const Claim claims[] = {
        {NaPermission::Free, "none here", "head", NotApplicable, "100", "not-applicable-approved"},
        {NaPermission::Free, "none here", "", NaPending, "[50, 100]", "na-needs-approver"},
        {NaPermission::Free, "", "head", NaPending, "[50, 100]", "na-needs-reason"},
        {NaPermission::Free, " 　", "head", NaPending, "[50, 100]", "na-needs-reason"},
        {NaPermission::ByCondition, "none here", "", NotApplicable, "100", "not-applicable"},
        {NaPermission::ByCondition, "", "head", NaPending, "[50, 100]", "na-needs-reason"},
        {NaPermission::Never, "none here", "head", Open, "[50, 100]", "na-not-permitted"},
    };
    for (const Claim& claim : claims) {
        ChecklistBuilder list;
        list.item("beside");
        list.item("claimed").na = claim.permission;
        const Outcome outcome =
            evaluate(list.checklist(),
                     AssessmentBuilder()
                         .answer("beside", "conform")
                         .notApplicable("claimed", std::string(claim.reason), std::string(claim.approver))
                         .assessment());
        EXPECT_EQ(itemOf(outcome, "claimed").state, claim.state) << claim.code;
        EXPECT_EQ(itemOf(outcome, "claimed").reason.code, claim.code);
        EXPECT_EQ(text(outcome.score), claim.score) << claim.code;
    }
}

TEST(NotApplicable, isNoWayRoundAVeto) {
    ChecklistBuilder list;
    Item& veto = list.item("veto");
    veto.role = ItemRole::Veto;
    veto.na = NaPermission::Never;
    list.item("beside");
    AssessmentBuilder answers;
    answers.answer("beside", "conform").answer("veto", "nonconform").notApplicable("veto", "none", "head");
    const Outcome outcome = evaluate(list.checklist(), answers.assessment());
    EXPECT_EQ(itemOf(outcome, "veto").state, ItemState::Answered);
    EXPECT_EQ(itemOf(outcome, "veto").steps.front().code, "na-not-permitted");
    EXPECT_EQ(text(outcome.conclusion), "vetoed(veto)");
}

TEST(NotApplicable, clearsAVetoThatPermitsIt) {
    ChecklistBuilder list;
    Item& veto = list.item("veto");
    veto.role = ItemRole::Veto;
    veto.na = NaPermission::ByCondition;
    list.item("beside");
    const Outcome outcome = evaluate(
        list.checklist(),
        AssessmentBuilder().answer("beside", "conform").notApplicable("veto", "no laboratory").assessment());
    EXPECT_EQ(outcome.vetoes.at(0).state, TriState::Clear);
    EXPECT_EQ(outcome.conclusion.code, "scored");
}

TEST(NotApplicable, countsInTheVerifiedViewOnceAnEvaluatorAgrees) {
    ChecklistBuilder list;
    list.item("beside");
    list.item("claimed");
    AssessmentBuilder answers;
    answers.notApplicable("claimed", "no laboratory");
    answers.verified("beside", {.value = WordId("conform"), .notApplicable = {}, .comment = {}});
    const auto verified = [&] { return evaluate(list.checklist(), answers.assessment(), View::Verified); };
    EXPECT_EQ(itemOf(verified(), "claimed").reason.code, "not-verified");
    answers.verified("claimed", {.value = {}, .notApplicable = NotApplicable{}, .comment = {}});
    EXPECT_EQ(itemOf(verified(), "claimed").state, ItemState::NotApplicable);
    EXPECT_EQ(itemOf(verified(), "claimed").reason.arguments.front().second, "no laboratory");
    EXPECT_EQ(text(verified().score), "100");
}

TEST(NotApplicable, claimOnAPointThatIsOnlyRecordedOpensNothing) {
    ChecklistBuilder list;
    list.item("scored");
    list.item("recorded", "0");
    const Outcome outcome =
        evaluate(list.checklist(),
                 AssessmentBuilder().answer("scored", "conform").notApplicable("recorded", "").assessment());
    EXPECT_EQ(itemOf(outcome, "recorded").state, ItemState::Recorded);
    EXPECT_EQ(outcome.progress.open, 0U);
}

TEST(NotApplicable, sectionMayTreatItDifferently) {
    ChecklistBuilder list;
    list.section("usual");
    list.item("u");
    list.item("ua");
    list.section("strict").naTreatment = NaTreatment::Zero;
    list.section("inner", "strict");
    list.item("s");
    list.item("sa");
    const Outcome outcome = evaluate(list.checklist(), AssessmentBuilder()
                                                           .answer("u", "conform")
                                                           .answer("s", "conform")
                                                           .notApplicable("ua", "none", "head")
                                                           .notApplicable("sa", "none", "head")
                                                           .assessment());
    EXPECT_EQ(text(outcome.score), "200/3");
    EXPECT_EQ(text(test::sectionOf(outcome, "usual").share), "1");
    EXPECT_EQ(text(test::sectionOf(outcome, "strict").share), "0.5");
}

TEST(NotApplicable, sectionWithoutApplicableUnitShowsPointsByPolicyOnly) {
    ChecklistBuilder list;
    list.scheme().naTreatment = NaTreatment::Full;
    list.section("none");
    list.item("n", "20");
    list.section("some");
    list.item("s", "80");
    const Outcome outcome = evaluate(
        list.checklist(),
        AssessmentBuilder().notApplicable("n", "none", "authority").answer("s", "nonconform").assessment());
    const SectionOutcome& none = test::sectionOf(outcome, "none");
    EXPECT_FALSE(none.share);
    EXPECT_FALSE(none.onWhole);
    EXPECT_EQ(text(none.points), "20");
    EXPECT_EQ(text(outcome.score), "20");
}

TEST(NotApplicable, itemsDecidedByFactsCarryItToo) {
    ChecklistBuilder list;
    list.item("beside");
    list.numeric("ratio", "handled / complaints >= 90%").na = NaPermission::ByCondition;
    const Outcome outcome = evaluate(list.checklist(), AssessmentBuilder()
                                                           .answer("beside", "conform")
                                                           .fact("complaints", "0")
                                                           .notApplicable("ratio", "no complaints")
                                                           .assessment());
    EXPECT_EQ(itemOf(outcome, "ratio").state, ItemState::NotApplicable);
    EXPECT_EQ(text(outcome.score), "100");
}

TEST(Override, needsAReviewAndAComment) {
    ChecklistBuilder list;
    list.numeric("area", "area >= 500");
    struct Case {
        std::string_view value;
        std::string_view comment;
        std::string_view share;
        std::string_view firstCode;
    };
    const Case cases[] = {
        {"partial", "sublet rooms not counted", "0.5", "overridden"},
        {"no", "measured on site", "0", "overridden"},
        {"3/4", "measured on site", "0.75", "overridden"},
        {"partial", " ", "1", "override-needs-comment"},
        {"7", "measured on site", "1", "override-not-understood"},
        {"gorgeous", "measured on site", "1", "override-not-understood"},
    };
    for (const Case& test : cases) {
        AssessmentBuilder answers;
        answers.verifiedFact("area", "600");
        answers.verified(
            "area",
            {.value = test::value(test.value), .notApplicable = {}, .comment = std::string(test.comment)});
        const Outcome outcome = evaluate(list.checklist(), answers.assessment(), View::Verified);
        EXPECT_EQ(text(itemOf(outcome, "area").share), test.share) << test.value;
        EXPECT_EQ(itemOf(outcome, "area").steps.front().code, test.firstCode) << test.value;
    }
    const Outcome self = evaluate(
        list.checklist(), AssessmentBuilder().fact("area", "400").answer("area", "conform").assessment());
    EXPECT_EQ(text(itemOf(self, "area").share), "0");
    EXPECT_EQ(itemOf(self, "area").steps.front().code, "facts-decide");
}

} // namespace
} // namespace duibiao
