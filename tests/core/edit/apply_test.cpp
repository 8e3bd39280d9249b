#include "core/edit/apply.h"
#include "core/edit/texts.h"
#include "support/random_edits.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace duibiao {
namespace {

using Kind = Voice::Kind;

/// Numbers once given stay given; everything else has to come back.
Assessment withoutGivenNumbers(Assessment assessment) {
    assessment.lastAttachment.clear();
    return assessment;
}

RC_GTEST_PROP(ApplyEdit, UndoingAllGivesTheStart, ()) {
    Assessment assessment;
    std::vector<Edit> inverses;
    std::vector<Assessment> states;
    for (const Edit& edit : *test::edits()) {
        Assessment before = assessment;
        if (auto inverse = applyEdit(assessment, edit)) {
            inverses.push_back(*inverse);
            states.push_back(std::move(before));
        } else {
            RC_ASSERT(assessment == before); // refused: untouched
        }
    }
    const Assessment end = assessment;
    std::vector<Edit> redo;
    while (!inverses.empty()) {
        const auto again = applyEdit(assessment, inverses.back());
        RC_ASSERT(again.has_value());
        redo.push_back(*again);
        inverses.pop_back();
        RC_ASSERT(withoutGivenNumbers(assessment) == withoutGivenNumbers(states.back()));
        states.pop_back();
    }
    RC_ASSERT(withoutGivenNumbers(assessment) == Assessment());
    while (!redo.empty()) {
        RC_ASSERT(applyEdit(assessment, redo.back()).has_value());
        redo.pop_back();
    }
    RC_ASSERT(assessment == end);
}

RC_GTEST_PROP(ApplyEdits, ChangeAllOrNothing, ()) {
    Assessment assessment;
    static_cast<void>(applyEdits(assessment, {AddEvidence{test::someEvidence()}}));
    const Assessment before = assessment;
    const auto inverses = applyEdits(assessment, *test::edits());
    if (!inverses) {
        RC_ASSERT(assessment == before);
        return;
    }
    RC_ASSERT(applyEdits(assessment, *inverses).has_value());
    RC_ASSERT(withoutGivenNumbers(assessment) == withoutGivenNumbers(before));
}

TEST(ApplyEdit, KeepsTheThreeVoicesOfAnAnswerApart) {
    Assessment assessment;
    const ItemId item("I-1");
    ASSERT_TRUE(applyEdit(assessment, SetValue{item, {}, WordId("conform")}));
    ASSERT_TRUE(applyEdit(assessment, SetValue{item, {Kind::Seat, SeatId("s1")}, WordId("partial")}));
    ASSERT_TRUE(applyEdit(assessment, SetComment{item, {Kind::Consensus}, "seen"}));
    const Answer& answer = assessment.answers.at(item);
    EXPECT_EQ(answer.self.value, Value(WordId("conform")));
    EXPECT_EQ(answer.verified.at(SeatId("s1")).value, Value(WordId("partial")));
    EXPECT_EQ(answer.consensus->comment, "seen");
}

TEST(ApplyEdit, NeverGivesAnAttachmentNumberTwice) {
    Assessment assessment;
    Evidence evidence;
    evidence.id = EvidenceId("e1");
    evidence.number = {4, 2};
    ASSERT_TRUE(applyEdit(assessment, AddEvidence{evidence}));
    ASSERT_TRUE(applyEdit(assessment, RemoveEvidence{evidence.id}));
    EXPECT_EQ(assessment.lastAttachment.at(4), 2U);
    ASSERT_TRUE(applyEdit(assessment, AddEvidence{evidence}));
    Evidence other = evidence;
    other.id = EvidenceId("e2");
    EXPECT_TRUE(applyEdit(assessment, AddEvidence{other}).error().is(AttachmentNumberTaken));
}

struct Refusal {
    Edit edit;
    const ErrorKind& kind;
};

TEST(ApplyEdit, RefusesNonsenseAndSaysWhy) {
    Assessment assessment;
    Evidence known;
    known.id = EvidenceId("e1");
    known.supports = {"I-1"};
    ASSERT_TRUE(applyEdit(assessment, AddEvidence{known}));
    ASSERT_TRUE(applyEdit(assessment, AddRosterEntry{RosterId("list"), {RosterEntryId("r1"), {}}}));
    const Assessment before = assessment;

    Evidence twice = known;
    twice.id = EvidenceId("e2");
    twice.supports = {"I-1", "I-1"};
    Evidence empty = known;
    empty.id = EvidenceId("e3");
    empty.size = 7;
    Evidence label = known;
    label.fileName = std::string(117, 'a') + "😀😀";
    const Date day = *Date::parse("2026-01-02");
    const Date dayBefore = *Date::parse("2026-01-01");
    const std::vector<Refusal> refusals = {
        {AddEvidence{known}, EvidenceExists},
        {AddEvidence{twice}, ContentInvalid},
        {AddEvidence{empty}, ContentInvalid},
        {ChangeEvidence{label}, TextTooLong},
        {ChangeEvidence{twice}, EvidenceUnknown},
        {RemoveEvidence{EvidenceId("e9")}, EvidenceUnknown},
        {LinkEvidence{EvidenceId("e1"), "I-1"}, LinkExists},
        {LinkEvidence{EvidenceId("e1"), "I-2", 2}, PositionInvalid},
        {LinkEvidence{EvidenceId("e9"), "I-2"}, EvidenceUnknown},
        {UnlinkEvidence{EvidenceId("e1"), "I-2"}, LinkUnknown},
        {AddRosterEntry{RosterId("list"), {RosterEntryId("r1"), {}}}, RosterEntryExists},
        {AddRosterEntry{RosterId("list"), {RosterEntryId("r2"), {}}, 5}, PositionInvalid},
        {AddRosterEntry{RosterId("other"), {RosterEntryId("r2"), {}}, 1}, PositionInvalid},
        {RemoveRosterEntry{RosterId("none"), RosterEntryId("r1")}, RosterEntryUnknown},
        {ChangeRosterEntry{RosterId("list"), {RosterEntryId("r9"), {}}}, RosterEntryUnknown},
        {SetPeriod{{"2026", day, dayBefore}}, PeriodInvalid},
        {SetName{" space at an end"}, TextNotTidy},
        {SetName{std::string("bell\a")}, TextNotTidy},
        {SetName{"line\r\nend"}, TextNotTidy},
        {SetName{"\xFF"}, TextNotTidy},
        {SetName{std::string(1001, 'n')}, TextTooLong},
        {SetComment{ItemId("I-1"), {}, std::string(100'001, 'c')}, TextTooLong},
        {SetComment{ItemId(""), {}, "c"}, IdInvalid},
        {SetComment{ItemId("1"), {}, "c"}, IdInvalid},
        {SetComment{ItemId("a b"), {}, "c"}, IdInvalid},
        {SetComment{ItemId(std::string(65, 'a')), {}, "c"}, IdInvalid},
        {SetComment{ItemId("I-1"), {Kind::Seat, SeatId()}, "c"}, IdInvalid},
        {SetValue{FactId("f"), {}, WordId("两")}, IdInvalid},
    };
    for (const Refusal& refusal : refusals) {
        const auto applied = applyEdit(assessment, refusal.edit);
        ASSERT_FALSE(applied) << refusal.kind.id;
        EXPECT_TRUE(applied.error().is(refusal.kind))
            << applied.error().kind().id << " for " << refusal.kind.id;
        EXPECT_EQ(assessment, before);
    }
}

TEST(ApplyEdit, TakesTextsUpToTheirLimit) {
    Assessment assessment;
    EXPECT_TRUE(applyEdit(assessment, SetComment{ItemId("I-1"), {}, std::string(100'000, 'c')}));
    EXPECT_TRUE(applyEdit(assessment, SetName{std::string(1000, 'n')}));
}

TEST(Tidied, MakesTypedTextFitForAFile) {
    EXPECT_EQ(tidyText("  青禾\r\n孵化器\r \t"), "青禾\n孵化器");
    EXPECT_EQ(tidyText(std::string("a\0b\x07"
                                   "c\xEF\xBF\xBF",
                                   9)),
              "abc");
    EXPECT_EQ(tidyText("a\xFF"
                       "b"),
              "a\xEF\xBF\xBD"
              "b");
    const Edit edit = tidied(SetNotApplicable{ItemId("I-1"), {}, NotApplicable{" 无\r\n", "张 "}});
    EXPECT_EQ(edit, Edit(SetNotApplicable{ItemId("I-1"), {}, NotApplicable{"无", "张"}}));
}

} // namespace
} // namespace duibiao
