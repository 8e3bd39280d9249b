#pragma once

#include "core/base/result.h"
#include "core/model/rule.h"

#include <string>
#include <string_view>

namespace duibiao {

inline constexpr ErrorKind RuleMalformed =
    errorKind("rule-malformed", Category::Input,
              "the rule cannot be read at character {column}: {expected} expected, but found \"{found}\"");
inline constexpr ErrorKind RuleEndsEarly = errorKind(
    "rule-ends-early", Category::Input, "the rule ends at character {column}, but {expected} is expected");
inline constexpr ErrorKind RuleTooLong =
    errorKind("rule-too-long", Category::Input, "the rule has {length} characters; at most {limit} are read");
inline constexpr ErrorKind RuleTooDeep =
    errorKind("rule-too-deep", Category::Input, "the rule nests deeper than {limit} levels");
inline constexpr ErrorKind RulePointsNotRising = errorKind(
    "rule-points-not-rising", Category::Input, "the bounds of the rule must rise; {bound} does not");
inline constexpr ErrorKind NotACondition = errorKind(
    "not-a-condition", Category::Input, "\"{text}\" gives a value; a condition must answer yes or no");

/// Reads one rule, e.g. `area_a / area_b >= 75%` or `bands(x; 0 -> 0; 10 -> 1)`.
[[nodiscard]] Result<Rule> parseRule(std::string_view text);
/// Reads a rule that answers yes or no, as in applies-if.
[[nodiscard]] Result<Rule> parseCondition(std::string_view text);
/// The canonical text: parseRule(ruleText(r)) == r.
[[nodiscard]] std::string ruleText(const Rule& rule);

} // namespace duibiao
