#include "core/model/rule_parser.h"

#include "core/base/catalogue.h"
#include "core/model/rule_descent.h"

namespace duibiao {

namespace {

constexpr std::size_t LongestRule = 2000;
constexpr int DeepestNesting = 32;

/// Longer symbols first: ">=" must not be read as ">".
constexpr std::array<RuleOperator, 6> Comparisons{{{">=", RuleOp::GreaterOrEqual},
                                                   {"<=", RuleOp::LessOrEqual},
                                                   {"!=", RuleOp::NotEqual},
                                                   {">", RuleOp::Greater},
                                                   {"<", RuleOp::Less},
                                                   {"=", RuleOp::Equal}}};

Rule numberLeaf(Exact number) {
    Rule rule;
    rule.number = std::move(number);
    return rule;
}

} // namespace

Rule ruleLeaf(RuleOp op, std::string name) {
    Rule rule;
    rule.op = op;
    rule.name = std::move(name);
    return rule;
}

Rule ruleNode(RuleOp op, std::vector<Rule> children) {
    Rule rule;
    rule.op = op;
    rule.children = std::move(children);
    return rule;
}

std::unexpected<Error> RuleDescent::expected(std::string_view what) {
    if (scan_.atEnd()) {
        return fail(RuleEndsEarly,
                    {{"column", std::to_string(scan_.column())}, {"expected", std::string(what)}});
    }
    return fail(RuleMalformed, {{"column", std::to_string(scan_.column())},
                                {"expected", std::string(what)},
                                {"found", scan_.found()}});
}

Result<void> RuleDescent::symbol(std::string_view wanted) {
    if (!scan_.takeSymbol(wanted)) {
        return expected(wanted);
    }
    return {};
}

Result<Exact> RuleDescent::number(bool fraction) {
    std::optional<Exact> number = scan_.takeSignedNumber(fraction);
    if (!number) {
        return expected(msgid("a number"));
    }
    return *std::move(number);
}

Result<Exact> RuleDescent::arrowAndNumber() {
    if (const Result<void> arrow = symbol("->"); !arrow) {
        return passOn(arrow);
    }
    return number(true);
}

/// The rule, after its closing bracket.
Result<Rule> RuleDescent::closed(Rule rule) {
    if (const Result<void> end = symbol(")"); !end) {
        return passOn(end);
    }
    return rule;
}

Result<Rule> RuleDescent::wholeRule() {
    Result<Rule> rule = function();
    if (rule && !scan_.atEnd()) {
        return expected(msgid("the end"));
    }
    return rule;
}

Result<Rule> RuleDescent::value() {
    Result<Rule> read = sum();
    if (read && isPredicate(*read)) {
        return expected(msgid("a sign after the number"));
    }
    return read;
}

Result<Rule> RuleDescent::condition(Step part) {
    Result<Rule> read = (this->*part)();
    if (read && !isPredicate(*read)) {
        return expected(msgid("a comparison"));
    }
    return read;
}

Result<Rule> RuleDescent::chain(std::string_view keyword, RuleOp op, Step part) {
    Result<Rule> first = (this->*part)();
    const std::size_t end = scan_.position();
    if (!first || !scan_.takeKeyword(keyword)) {
        return first;
    }
    if (!isPredicate(*first)) {
        scan_.resetTo(end);
        return expected(msgid("a comparison before it"));
    }
    Rule rule = ruleNode(op, {std::move(*first)});
    do {
        Result<Rule> next = condition(part);
        if (!next) {
            return next;
        }
        rule.children.push_back(std::move(*next));
    } while (scan_.takeKeyword(keyword));
    return rule;
}

Result<Rule> RuleDescent::comparison() {
    Result<Rule> left = sum();
    if (!left || isPredicate(*left)) {
        return left;
    }
    for (const RuleOperator& candidate : Comparisons) {
        if (scan_.takeSymbol(candidate.symbol)) {
            return compared(std::move(*left), candidate.op);
        }
    }
    if (left->op == RuleOp::Name) {
        if (scan_.takeKeyword("in")) {
            return oneOf(std::move(*left));
        }
        if (scan_.takeKeyword("has")) {
            return hasWord(std::move(*left));
        }
    }
    return left; // a bare sum, which only a bracket or record() may hold
}

Result<Rule> RuleDescent::compared(Rule left, RuleOp op) {
    if (op == RuleOp::Equal || op == RuleOp::NotEqual) {
        if (std::optional<Rule> word = loneWord()) {
            if (left.op != RuleOp::Name) {
                return expected(msgid("a number"));
            }
            return ruleNode(op, {std::move(left), *std::move(word)});
        }
    }
    Result<Rule> right = value();
    if (!right) {
        return right;
    }
    return ruleNode(op, {std::move(left), std::move(*right)});
}

std::optional<Rule> RuleDescent::loneWord() {
    const std::size_t start = scan_.position();
    std::optional<std::string> word = scan_.takeWord();
    if (!word || scan_.nextIsOperator()) {
        scan_.resetTo(start);
        return std::nullopt;
    }
    return ruleLeaf(RuleOp::Word, *std::move(word));
}

Result<Rule> RuleDescent::oneOf(Rule left) {
    if (const Result<void> open = symbol("("); !open) {
        return passOn(open);
    }
    Rule rule = ruleNode(RuleOp::In, {std::move(left)});
    do {
        std::optional<std::string> word = scan_.takeWord();
        if (!word) {
            return expected(msgid("a word"));
        }
        rule.children.push_back(ruleLeaf(RuleOp::Word, *std::move(word)));
    } while (scan_.takeSymbol(","));
    return closed(std::move(rule));
}

Result<Rule> RuleDescent::hasWord(Rule left) {
    std::optional<std::string> word = scan_.takeWord();
    if (!word) {
        return expected(msgid("a word"));
    }
    return ruleNode(RuleOp::Has, {std::move(left), ruleLeaf(RuleOp::Word, *std::move(word))});
}

Result<Rule> RuleDescent::arithmetic(const std::array<RuleOperator, 2>& operators, Step part) {
    Result<Rule> left = (this->*part)();
    while (left) {
        const std::size_t end = scan_.position();
        const RuleOperator* found = nullptr;
        for (const RuleOperator& candidate : operators) {
            if (found == nullptr && scan_.takeSymbol(candidate.symbol)) {
                found = &candidate;
            }
        }
        if (found == nullptr) {
            break;
        }
        if (isPredicate(*left)) {
            scan_.resetTo(end);
            return expected(msgid("a number before it"));
        }
        Result<Rule> right = (this->*part)();
        if (!right) {
            return right;
        }
        if (isPredicate(*right)) {
            return expected(msgid("a number after the sign"));
        }
        left = ruleNode(found->op, {std::move(*left), std::move(*right)});
    }
    return left;
}

Result<Rule> RuleDescent::factor() {
    if (depth_ == DeepestNesting) {
        return fail(RuleTooDeep, {{"limit", std::to_string(DeepestNesting)}});
    }
    ++depth_;
    Result<Rule> read = bracket();
    --depth_;
    return read;
}

/// What binds closest: a number, a name, a bracket, or a minus sign before one of them.
Result<Rule> RuleDescent::bracket() {
    if (scan_.takeSymbol("-")) {
        if (std::optional<Exact> number = scan_.takeNumber()) {
            return numberLeaf(-*number);
        }
        Result<Rule> negated = factor();
        if (!negated) {
            return negated;
        }
        if (isPredicate(*negated)) {
            return expected(msgid("a number after the sign"));
        }
        return ruleNode(RuleOp::Negate, {std::move(*negated)});
    }
    if (scan_.takeSymbol("(")) {
        Result<Rule> inner = disjunction();
        return inner ? closed(std::move(*inner)) : inner;
    }
    if (std::optional<Exact> number = scan_.takeNumber()) {
        return numberLeaf(*std::move(number));
    }
    if (std::optional<std::string> name = scan_.takeName()) {
        return ruleLeaf(RuleOp::Name, *std::move(name));
    }
    return expected(msgid("a number, a name or ("));
}

Result<Rule> parseRule(std::string_view text) {
    if (text.size() > LongestRule) {
        return fail(RuleTooLong,
                    {{"length", std::to_string(text.size())}, {"limit", std::to_string(LongestRule)}});
    }
    return RuleDescent(text).wholeRule();
}

Result<Rule> parseCondition(std::string_view text) {
    Result<Rule> rule = parseRule(text);
    if (rule && !isPredicate(*rule)) {
        return fail(NotACondition, {{"text", std::string(text)}});
    }
    return rule;
}

} // namespace duibiao