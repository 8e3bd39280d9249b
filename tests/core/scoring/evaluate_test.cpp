#include "core/scoring/evaluate.h"
#include "core/scoring/support.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace duibiao {
namespace {

using test::AssessmentBuilder;
using test::ChecklistBuilder;
using test::itemOf;
using test::number;
using test::text;

struct LetterCase {
    std::string_view letters;
    std::vector<std::string_view> weights;
    NaTreatment treatment;
    std::string_view score;
};

Outcome scoreOf(const LetterCase& test) {
    ChecklistBuilder list;
    list.scheme().naTreatment = test.treatment;
    AssessmentBuilder answers;
    for (std::size_t index = 0; index < test.letters.size(); ++index) {
        const std::string id = "i" + std::to_string(index);
        list.item(id, test.weights[index]).target = number("80%");
        test::answerByLetter(answers, id, test.letters[index]);
    }
    return evaluate(list.checklist(), answers.assessment());
}

TEST(Evaluate, weighsFourStatesUnderEveryTreatmentOfNotApplicable) {
    const std::vector<std::string_view> weights{"2", "1", "1", "1"};
    const std::vector<std::string_view> five{"2", "1", "1", "1", "1"};
    const std::vector<std::string_view> ones{"1", "1", "1"};
    const LetterCase cases[] = {
        {"CPNA", weights, NaTreatment::Exclude, "62.5"},   {"CPNA", weights, NaTreatment::Full, "70"},
        {"CPNA", weights, NaTreatment::Zero, "50"},        {"CPNA", weights, NaTreatment::Anchor, "66"},
        {"CPN?A", five, NaTreatment::Exclude, "[50, 70]"}, {"AAA", ones, NaTreatment::Exclude, "none"},
        {"AAA", ones, NaTreatment::Full, "none"},          {"AAA", ones, NaTreatment::Zero, "none"},
        {"AAA", ones, NaTreatment::Anchor, "none"},        {"CCP", ones, NaTreatment::Exclude, "250/3"},
        {"???", ones, NaTreatment::Exclude, "[0, 100]"},   {"AA?", ones, NaTreatment::Exclude, "[0, 100]"},
    };
    for (const LetterCase& test : cases) {
        EXPECT_EQ(text(scoreOf(test).score), test.score) << test.letters;
    }
}

TEST(Evaluate, countsWhatIsAnsweredAndOpen) {
    const Outcome outcome = scoreOf({"CPN?A", {"2", "1", "1", "1", "0"}, NaTreatment::Exclude, ""});
    EXPECT_EQ(outcome.progress.answered, 3U);
    EXPECT_EQ(outcome.progress.open, 1U);
    EXPECT_EQ(outcome.progress.notApplicable, 1U);
    EXPECT_EQ(outcome.progress.applicable, 4U);
    EXPECT_EQ(text(outcome.obtained), "[2.5, 3.5]");
    EXPECT_EQ(outcome.possible, Exact(5));
}

TEST(Evaluate, itemOfWeightZeroIsRecordedOnly) {
    ChecklistBuilder list;
    list.item("scored");
    list.item("counted", "0");
    list.numeric("stored", "record(n)");
    const Outcome outcome = evaluate(
        list.checklist(),
        AssessmentBuilder().answer("scored", "conform").answer("counted", "nonconform").assessment());
    EXPECT_EQ(itemOf(outcome, "counted").state, ItemState::Recorded);
    EXPECT_EQ(itemOf(outcome, "counted").result, Value(WordId("nonconform")));
    EXPECT_EQ(itemOf(outcome, "stored").state, ItemState::Recorded);
    EXPECT_FALSE(itemOf(outcome, "stored").share);
    EXPECT_EQ(text(outcome.score), "100");
    EXPECT_EQ(outcome.progress.recorded, 2U);
}

TEST(Evaluate, missingFactsLeaveUnitsOpenAndAreNamedByHowManyWait) {
    ChecklistBuilder list;
    list.numeric("a", "rare >= 1");
    list.numeric("b", "often >= 1");
    list.numeric("c", "often / known >= 1", "2");
    const Outcome outcome = evaluate(list.checklist(), AssessmentBuilder().fact("known", "3").assessment());
    EXPECT_EQ(text(outcome.score), "[0, 100]");
    EXPECT_EQ(outcome.missingFirst, (std::vector<std::string>{"often", "rare"}));
    EXPECT_EQ(itemOf(outcome, "c").missing, std::vector<std::string>{"often"});
    EXPECT_EQ(itemOf(outcome, "c").reason.code, "input-missing");
}

TEST(Evaluate, outOfScopeCountsForNothingUnderEveryTreatment) {
    for (const NaTreatment treatment : {NaTreatment::Exclude, NaTreatment::Full, NaTreatment::Zero}) {
        ChecklistBuilder list;
        list.scheme().naTreatment = treatment;
        list.item("all");
        list.item("some", "9").appliesIf = test::rule("type = specialised");
        const Outcome outcome =
            evaluate(list.checklist(),
                     AssessmentBuilder().answer("all", "conform").field("type", {"general"}).assessment());
        EXPECT_EQ(text(outcome.score), "100");
        EXPECT_EQ(itemOf(outcome, "some").state, ItemState::OutOfScope);
    }
}

TEST(Evaluate, missingFieldOfAConditionLeavesWhatItGovernsOpen) {
    ChecklistBuilder list;
    list.section("general");
    list.item("g", "3");
    list.section("special").appliesIf = test::rule("type = specialised");
    list.item("s", "1");
    const auto answered = [&](AssessmentBuilder answers) {
        return evaluate(list.checklist(), answers.answer("g", "conform").answer("s", "conform").assessment());
    };
    const Outcome open = answered({});
    EXPECT_EQ(text(open.score), "[75, 100]");
    EXPECT_EQ(itemOf(open, "s").state, ItemState::Open);
    EXPECT_EQ(itemOf(open, "s").reason.code, "scope-unknown");
    EXPECT_EQ(open.missingFirst, std::vector<std::string>{"type"});
    const Outcome outside = answered(AssessmentBuilder().field("type", {"general"}));
    EXPECT_EQ(text(outside.score), "100");
    EXPECT_FALSE(test::sectionOf(outside, "special").inScope);
}

TEST(Evaluate, answersTheChecklistDoesNotKnowCountAsOpen) {
    ChecklistBuilder list;
    list.item("word");
    list.item("number");
    Item& incomplete = list.item("incomplete");
    incomplete.answer = AnswerKind::Choice;
    incomplete.choices = {{WordId("some"), {}, std::nullopt}};
    const Outcome outcome = evaluate(list.checklist(), AssessmentBuilder()
                                                           .answer("word", "excellent")
                                                           .answer("number", "5")
                                                           .answer("incomplete", "some")
                                                           .answer("stranger", "conform")
                                                           .assessment());
    EXPECT_EQ(text(outcome.score), "[0, 100]");
    EXPECT_EQ(itemOf(outcome, "word").reason.code, "unknown-word");
    EXPECT_EQ(itemOf(outcome, "number").reason.code, "number-without-rule");
    EXPECT_EQ(itemOf(outcome, "incomplete").reason.code, "word-without-share");
}

TEST(Evaluate, emptyChecklistHasNoScore) {
    const Outcome outcome = evaluate(Checklist(), Assessment());
    EXPECT_EQ(text(outcome.score), "none");
    EXPECT_EQ(outcome.conclusion.code, "nothing-applicable");
}

TEST(Evaluate, damagedStructureStillGivesAnOutcome) {
    ChecklistBuilder list;
    list.section("a", "b"); // a parent that comes later
    list.section("b", "a");
    list.item("orphan").section = SectionId("nowhere");
    list.item("loose").group = GroupId("nowhere");
    list.item("negative", "-4");
    AssessmentBuilder answers;
    for (const char* id : {"orphan", "loose", "negative"}) {
        answers.answer(id, "conform");
    }
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).score), "100");
}

TEST(Evaluate, verifiedViewNeverFillsInFromTheOwnAnswers) {
    ChecklistBuilder list;
    list.item("seen");
    list.item("unseen");
    list.numeric("counted", "n >= 3");
    AssessmentBuilder answers;
    answers.answer("seen", "conform").answer("unseen", "conform").fact("n", "3");
    answers.verified("seen", {.value = WordId("partial"), .notApplicable = {}, .comment = {}});
    const Outcome outcome = evaluate(list.checklist(), answers.assessment(), View::Verified);
    EXPECT_EQ(text(outcome.score), "[50/3, 250/3]");
    EXPECT_EQ(itemOf(outcome, "unseen").reason.code, "not-verified");
    EXPECT_EQ(itemOf(outcome, "counted").missing, std::vector<std::string>{"n"});
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment(), View::Self).score), "100");
}

TEST(Evaluate, verifiedFactsDecideTheVerifiedView) {
    ChecklistBuilder list;
    list.item("complaints").appliesIf = test::rule("complaints >= 1");
    list.item("other");
    AssessmentBuilder answers;
    answers.answer("other", "conform").fact("complaints", "0").verifiedFact("complaints", "2");
    answers.verified("other", {.value = WordId("conform"), .notApplicable = {}, .comment = {}});
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment(), View::Self).score), "100");
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment(), View::Verified).score), "[50, 100]");
}

} // namespace
} // namespace duibiao
