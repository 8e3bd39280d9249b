#pragma once

#include "core/base/exact.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace duibiao {

/// What a node of a rule does. The grammar stands in docs/file-formats.md, "The rule language".
enum class RuleOp : std::uint8_t {
    // Leaves
    Number, ///< `number`
    Name,   ///< a fact or an organisation field, `name`
    Word,   ///< a word to compare with, `name`
    // Arithmetic, children in order
    Add,
    Subtract,
    Multiply,
    Divide, ///< by zero: unknown
    Negate,
    // Predicates
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    In,  ///< first child is the name, the others are the words
    Has, ///< set membership: `services has technology-transfer`
    And,
    Or,
    // Values turned into a share; but for First, the first child is the value and `points` are the bounds
    Linear,
    Bands,
    Table,  ///< children: the name; `words` gives a value per word
    Steps,  ///< points: {start, base}, {per, step}, {0, cap}
    First,  ///< children: conditions; the value of each stands at its index in `points`, without a bound
    Record, ///< stored and shown, not judged
};

struct RulePoint {
    Exact bound;
    Exact value;
    bool operator==(const RulePoint&) const = default;
};

/// A rule as a tree of values. Written by parseRule(), evaluated by scoring only.
struct Rule {
    RuleOp op = RuleOp::Number;
    Exact number;
    std::string name;
    std::vector<RulePoint> points;
    std::vector<std::pair<std::string, Exact>> words;
    std::vector<Rule> children;

    bool operator==(const Rule&) const = default;
};

/// True when the rule answers yes or no (usable as a condition).
[[nodiscard]] bool isPredicate(const Rule& rule);
/// Every fact or field the rule reads, each once, in order of first appearance.
[[nodiscard]] std::vector<std::string> namesIn(const Rule& rule);

} // namespace duibiao
