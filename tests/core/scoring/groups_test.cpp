#include "core/scoring/support.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace duibiao {
namespace {

using test::AssessmentBuilder;
using test::ChecklistBuilder;
using test::itemOf;
using test::text;

struct GroupCase {
    GroupKind kind;
    std::uint32_t least;
    std::string_view letters; ///< of the members; O = out of scope
    std::string_view share;
};

TEST(Groups, takeTheShareOfTheMemberThatDecides) {
    using enum GroupKind;
    const GroupCase cases[] = {
        {AnyOf, 1, "CN", "1"},        {AllOf, 1, "CN", "0"},
        {AnyOf, 1, "C?", "1"},        {AllOf, 1, "C?", "[0, 1]"},
        {AnyOf, 1, "NN", "0"},        {AllOf, 1, "NN", "0"},
        {AnyOf, 1, "N?", "[0, 1]"},   {AllOf, 1, "N?", "0"},
        {AnyOf, 1, "NA", "0"},        {AllOf, 1, "NA", "0"},
        {AnyOf, 1, "AA", "none"},     {AllOf, 1, "AA", "none"},
        {AnyOf, 1, "PN", "0.5"},      {AllOf, 1, "PN", "0"},
        {AnyOf, 1, "P?", "[0.5, 1]"}, {AtLeast, 2, "CN?P", "[0.5, 1]"},
        {AtLeast, 2, "CCNN", "1"},    {AtLeast, 3, "CCNN", "0"},
        {AtLeast, 2, "CAA", "1"}, // never more than are left
        {AnyOf, 1, "OC", "1"},        {AnyOf, 1, "OO", "none"},
    };
    for (const GroupCase& test : cases) {
        ChecklistBuilder list;
        list.group("G", test.kind, test.least);
        AssessmentBuilder answers;
        answers.field("type", {"general"});
        for (std::size_t index = 0; index < test.letters.size(); ++index) {
            const std::string id = "m" + std::to_string(index);
            Item& member = list.item(id);
            member.group = GroupId("G");
            if (test.letters[index] == 'O') {
                member.appliesIf = test::rule("type = special");
            }
            test::answerByLetter(answers, id, test.letters[index]);
        }
        const Outcome outcome = evaluate(list.checklist(), answers.assessment());
        std::optional<Range> share = outcome.score;
        if (share) {
            share = Range{share->low / 100, share->high / 100};
        }
        EXPECT_EQ(text(share), test.share) << test.letters;
    }
}

TEST(Groups, countTheirWeightOnce) {
    ChecklistBuilder list;
    list.group("RD", GroupKind::AnyOf);
    list.numeric("first", "linear(x; 0 -> 0; 5 -> 1)", "2").group = GroupId("RD");
    list.numeric("second", "linear(y; 0 -> 0; 4 -> 1)", "2").group = GroupId("RD");
    list.item("alone");
    const Outcome outcome =
        evaluate(list.checklist(),
                 AssessmentBuilder().fact("x", "2").fact("y", "3").answer("alone", "conform").assessment());
    EXPECT_EQ(text(outcome.score), "250/3");
    EXPECT_EQ(outcome.possible, Exact(3));
    EXPECT_FALSE(itemOf(outcome, "first").countsInGroup);
    EXPECT_TRUE(itemOf(outcome, "second").countsInGroup);
    EXPECT_EQ(itemOf(outcome, "first").weight, Exact(2));
    EXPECT_EQ(text(itemOf(outcome, "first").points), "1.5"); // the group's, where its weight counts
    EXPECT_EQ(itemOf(outcome, "second").weight, Exact(0));
    EXPECT_EQ(itemOf(outcome, "second").steps.back().code, "weight-counts-at");
}

TEST(Groups, belongToTheSectionOfTheirFirstMember) {
    ChecklistBuilder list;
    list.group("G", GroupKind::AnyOf);
    list.section("one");
    list.item("m1", "3").group = GroupId("G");
    list.section("two");
    list.item("m2", "3").group = GroupId("G");
    list.item("other");
    const Outcome outcome = evaluate(list.checklist(), AssessmentBuilder()
                                                           .answer("m1", "nonconform")
                                                           .answer("m2", "conform")
                                                           .answer("other", "partial")
                                                           .assessment());
    EXPECT_EQ(text(test::sectionOf(outcome, "one").points), "3");
    EXPECT_EQ(text(test::sectionOf(outcome, "two").points), "0.5");
    EXPECT_EQ(test::sectionOf(outcome, "two").applicable, 1U);
}

TEST(Groups, memberThatIsLeftOutHandsTheWeightOn) {
    ChecklistBuilder list;
    list.group("G", GroupKind::AnyOf);
    list.section("one").appliesIf = test::rule("type = special");
    list.item("m1", "3").group = GroupId("G");
    list.section("two");
    list.item("m2", "3").group = GroupId("G");
    const Outcome outcome =
        evaluate(list.checklist(),
                 AssessmentBuilder().answer("m2", "partial").field("type", {"general"}).assessment());
    EXPECT_EQ(text(test::sectionOf(outcome, "two").points), "1.5");
    EXPECT_EQ(itemOf(outcome, "m2").weight, Exact(3));
}

TEST(Groups, memberThatBecomesNotApplicableMovesNoPoints) {
    ChecklistBuilder list;
    list.group("G", GroupKind::AnyOf);
    list.section("one").points = Exact(90);
    list.item("m1", "3").group = GroupId("G");
    list.section("two");
    list.item("m2", "3").group = GroupId("G");
    list.item("other", "10");
    AssessmentBuilder answers;
    answers.answer("m2", "conform").answer("other", "nonconform");
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).score), "90");
    answers.notApplicable("m1", "none", "head");
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).score), "90");
}

TEST(Groups, settledGroupWaitsForNothing) {
    ChecklistBuilder list;
    list.group("G", GroupKind::AnyOf);
    list.numeric("area", "area >= 500").group = GroupId("G");
    list.numeric("desks", "desks >= 30").group = GroupId("G");
    const auto missing = [&](std::string_view area) {
        return evaluate(list.checklist(), AssessmentBuilder().fact("area", area).assessment()).missingFirst;
    };
    EXPECT_TRUE(missing("500").empty());
    EXPECT_EQ(missing("480"), std::vector<std::string>{"desks"});
}

TEST(Groups, vetoAsAWholeNeverByAMember) {
    ChecklistBuilder list;
    list.scheme().vetoLine = VetoLine::NotFull;
    list.group("G", GroupKind::AnyOf);
    for (const char* id : {"m1", "m2"}) {
        Item& member = list.item(id);
        member.group = GroupId("G");
        member.role = ItemRole::Veto;
    }
    const auto veto = [&](char first, char second) {
        AssessmentBuilder answers;
        test::answerByLetter(answers, "m1", first);
        test::answerByLetter(answers, "m2", second);
        const Outcome outcome = evaluate(list.checklist(), answers.assessment());
        EXPECT_EQ(outcome.vetoes.size(), 1U);
        EXPECT_EQ(outcome.vetoes.at(0).group, GroupId("G"));
        EXPECT_EQ(outcome.vetoes.at(0).item, ItemId("m1"));
        return outcome.vetoes.at(0).state;
    };
    EXPECT_EQ(veto('N', 'C'), TriState::Clear);
    EXPECT_EQ(veto('N', '?'), TriState::Open);
    EXPECT_EQ(veto('N', 'P'), TriState::Hit);
    EXPECT_EQ(veto('A', 'A'), TriState::Clear);
}

} // namespace
} // namespace duibiao
