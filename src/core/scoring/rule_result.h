#pragma once

#include "core/model/outcome.h"
#include "core/model/rule.h"
#include "core/scoring/inputs.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace duibiao {

/// The three values of a predicate, ordered so that `and` is the least and `or` the greatest of its parts.
enum class Truth : std::uint8_t { False, Unknown, True };

struct ConditionResult {
    Truth truth = Truth::True;
    std::vector<std::string> missing; ///< only while unknown: the names that could decide it
};

/// What a rule makes of the inputs.
struct RuleResult {
    std::optional<Exact> share; ///< 0..1; none while unknown, and always for record()
    /// What the share can still become while it is unknown: 0 to 1, or less for first().
    Range possible{Exact(0), Exact(1)};
    std::optional<Value> result; ///< the number or word that was looked at, when there is one
    std::vector<std::string> missing;
    std::vector<Reason> steps; ///< how it came about; the last one is the conclusion
};

[[nodiscard]] ConditionResult evaluateCondition(const Rule& rule, const Inputs& inputs);
[[nodiscard]] RuleResult evaluateRule(const Rule& rule, const Inputs& inputs);

} // namespace duibiao
