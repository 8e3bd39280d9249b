#include "core/scoring/rule_result.h"

#include "core/model/rule_parser.h"
#include "core/scoring/rule_evaluator.h"

#include <algorithm>

namespace duibiao {

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

std::optional<Exact> predicateShare(RuleEvaluator& evaluator, const Rule& rule) {
    const Truth truth = evaluator.truth(rule);
    if (truth == Truth::Unknown) {
        return std::nullopt;
    }
    const bool met = truth == Truth::True;
    if (rule.op == RuleOp::And || rule.op == RuleOp::Or) {
        evaluator.steps().push_back({met ? "rule-met" : "rule-missed", {{"rule", ruleText(rule)}}});
    }
    return met ? Exact(1) : Exact(0);
}

std::optional<Exact> pointsShare(RuleEvaluator& evaluator, const Rule& rule,
                                 const std::optional<Value>& subject) {
    const Exact highest = highestPoints(rule);
    const std::optional<Exact> points = evaluator.points(rule);
    if (!points || highest <= Exact(0)) {
        return std::nullopt;
    }
    const Exact share = std::max(Exact(0), *points / highest);
    std::string value;
    if (subject) {
        const Exact* number = std::get_if<Exact>(&*subject);
        value = number != nullptr ? exactAndNear(*number) : std::get<WordId>(*subject).str();
    }
    evaluator.steps().push_back({"value-gives-points",
                                 {{"expression", ruleText(rule.children[0])},
                                  {"value", std::move(value)},
                                  {"points", exactAndNear(*points)},
                                  {"highest", exactAndNear(highest)},
                                  {"share", exactAndNear(share)}}});
    return share;
}

/// The share of first(); unsettled while an unknown condition could change it.
Range firstShare(RuleEvaluator& evaluator, const Rule& rule) {
    const Exact highest = highestPoints(rule);
    const Range points = evaluator.firstValue(rule);
    if (highest <= Exact(0)) {
        return {Exact(0), Exact(1)};
    }
    Range share{std::max(Exact(0), points.low / highest), std::max(Exact(0), points.high / highest)};
    if (share.settled()) {
        evaluator.steps().push_back({"points-give-share",
                                     {{"points", exactAndNear(points.low)},
                                      {"highest", exactAndNear(highest)},
                                      {"share", exactAndNear(share.low)}}});
    } else {
        evaluator.steps().push_back(
            {"share-possible", {{"least", exactAndNear(share.low)}, {"most", exactAndNear(share.high)}}});
    }
    return share;
}

/// The last step of a rule that could not be decided.
void explainUnknown(RuleEvaluator& evaluator, const Rule& rule) {
    std::vector<Reason>& steps = evaluator.steps();
    if (!evaluator.missing().empty()) {
        steps.push_back({"input-missing", {{"names", joined(evaluator.missing())}}});
        return;
    }
    const auto cause = std::ranges::find_if(steps, [](const Reason& step) {
        return step.code == "division-by-zero" || step.code == "word-not-in-table";
    });
    if (cause == steps.end()) {
        steps.push_back({"rule-undecided", {{"rule", ruleText(rule)}}});
    } else {
        std::rotate(cause, cause + 1, steps.end()); // the cause is the last word
    }
}

} // namespace

ConditionResult evaluateCondition(const Rule& rule, const Inputs& inputs) {
    RuleEvaluator evaluator(inputs);
    const Truth truth = evaluator.truth(rule);
    return {truth, truth == Truth::Unknown ? evaluator.missing() : std::vector<std::string>()};
}

RuleResult evaluateRule(const Rule& rule, const Inputs& inputs) {
    RuleEvaluator evaluator(inputs);
    RuleResult result;
    result.result = evaluator.subject(rule);
    if (rule.op == RuleOp::Record) {
        const std::optional<Exact> value = evaluator.number(rule.children.at(0));
        if (value) {
            evaluator.steps().push_back(
                {"recorded-value",
                 {{"expression", ruleText(rule.children[0])}, {"value", exactAndNear(*value)}}});
        } else {
            explainUnknown(evaluator, rule);
        }
        result.missing = evaluator.missing();
        result.steps = std::move(evaluator.steps());
        return result;
    }
    if (rule.op == RuleOp::First) {
        result.possible = firstShare(evaluator, rule);
        if (result.possible.settled()) {
            result.share = result.possible.low;
        }
    } else {
        result.share =
            isPredicate(rule) ? predicateShare(evaluator, rule) : pointsShare(evaluator, rule, result.result);
    }
    if (!result.share) {
        explainUnknown(evaluator, rule);
        result.missing = evaluator.missing();
    }
    result.steps = std::move(evaluator.steps());
    return result;
}

} // namespace duibiao
