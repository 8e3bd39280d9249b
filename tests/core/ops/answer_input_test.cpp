#include "core/model/rule_parser.h"
#include "core/ops/answer_input.h"
#include "support/small_checklist.h"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

namespace duibiao {
namespace {

Choice word(const char* id, const char* zh, const char* en) {
    return {WordId(id), {zh, en}, {}};
}

FactDefinition fact(const char* id, Unit unit) {
    FactDefinition definition;
    definition.id = FactId(id);
    definition.unit = unit;
    return definition;
}

/// The small checklist with facts of several units, a set field and two items decided by facts.
Checklist checklist() {
    Checklist checklist = test::smallChecklist();
    checklist.facts = {fact("staff", Unit::Count), fact("share", Unit::Ratio),
                       fact("area", Unit::SquareMetres), fact("award", Unit::Word),
                       fact("open", Unit::YesNo)};
    checklist.facts[0].minimum = Exact(0);
    checklist.facts[3].words = {word("national", "国家级", "National"), word("none", "无", "None")};
    FieldDefinition services;
    services.id = FieldId("services");
    services.kind = FieldKind::Words;
    services.words = {word("fund", "资金", "Fund"), word("platform", "平台", "Platform")};
    checklist.fields = {services};
    checklist.items[1].rule = *parseRule("staff >= 3");
    checklist.items[2].rule = *parseRule("staff / area >= 1");
    return checklist;
}

AnswerInput input(const char* key, const char* value) {
    return {key, value, {}, {}, {}, {}};
}

std::vector<Edit> edits(const std::vector<AnswerInput>& inputs) {
    auto result = editsFor(checklist(), inputs);
    if (!result) {
        for (const Diagnostic& finding : result.error().entries()) {
            ADD_FAILURE() << describe(finding.error, Catalogue());
        }
        return {};
    }
    return *result;
}

std::vector<const ErrorKind*> problems(const std::vector<AnswerInput>& inputs) {
    const auto result = editsFor(checklist(), inputs);
    std::vector<const ErrorKind*> kinds;
    if (!result) {
        for (const Diagnostic& finding : result.error().entries()) {
            kinds.push_back(&finding.error.kind());
        }
    }
    return kinds;
}

Value valueOf(const std::vector<Edit>& made) {
    for (const Edit& edit : made) {
        const auto* set = std::get_if<SetValue>(&edit);
        if (set != nullptr && set->value) {
            return *set->value;
        }
    }
    return Exact(-1);
}

TEST(AnswerInput, TakesWordsByIdAndByLabelInEitherLanguage) {
    for (const char* typed : {"partial", "PARTIAL", " 部分符合 ", "Partly conform"}) {
        EXPECT_EQ(valueOf(edits({input("A1", typed)})), Value(WordId("partial"))) << typed;
    }
    EXPECT_EQ(valueOf(edits({input("award", "国家级")})), Value(WordId("national")));
    EXPECT_EQ(valueOf(edits({input("open", "否")})), Value(WordId("no")));
}

TEST(AnswerInput, TakesNumbersAsPeopleTypeThem) {
    EXPECT_EQ(valueOf(edits({input("area", "１２，０００")})), Value(Exact(12000)));
    EXPECT_EQ(valueOf(edits({input("area", "75.5")})), Value(Exact(151, 2)));
    EXPECT_EQ(valueOf(edits({input("share", "92")})), Value(Exact(23, 25)));
    EXPECT_EQ(valueOf(edits({input("share", "92 %")})), Value(Exact(23, 25)));
}

TEST(AnswerInput, ANumberForAPointThatOneFactDecidesIsThatFact) {
    const auto made = edits({input("A2", "5")});
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(std::get<SetValue>(made[1]).target, Target(FactId("staff")));
}

TEST(AnswerInput, SeveralWordsOfAFieldAreSeparatedAsPeopleDo) {
    const auto made = edits({input("services", "fund、平台，fund")});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(std::get<SetField>(made[0]).words, (std::vector<std::string>{"fund", "platform"}));
}

TEST(AnswerInput, NotApplicableKeepsItsReasonAndTakesTheAnswerBack) {
    AnswerInput claim = input("A2", "na");
    claim.reason = "没有这项业务";
    claim.approver = "王主任";
    const auto made = edits({claim});
    ASSERT_EQ(made.size(), 2U);
    EXPECT_FALSE(std::get<SetValue>(made[0]).value);
    EXPECT_EQ(std::get<SetNotApplicable>(made[1]).claim, (NotApplicable{"没有这项业务", "王主任"}));
}

TEST(AnswerInput, AnEmptyValueTakesTheAnswerBack) {
    const auto made = edits({input("A1", ""), input("services", ""), input("staff", "")});
    ASSERT_EQ(made.size(), 4U);
    EXPECT_FALSE(std::get<SetValue>(made[0]).value);
    EXPECT_TRUE(std::get<SetField>(made[2]).words.empty());
}

TEST(AnswerInput, ReportsEveryProblemAndMakesNoEdit) {
    AnswerInput commented = input("services", "fund");
    commented.comment = "x";
    const std::vector<const ErrorKind*> expected{
        &KeyMisspelt,    &AnswerWordUnknown, &AnswerNotANumber,  &AnswerNotWhole,       &AnswerOutOfRange,
        &DecidedByFacts, &FactNotApplicable, &AnswerWordUnknown, &CommentWithoutAnswer, &KeyUnknown};
    EXPECT_EQ(
        problems({input("stafff", "3"), input("A1", "good"), input("area", "42家"), input("staff", "1.5"),
                  input("staff", "-1"), input("B1", "3"), input("staff", "na"), input("services", "fund,tea"),
                  commented, input("something-else", "1"), input("A2", "5")}),
        expected);
}

TEST(AnswerInput, APointThatAppliesToEverybodyIsNeverNotApplicable) {
    Checklist strict = checklist();
    strict.items[0].na = NaPermission::Never;
    const std::vector<AnswerInput> claim{input("A1", "na")};
    const auto result = editsFor(strict, claim);
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().entries().front().error.is(NeverNotApplicable));
}

} // namespace
} // namespace duibiao
