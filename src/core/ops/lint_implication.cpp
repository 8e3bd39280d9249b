#include "core/ops/lint_implication.h"

#include "core/scoring/rule_result.h"

#include <algorithm>
#include <array>

namespace duibiao {

namespace {

/// A comparison of something with a fixed number.
bool comparesWithNumber(const Rule& rule) {
    return rule.op >= RuleOp::Less && rule.op <= RuleOp::NotEqual && rule.children.size() == 2 &&
           rule.children[1].op == RuleOp::Number;
}

/// Whether `rule` holds when its left side is `value`.
bool holdsAt(const Rule& rule, const Exact& value) {
    Rule left;
    left.number = value;
    Rule asked = rule;
    asked.children[0] = std::move(left);
    return evaluateCondition(asked, Inputs(Checklist(), Assessment(), View::Self)).truth == Truth::True;
}

/// Both sides change at the two limits only, so five values stand for all.
bool limitImplies(const Rule& first, const Rule& second) {
    const auto [low, high] = std::minmax(first.children[1].number, second.children[1].number);
    const std::array values{low - Exact(1), low, (low + high) / Exact(2), high, high + Exact(1)};
    return std::ranges::all_of(
        values, [&](const Exact& value) { return !holdsAt(first, value) || holdsAt(second, value); });
}

/// Nested `and` and `or` are looked through on both sides; a rule made for it could take for ever.
constexpr int MostSteps = 20'000;

bool impliesWithin(const Rule& first, const Rule& second, int& steps) {
    if (--steps < 0) {
        return false;
    }
    if (first == second) {
        return true;
    }
    if (comparesWithNumber(first) && comparesWithNumber(second)) {
        return first.children[0] == second.children[0] && limitImplies(first, second);
    }
    const auto firstImplies = [&](const Rule& part) { return impliesWithin(first, part, steps); };
    const auto impliesSecond = [&](const Rule& part) { return impliesWithin(part, second, steps); };
    return (first.op == RuleOp::Or && std::ranges::all_of(first.children, impliesSecond)) ||
           (second.op == RuleOp::And && std::ranges::all_of(second.children, firstImplies)) ||
           (first.op == RuleOp::And && std::ranges::any_of(first.children, impliesSecond)) ||
           (second.op == RuleOp::Or && std::ranges::any_of(second.children, firstImplies));
}

} // namespace

bool implies(const Rule& first, const Rule& second) {
    int steps = MostSteps;
    return impliesWithin(first, second, steps);
}

} // namespace duibiao
