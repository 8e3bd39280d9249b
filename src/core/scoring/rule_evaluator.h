#pragma once

#include "core/scoring/rule_result.h"

namespace duibiao {

/// Walks one rule's tree. Notes what is missing and how the value came about on the way.
class RuleEvaluator {
public:
    explicit RuleEvaluator(const Inputs& inputs)
        : inputs_(inputs) {}

    [[nodiscard]] Truth truth(const Rule& rule);
    /// The value of a sum; none when something in it is missing or divided by zero.
    [[nodiscard]] std::optional<Exact> number(const Rule& rule);
    /// The value of linear, bands, table or steps before it is divided by the highest; none while unknown.
    [[nodiscard]] std::optional<Exact> points(const Rule& rule);
    /// first(): the values that are still possible, one when it is decided. Notes which condition held.
    [[nodiscard]] Range firstValue(const Rule& rule);
    /// The input a rule starts with, for showing it: the left side of a comparison, the argument of a
    /// function. Of first() the input its first condition starts with.
    [[nodiscard]] std::optional<Value> subject(const Rule& rule);

    [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }
    std::vector<Reason>& steps() { return steps_; }

private:
    [[nodiscard]] Truth junction(const Rule& rule);
    [[nodiscard]] Truth numberComparison(const Rule& rule);
    [[nodiscard]] Truth wordComparison(const Rule& rule);
    [[nodiscard]] std::optional<Exact> arithmetic(const Rule& rule);
    [[nodiscard]] std::optional<Exact> tableValue(const Rule& rule);
    const Input* input(const std::string& name);

    const Inputs& inputs_;
    std::vector<std::string> missing_;
    std::vector<Reason> steps_;
};

/// The most a rule can give: what a share is measured against.
[[nodiscard]] Exact highestPoints(const Rule& rule);
/// "62.5", or "250/3 ≈ 83.3333" when the decimal does not end.
[[nodiscard]] std::string exactAndNear(const Exact& value);

} // namespace duibiao
