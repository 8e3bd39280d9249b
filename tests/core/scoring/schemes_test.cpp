// The worked examples of docs/scoring.md, "Other schemes in the same words".
#include "core/scoring/support.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace duibiao {
namespace {

using test::AssessmentBuilder;
using test::ChecklistBuilder;
using test::number;
using test::text;

// After-sale service: 100 points, rescaled over what applies, special deductions and one bonus point, stars
// ---------

ChecklistBuilder afterSaleService() {
    ChecklistBuilder list;
    for (const char* item : {"a20", "c8", "d20", "f15", "g10"}) {
        list.item(item, std::string(item).substr(1)).answer = AnswerKind::YesNo;
    }
    list.numeric("b12", "linear((b_sampled - b_bad) / b_sampled; 0 -> 0; 1 -> 1)", "12");
    list.numeric("e15", "linear((e_sampled - e_bad) / e_sampled; 0 -> 0; 1 -> 1)", "15");
    list.numeric("special", "linear(specials; 0 -> 100; 100 -> 0)", "100").role = ItemRole::Deduction;
    list.numeric("count", "specials < 5", "0").role = ItemRole::Veto;
    Item& bonus = list.item("bonus");
    bonus.answer = AnswerKind::YesNo;
    bonus.role = ItemRole::Bonus;
    list.scheme().bonusCap = 1;
    list.band("five-stars", "95");
    list.band("four-stars", "90");
    list.band("three-stars", "80");
    list.band("reached", "70");
    return list;
}

AssessmentBuilder afterSaleAnswers() {
    AssessmentBuilder answers;
    for (const char* item : {"a20", "c8", "d20", "f15", "g10"}) {
        answers.answer(item, "yes");
    }
    answers.fact("b_sampled", "25").fact("b_bad", "0").fact("e_sampled", "10").fact("e_bad", "0");
    return answers.fact("specials", "0").answer("bonus", "no");
}

TEST(Schemes, deductionsAndBonusComeAfterRescaling) {
    ChecklistBuilder list = afterSaleService();
    AssessmentBuilder sampled = afterSaleAnswers().fact("b_bad", "3").fact("e_bad", "1").answer("f15", "no");
    sampled.fact("specials", "1").answer("bonus", "yes");
    const Outcome first = evaluate(list.checklist(), sampled.assessment());
    EXPECT_EQ(text(first.score), "82.06");
    EXPECT_EQ(text(first.conclusion), "graded(three-stars)");
    EXPECT_EQ(text(test::itemOf(first, "special").points), "-1");

    sampled.fact("specials", "0").answer("bonus", "no");
    sampled.notApplicable("e15", "none sold", "head").notApplicable("f15", "none sold", "head");
    const Outcome second = evaluate(list.checklist(), sampled.assessment());
    EXPECT_EQ(text(second.score), "3428/35");
    EXPECT_EQ(text(second.bands), "five-stars");

    const Outcome third = evaluate(list.checklist(), afterSaleAnswers().fact("specials", "5").assessment());
    EXPECT_EQ(text(third.score), "95");
    EXPECT_EQ(text(third.bands), "five-stars"); // still computed and shown
    EXPECT_EQ(text(third.conclusion), "vetoed(count)");

    const Outcome fourth = evaluate(list.checklist(), afterSaleAnswers().answer("g10", "no").assessment());
    EXPECT_EQ(text(fourth.score), "90");
    EXPECT_EQ(text(fourth.bands), "four-stars");
}

TEST(Schemes, scoreNeverFallsBelowZero) {
    ChecklistBuilder list = afterSaleService();
    AssessmentBuilder answers = afterSaleAnswers().fact("specials", "60");
    for (const char* item : {"a20", "c8", "d20"}) {
        answers.answer(item, "no");
    }
    EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).score), "0");
}

// A table of 400 base and 100 bonus points, N/A in full
// ------------------------------------------------------------

TEST(Schemes, baseTableKeepsItsFixedPoints) {
    ChecklistBuilder list;
    list.scheme().maximum = 400;
    list.scheme().bonusCap = 100;
    list.scheme().naTreatment = NaTreatment::Full;
    list.band("A", "280");
    list.numeric("rest", "linear(base; 0 -> 0; 380 -> 1)", "380");
    list.item("twenty", "20");
    list.numeric("extra", "linear(bonus; 0 -> 0; 100 -> 1)", "100").role = ItemRole::Bonus;
    const auto scored = [&](AssessmentBuilder answers) {
        return evaluate(list.checklist(), answers.fact("base", "265").fact("bonus", "0").assessment());
    };
    const Outcome notApplicable = scored(AssessmentBuilder().notApplicable("twenty", "none", "authority"));
    EXPECT_EQ(text(notApplicable.score), "285");
    EXPECT_EQ(text(notApplicable.conclusion), "graded(A)");
    const Outcome absent = scored(AssessmentBuilder().answer("twenty", "nonconform"));
    EXPECT_EQ(text(absent.score), "265");
    EXPECT_EQ(text(absent.conclusion), "below-bands");
    const Outcome open = scored({});
    EXPECT_EQ(text(open.score), "[265, 285]");
    EXPECT_EQ(text(open.conclusion), "undecided(below-bands, graded:A)");
    EXPECT_EQ(text(open.bands), "below to A");
    const Outcome withBonus = evaluate(
        list.checklist(),
        AssessmentBuilder().fact("base", "345").answer("twenty", "conform").fact("bonus", "55").assessment());
    EXPECT_EQ(text(withBonus.score), "420");
}

// Mean of means
// --------------------------------------------------------------------------------------------------

/// `tree` holds domains of capability items of ratings 0 to 5, -1 = not applicable.
Outcome meanOfMeans(const std::vector<std::vector<std::vector<int>>>& tree) {
    ChecklistBuilder list;
    list.scheme().maximum = 5;
    AssessmentBuilder answers;
    list.section("all").aggregate = Aggregate::Mean;
    for (std::size_t domain = 0; domain < tree.size(); ++domain) {
        const std::string domainId = "d" + std::to_string(domain);
        list.section(domainId, "all").aggregate = Aggregate::Mean;
        for (std::size_t ability = 0; ability < tree[domain].size(); ++ability) {
            const std::string abilityId = domainId + "a" + std::to_string(ability);
            list.section(abilityId, domainId).aggregate = Aggregate::Mean;
            for (std::size_t index = 0; index < tree[domain][ability].size(); ++index) {
                const std::string id = abilityId + "i" + std::to_string(index);
                const int rating = tree[domain][ability][index];
                list.numeric(id, "linear(f" + id + "; 0 -> 0; 5 -> 1)").section = SectionId(abilityId);
                if (rating < 0) {
                    answers.notApplicable(id, "none", "head");
                } else {
                    answers.fact("f" + id, std::to_string(rating));
                }
            }
        }
    }
    return evaluate(list.checklist(), answers.assessment());
}

TEST(Schemes, meansAreTakenLevelByLevel) {
    const Outcome all = meanOfMeans({{{4, 4}, {2, 4}}, {{1, 2, 3}, {5}, {3, 3}, {2, 4}}});
    EXPECT_EQ(text(test::sectionOf(all, "d0").share), "0.7");
    EXPECT_EQ(text(test::sectionOf(all, "d1").share), "0.65");
    EXPECT_EQ(text(all.score), "3.375");
    const Outcome some = meanOfMeans({{{4, 4}, {-1, -1}}, {{1, 2, 3}, {5}, {3, 3}, {2, 4}}, {{-1}, {-1}}});
    EXPECT_EQ(text(test::sectionOf(some, "d0").share), "0.8");
    EXPECT_EQ(text(test::sectionOf(some, "d2").share), "none");
    EXPECT_EQ(text(some.score), "3.625");
}

// Deductions from a start value, a veto by one serious fault or by too many light ones
// --------------------------

ChecklistBuilder customs() {
    ChecklistBuilder list;
    list.band("pass", "95");
    list.group("FEW", GroupKind::AtLeast, 5); // of 8 counted points at most 3 have a light fault
    for (const char* fact :
         {"n1", "n2", "n3", "n4", "s1", "s2", "s3", "s4", "o1", "o2", "o3", "o4", "o5", "o6"}) {
        const std::string id = fact;
        list.numeric("take-" + id, "table(" + id + "; fine -> 2; light -> 1; serious -> 0)", "2").role =
            ItemRole::Deduction;
        list.numeric("serious-" + id, id + " != serious", "0").role = ItemRole::Veto;
        if (id.front() != 'o') {
            Item& counted = list.numeric("light-" + id, id + " != light", "0");
            counted.role = ItemRole::Veto;
            counted.group = GroupId("FEW");
        }
    }
    return list;
}

TEST(Schemes, deductionsStartFromTheMaximum) {
    struct Case {
        std::map<std::string, std::string> faults; ///< empty = unanswered
        std::string_view score;
        std::string_view conclusion;
    };
    const Case cases[] = {
        {{{"n1", "light"}, {"n2", "light"}, {"n3", "light"}}, "97", "graded(pass)"},
        {{{"n1", "light"}, {"n2", "light"}, {"n3", "light"}, {"s1", "light"}}, "96", "vetoed(FEW)"},
        {{{"o1", "serious"}}, "98", "vetoed(serious-o1)"},
        {{{"o1", "light"}, {"o2", "light"}, {"o3", "light"}, {"o4", "light"}, {"o5", "light"}},
         "95",
         "graded(pass)"},
        {{{"o1", "light"},
          {"o2", "light"},
          {"o3", "light"},
          {"o4", "light"},
          {"o5", "light"},
          {"o6", "light"}},
         "94",
         "below-bands"},
        {{{"n1", "light"}, {"s1", ""}}, "[97, 99]", "undecided(vetoed, graded:pass)"},
    };
    for (const Case& test : cases) {
        AssessmentBuilder answers;
        std::map<std::string, std::string> facts = test.faults;
        for (const char* fact :
             {"n1", "n2", "n3", "n4", "s1", "s2", "s3", "s4", "o1", "o2", "o3", "o4", "o5", "o6"}) {
            facts.emplace(fact, "fine");
        }
        for (const auto& [id, word] : facts) {
            if (!word.empty()) {
                answers.fact(id, word);
            }
        }
        const Outcome outcome = evaluate(customs().checklist(), answers.assessment());
        EXPECT_EQ(text(outcome.score), test.score);
        EXPECT_EQ(text(outcome.conclusion), test.conclusion);
    }
}

TEST(Schemes, deductionsThatDoNotApplyLeaveNoScore) {
    ChecklistBuilder list;
    list.item("only", "2").role = ItemRole::Deduction;
    const Outcome outcome =
        evaluate(list.checklist(), AssessmentBuilder().notApplicable("only", "none", "head").assessment());
    EXPECT_EQ(text(outcome.score), "none");
    EXPECT_EQ(outcome.conclusion.code, "nothing-applicable");
}

// Total and floors, or direct pass
// --------------------------------------------------------------------------------

TEST(Schemes, directPassReplacesFloorsAndTotal) {
    struct Case {
        std::string_view innovation;
        std::string_view growth;
        std::string_view focus;
        std::string_view award; ///< empty = unanswered
        std::string_view score;
        std::string_view conclusion;
    };
    const Case cases[] = {
        {"25", "18", "20", "no", "63", "graded(pass)"},
        {"38", "14.99", "29", "no", "81.99", "below-floor(growth)"},
        {"24.996", "17", "18", "no", "59.996", "below-bands"},
        {"19", "10", "12", "yes", "41", "direct-pass(award)"},
        {"20", "15", "24", "", "59", "undecided(below-bands, direct-pass)"},
    };
    for (const Case& test : cases) {
        ChecklistBuilder list;
        list.band("pass", "60");
        Item& award = list.item("award", "0");
        award.answer = AnswerKind::YesNo;
        award.role = ItemRole::DirectPass;
        list.section("innovation").floor = Exact(20);
        list.numeric("i", "linear(a; 0 -> 0; 40 -> 1)", "40");
        list.section("growth").floor = Exact(15);
        list.numeric("g", "linear(b; 0 -> 0; 30 -> 1)", "30");
        list.section("focus").floor = Exact(15);
        list.numeric("f", "linear(c; 0 -> 0; 30 -> 1)", "30");
        AssessmentBuilder answers;
        answers.fact("a", test.innovation).fact("b", test.growth).fact("c", test.focus);
        if (!test.award.empty()) {
            answers.answer("award", test.award);
        }
        const Outcome outcome = evaluate(list.checklist(), answers.assessment());
        EXPECT_EQ(text(outcome.score), test.score);
        EXPECT_EQ(text(outcome.conclusion), test.conclusion);
    }
}

// A hundred points and a capped bonus
// ---------------------------------------------------------------------------

TEST(Schemes, bonusIsCappedAndMayExceedTheMaximum) {
    struct Case {
        std::string_view third; ///< points of the third block; empty = unanswered
        bool full;
        int met;
        int open;
        std::string_view score;
    };
    const Case cases[] = {{"9", false, 3, 0, "87"},
                          {"9", false, 7, 0, "89"},
                          {"", false, 4, 3, "[79, 90]"},
                          {"10", true, 6, 0, "105"}};
    const std::vector<std::pair<int, std::string>> blocks{{15, "13"}, {15, "12"}, {10, ""},  {10, "8"},
                                                          {20, "17"}, {15, "12"}, {15, "13"}};
    for (const Case& test : cases) {
        ChecklistBuilder list;
        list.scheme().bonusCap = 5;
        AssessmentBuilder answers;
        for (std::size_t index = 0; index < blocks.size(); ++index) {
            const std::string fact = "b" + std::to_string(index);
            const std::string most = std::to_string(blocks[index].first);
            list.numeric("block" + fact, "linear(" + fact + "; 0 -> 0; " + most + " -> 1)", most);
            const std::string given = index == 2  ? std::string(test.third)
                                      : test.full ? most
                                                  : blocks[index].second;
            if (!given.empty()) {
                answers.fact(fact, given);
            }
        }
        for (int index = 0; index < 7; ++index) {
            const std::string id = "bonus" + std::to_string(index);
            Item& bonus = list.item(id);
            bonus.role = ItemRole::Bonus;
            bonus.answer = AnswerKind::YesNo;
            if (index < test.met) {
                answers.answer(id, "yes");
            } else if (index >= test.met + test.open) {
                answers.answer(id, "no");
            }
        }
        EXPECT_EQ(text(evaluate(list.checklist(), answers.assessment()).score), test.score);
    }
}

// Admission, score, floors, direct pass: the hard-tech draft
// -----------------------------------------------------

ChecklistBuilder hardTech() {
    ChecklistBuilder list;
    const auto floor = [&](const char* id, const char* parent, const char* points) {
        list.section(id, parent).floor = number(points);
    };
    list.section("HT-0");
    list.item("HT-0.1", "0").role = ItemRole::Admission;
    list.numeric("HT-0.3", "revenue_core / revenue_total >= 50%", "0").role = ItemRole::Admission;
    floor("HT-S", "", "60");
    floor("HT-G1", "HT-S", "20");
    list.section("HT-1", "HT-G1");
    list.group("RD", GroupKind::AnyOf);
    list.group("GROWTH", GroupKind::AnyOf);
    list.numeric("HT-1.1", "linear(rd / revenue_3y; 0% -> 0; 5% -> 1)", "2").group = GroupId("RD");
    list.numeric("HT-1.2", "linear(rd; 0 -> 0; 8000 -> 1)", "2").group = GroupId("RD");
    list.numeric("HT-1.3", "linear(staff_rd / staff; 0% -> 0; 10% -> 1)");
    list.numeric("HT-1.4", "table(platform; national -> 1; provincial -> 2/3; municipal -> 1/3; none -> 0)");
    list.numeric("HT-1.5", "linear(team; 0 -> 0; 5 -> 1)");
    list.section("HT-2", "HT-G1");
    list.numeric("HT-2.1", "linear(patents; 0 -> 0; 7 -> 1)");
    list.numeric("HT-2.2", "record(high_value / valid)", "0");
    list.item("HT-2.3");
    floor("HT-3", "HT-S", "15");
    list.numeric("HT-3.1", "linear(trl; 1 -> 0; 9 -> 1)");
    list.numeric("HT-3.2", "linear(benchmark; 0 -> 0; 5 -> 1)");
    list.numeric("HT-3.3", "linear(substitution; 0 -> 0; 5 -> 1)");
    list.numeric("HT-3.4", "linear(autonomy; 0 -> 0; 5 -> 1)");
    floor("HT-4", "HT-S", "15");
    list.numeric("HT-4.1",
                 "table(stage; mass_production -> 1; small_batch -> 2/3; prototype -> 1/3; none -> 0)");
    list.numeric("HT-4.2", "linear(growth; 0% -> 0; 25% -> 1)", "2").group = GroupId("GROWTH");
    list.numeric("HT-4.3", "linear(last_year; 0 -> 0; 30000 -> 1)", "2").group = GroupId("GROWTH");
    list.numeric("HT-4.4", "linear(equity; 0 -> 0; 500 -> 1)");
    list.section("HT-5", "HT-S");
    list.numeric("HT-5.1", "award in (national, provincial)", "0").role = ItemRole::DirectPass;
    list.numeric("HT-5.3", "linear(contribution; 0 -> 0; 5 -> 1)");
    list.band("pass", "60");
    return list;
}

AssessmentBuilder hardTechAnswers(std::map<std::string, std::string> changes) {
    AssessmentBuilder answers;
    answers.answer("HT-0.1", "conform").answer("HT-2.3", "conform");
    changes.insert({{"revenue_core", "8000"},
                    {"revenue_total", "10000"},
                    {"rd", "2400"},
                    {"revenue_3y", "30000"},
                    {"staff_rd", "12"},
                    {"staff", "60"},
                    {"platform", "municipal"},
                    {"team", "4"},
                    {"patents", "5"},
                    {"trl", "7"},
                    {"benchmark", "4"},
                    {"substitution", "4"},
                    {"autonomy", "3"},
                    {"stage", "small_batch"},
                    {"growth", "0.2"},
                    {"last_year", "9000"},
                    {"equity", "500"},
                    {"award", "none"},
                    {"contribution", "3"}});
    for (const auto& [id, value] : changes) {
        if (!value.empty()) {
            answers.fact(id, value);
        }
    }
    return answers;
}

/// "79.15/36.55/18.44/20.42", two decimals of each floor.
std::string floorsOf(const Outcome& outcome) {
    std::string shown;
    for (const FloorOutcome& floor : outcome.floors) {
        const std::string low = floor.value->low.rounded(2);
        const std::string high = floor.value->high.rounded(2);
        shown += (shown.empty() ? "" : "/") + low + (low == high ? "" : "-" + high);
    }
    return shown;
}

TEST(Schemes, hardTechDraftComparesFloorsOnTheScaleOfTheWhole) {
    struct Case {
        std::map<std::string, std::string> changes;
        std::string_view floors;
        std::string_view conclusion;
    };
    const Case cases[] = {
        {{}, "79.15/36.55/18.44/20.42", "graded(pass)"},
        {{{"growth", "0.05"}, {"last_year", "3000"}, {"equity", "0"}},
         "65.40/36.55/18.44/6.67",
         "below-floor(HT-4)"},
        {{{"trl", ""}}, "74.46-80.71/36.55/13.75-20.00/20.42", "undecided(below-floor, graded:pass)"},
        {{{"revenue_core", "100"}}, "79.15/36.55/18.44/20.42", "admission-not-met(HT-0.3)"},
        {{{"growth", "0.05"}, {"last_year", "3000"}, {"equity", "0"}, {"award", "national"}},
         "65.40/36.55/18.44/6.67",
         "direct-pass(HT-5.1)"},
        {{{"award", "national"}, {"revenue_core", "100"}},
         "79.15/36.55/18.44/20.42",
         "admission-not-met(HT-0.3)"},
    };
    for (const Case& test : cases) {
        const Outcome outcome = evaluate(hardTech().checklist(), hardTechAnswers(test.changes).assessment());
        EXPECT_EQ(floorsOf(outcome), test.floors);
        EXPECT_EQ(text(outcome.conclusion), test.conclusion);
        EXPECT_EQ(outcome.possible, Exact(16));
    }
}

} // namespace
} // namespace duibiao
