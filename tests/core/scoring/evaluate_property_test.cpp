#include "core/scoring/rule_result.h"
#include "core/scoring/support.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace duibiao {
namespace {

using test::AssessmentBuilder;
using test::ChecklistBuilder;

int below(int limit) {
    return *rc::gen::inRange(0, limit);
}

/// Three top sections with a section inside each: sums, means, declared points, groups across them.
ChecklistBuilder anyChecklist() {
    ChecklistBuilder list;
    list.group("ANY", GroupKind::AnyOf);
    list.group("ALL", GroupKind::AllOf);
    list.group("TWO", GroupKind::AtLeast, 2);
    const std::vector<std::string> groups{"", "", "", "ANY", "ALL", "TWO"};
    for (int top = 0; top < 3; ++top) {
        for (int inner = 0; inner < 2; ++inner) {
            const std::string id = "s" + std::to_string(top) + (inner == 0 ? "" : "i");
            Section& section = list.section(id, inner == 0 ? "" : "s" + std::to_string(top));
            section.aggregate = below(2) == 0 ? Aggregate::Sum : Aggregate::Mean;
            if (below(3) == 0) {
                section.points = Exact(10 + below(40));
            }
            for (int index = below(4); index >= 0; --index) {
                Item& item = list.item(id + "-" + std::to_string(index), std::to_string(1 + below(3)));
                item.group = GroupId(groups[static_cast<std::size_t>(below(6))]);
                if (!item.group.empty()) {
                    item.weight = Exact(2);
                }
            }
        }
    }
    list.scheme().bonusCap = Exact(below(3));
    list.item("bonus").role = ItemRole::Bonus;
    list.item("deduction").role = ItemRole::Deduction;
    return list;
}

constexpr std::string_view Letters = "CPNA?";

void answerAll(AssessmentBuilder& answers, const Checklist& checklist, const Outcome* open,
               std::size_t letters) {
    for (std::size_t index = 0; index < checklist.items.size(); ++index) {
        if (open == nullptr || open->items[index].state == ItemState::Open) {
            test::answerByLetter(answers, checklist.items[index].id.str(),
                                 Letters[static_cast<std::size_t>(below(static_cast<int>(letters)))]);
        }
    }
}

RC_GTEST_PROP(Evaluate, everyWayToFinishLandsInTheInterval, ()) {
    ChecklistBuilder list = anyChecklist();
    AssessmentBuilder answers;
    answerAll(answers, list.checklist(), nullptr, Letters.size());
    const Outcome open = evaluate(list.checklist(), answers.assessment());
    answerAll(answers, list.checklist(), &open, Letters.size() - 1);
    const Outcome finished = evaluate(list.checklist(), answers.assessment());
    RC_ASSERT(finished.progress.open == 0U);
    if (!finished.score) {
        return; // everything turned out to be N/A
    }
    RC_ASSERT(open.score.has_value());
    RC_ASSERT(finished.score->settled());
    RC_ASSERT(open.score->low <= finished.score->low);
    RC_ASSERT(finished.score->high <= open.score->high);
    for (std::size_t index = 0; index < open.sections.size(); ++index) {
        const std::optional<Range>& before = open.sections[index].share;
        const std::optional<Range>& after = finished.sections[index].share;
        if (before && after) {
            RC_ASSERT(before->low <= after->low && after->high <= before->high);
        }
    }
}

/// `a >= 2`, or two of them with `and` or `or`; a division so that a known zero is unknown as well.
std::string anyCondition() {
    const std::vector<std::string> values{"a", "b", "c", "a / b", "c / a"};
    const std::vector<std::string> signs{" >= ", " < ", " = "};
    std::string text;
    for (int parts = below(2); parts >= 0; --parts) {
        text += values[static_cast<std::size_t>(below(5))] + signs[static_cast<std::size_t>(below(3))] +
                std::to_string(below(3));
        text += parts == 0 ? "" : below(2) == 0 ? " and " : " or ";
    }
    return text;
}

RC_GTEST_PROP(Evaluate, whatIsEnteredLaterLandsInTheRangeOfFirst, ()) {
    std::string rule = "first(";
    for (int conditions = below(3); conditions >= 0; --conditions) {
        rule += anyCondition() + " -> " + std::to_string(below(4)) + (conditions == 0 ? ")" : "; ");
    }
    AssessmentBuilder answers;
    const auto enter = [&](bool all) {
        for (const std::string name : {"a", "b", "c"}) {
            if (all || below(2) == 0) {
                if (!answers.assessment().facts.contains(FactId(name))) {
                    answers.fact(name, std::to_string(below(4)));
                }
            }
        }
        const Assessment assessment = answers.assessment();
        return evaluateRule(test::rule(rule), Inputs(Checklist(), assessment, View::Self));
    };
    const RuleResult before = enter(false);
    const RuleResult after = enter(true);
    if (before.share) {
        RC_ASSERT(after.share == before.share);
    } else {
        RC_ASSERT(before.possible.low <= after.possible.low && after.possible.high <= before.possible.high);
    }
    RC_ASSERT(after.missing.empty());
}

RC_GTEST_PROP(Evaluate, aBetterAnswerNeverLowersTheScore, ()) {
    ChecklistBuilder list = anyChecklist();
    AssessmentBuilder answers;
    answerAll(answers, list.checklist(), nullptr, 3);
    const Outcome before = evaluate(list.checklist(), answers.assessment());
    const std::size_t chosen =
        static_cast<std::size_t>(below(static_cast<int>(list.checklist().items.size())));
    answers.answer(list.checklist().items[chosen].id.str(), "conform");
    const Outcome after = evaluate(list.checklist(), answers.assessment());
    RC_ASSERT(before.score->low <= after.score->low);
}

} // namespace
} // namespace duibiao
