#include "core/scoring/reasons.h"
#include "core/scoring/support.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace duibiao {
namespace {

using test::AssessmentBuilder;
using test::ChecklistBuilder;

TEST(Reasons, fillTheirSentence) {
    EXPECT_EQ(reasonText({"vetoed", {{"items", "A-1, A-2"}}}, Catalogue()),
              "Not passed: vetoed by A-1, A-2.");
    EXPECT_EQ(reasonText({"vetoed", {{"items", "A-1, A-2"}}}, Catalogue(Language::Chinese)),
              "Not passed: vetoed by A-1、A-2.");
    EXPECT_EQ(reasonText({"no-such-code", {}}, Catalogue()), "no-such-code");
}

TEST(Reasons, callThingsByTheirLabels) {
    ChecklistBuilder list;
    list.band("top", "90").title = {"优秀", "Excellent"};
    list.fact("area_total_m2").label = {"场地面积", "total area"};
    list.section("S").title = {"场地", "Premises"};
    Item& item = list.item("i");
    const ReasonScope scope{&list.checklist(), &item};
    const Catalogue english;
    EXPECT_EQ(reasonText({"graded", {{"band", "top"}}}, english, scope), "Grade: Excellent.");
    EXPECT_EQ(reasonText({"undecided", {{"low", "vetoed"}, {"high", "graded:top"}}}, english, scope),
              "Not decided yet: vetoed at worst, Excellent at best.");
    EXPECT_EQ(reasonText({"input-missing", {{"names", "area_total_m2, other"}}}, english, scope),
              "Open: total area, other missing.");
    EXPECT_EQ(reasonText({"below-floor", {{"sections", "S"}}}, english, scope),
              "Not passed: below the floor of Premises.");
    EXPECT_EQ(reasonText({"answered", {{"word", "partial"}, {"share", "0.5"}}}, english, scope),
              "Answered \"Partly conform\": share 0.5.");
    EXPECT_EQ(reasonText({"answered", {{"word", "partial"}, {"share", "0.5"}}}, Catalogue(Language::Chinese),
                         scope),
              "Answered \"部分符合\": share 0.5.");
}

/// A checklist and answers that pass through every kind of step; the sentence of each must find all its
/// arguments.
TEST(Reasons, everyReasonOfAnOutcomeHasItsSentenceAndArguments) {
    ChecklistBuilder list;
    list.group("G", GroupKind::AnyOf);
    list.item("word");
    list.item("open");
    list.item("na");
    list.item("member1").group = GroupId("G");
    list.item("member2").group = GroupId("G");
    list.item("scope").appliesIf = test::rule("type = x");
    for (const char* rule : {"a >= 1", "a <= 1", "a < 2", "b / c >= 1", "table(w; p -> 1)", "a >= 1 or a < 0",
                             "w = p", "linear(a; 0 -> 0; 7 -> 3)", "first(a > 0 -> 1)", "first(a < 0 -> 1)",
                             "first(missing > 0 -> 1; a > 0 -> 1/2)", "record(a)", "a = p", "missing >= 1"}) {
        list.numeric("n" + std::to_string(list.checklist().items.size()), rule);
    }
    const Outcome outcome = evaluate(list.checklist(), AssessmentBuilder()
                                                           .answer("word", "partial")
                                                           .answer("member1", "strange")
                                                           .notApplicable("na", "none", "head")
                                                           .fact("a", "2")
                                                           .fact("b", "1")
                                                           .fact("c", "0")
                                                           .fact("w", "q")
                                                           .assessment());
    std::set<std::string> codes;
    const auto check = [&](const Reason& reason) {
        codes.insert(reason.code);
        const std::string sentence = reasonText(reason, Catalogue());
        EXPECT_NE(sentence, reason.code);
        EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
    };
    check(outcome.conclusion);
    for (const ItemOutcome& item : outcome.items) {
        EXPECT_FALSE(item.steps.empty());
        check(item.reason);
        for (const Reason& step : item.steps) {
            check(step);
        }
    }
    EXPECT_GE(codes.size(), 20U);
}

TEST(Reasons, codesAreUnique) {
    std::set<std::string_view> codes;
    for (const ReasonPattern& pattern : reasonPatterns()) {
        EXPECT_TRUE(codes.insert(pattern.code).second) << pattern.code;
    }
}

} // namespace
} // namespace duibiao
