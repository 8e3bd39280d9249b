#pragma once

#include "core/base/result.h"
#include "core/model/rule.h"
#include "core/model/rule_parser.h"
#include "core/model/rule_scanner.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duibiao {

/// An operator as it is written.
struct RuleOperator {
    std::string_view symbol;
    RuleOp op;
};
inline constexpr std::array<RuleOperator, 2> RuleSums{{{"+", RuleOp::Add}, {"-", RuleOp::Subtract}}};
inline constexpr std::array<RuleOperator, 2> RuleTerms{{{"*", RuleOp::Multiply}, {"/", RuleOp::Divide}}};

[[nodiscard]] Rule ruleLeaf(RuleOp op, std::string name);
[[nodiscard]] Rule ruleNode(RuleOp op, std::vector<Rule> children);

/// Recursive descent over one text. Sums and predicates share one set of functions, so that an opening
/// bracket is read once whatever follows; operators check which of the two their operands are.
class RuleDescent {
public:
    explicit RuleDescent(std::string_view text)
        : scan_(text) {}

    Result<Rule> wholeRule();

private:
    using Step = Result<Rule> (RuleDescent::*)();
    struct Function {
        std::string_view name;
        Step read;
    };
    static const std::array<Function, 6> Functions;

    Result<Rule> function();
    Result<Rule> linear() { return pointsOf(RuleOp::Linear); }
    Result<Rule> bands() { return pointsOf(RuleOp::Bands); }
    Result<Rule> pointsOf(RuleOp op);
    Result<Rule> table();
    Result<Rule> steps();
    Result<Rule> first();
    Result<Rule> record();
    Result<Rule> disjunction() { return chain("or", RuleOp::Or, &RuleDescent::conjunction); }
    Result<Rule> conjunction() { return chain("and", RuleOp::And, &RuleDescent::comparison); }
    Result<Rule> chain(std::string_view keyword, RuleOp op, Step part);
    Result<Rule> comparison();
    Result<Rule> compared(Rule left, RuleOp op);
    Result<Rule> oneOf(Rule left);
    Result<Rule> hasWord(Rule left);
    Result<Rule> sum() { return arithmetic(RuleSums, &RuleDescent::term); }
    Result<Rule> term() { return arithmetic(RuleTerms, &RuleDescent::factor); }
    Result<Rule> arithmetic(const std::array<RuleOperator, 2>& operators, Step part);
    Result<Rule> factor();
    Result<Rule> bracket();
    Result<Rule> value();
    Result<Rule> condition(Step part);
    /// A word standing alone after = or !=, where `a - 1` would be a sum.
    std::optional<Rule> loneWord();
    Result<void> symbol(std::string_view wanted);
    Result<Exact> number(bool fraction);
    Result<Exact> arrowAndNumber();
    Result<Rule> closed(Rule rule);
    /// What should stand here: a sign of the language, or our own words for it.
    std::unexpected<Error> expected(std::string_view what);

    RuleScanner scan_;
    int depth_ = 0;
};

} // namespace duibiao
