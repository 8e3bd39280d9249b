#include "core/model/rule_parser.h"

#include <array>

namespace duibiao {

namespace {

/// How closely an operator binds; an operand that binds less closely stands in brackets.
enum class Binding : std::uint8_t { Or, And, Comparison, Sum, Term, Factor };

struct Infix {
    RuleOp op;
    std::string_view symbol;
    Binding binding;
};
constexpr std::array<Infix, 12> Infixes{{{RuleOp::Or, " or ", Binding::Or},
                                         {RuleOp::And, " and ", Binding::And},
                                         {RuleOp::Less, " < ", Binding::Comparison},
                                         {RuleOp::LessOrEqual, " <= ", Binding::Comparison},
                                         {RuleOp::Greater, " > ", Binding::Comparison},
                                         {RuleOp::GreaterOrEqual, " >= ", Binding::Comparison},
                                         {RuleOp::Equal, " = ", Binding::Comparison},
                                         {RuleOp::NotEqual, " != ", Binding::Comparison},
                                         {RuleOp::Add, " + ", Binding::Sum},
                                         {RuleOp::Subtract, " - ", Binding::Sum},
                                         {RuleOp::Multiply, " * ", Binding::Term},
                                         {RuleOp::Divide, " / ", Binding::Term}}};

const Infix* infixOf(RuleOp op) {
    for (const Infix& infix : Infixes) {
        if (infix.op == op) {
            return &infix;
        }
    }
    return nullptr;
}

Binding bindingOf(const Rule& rule) {
    if (const Infix* infix = infixOf(rule.op)) {
        return infix->binding;
    }
    const bool membership = rule.op == RuleOp::In || rule.op == RuleOp::Has;
    return membership ? Binding::Comparison : Binding::Factor;
}

std::string operandText(const Rule& rule, Binding least) {
    const std::string text = ruleText(rule);
    return bindingOf(rule) < least ? "(" + text + ")" : text;
}

Binding above(Binding binding) {
    return static_cast<Binding>(static_cast<std::uint8_t>(binding) + 1);
}

/// `a - b - c` is read from the left, so only the first operand may bind as loosely as the operator itself;
/// the parts of `a and b and c` are children of one node, a nested `and` therefore keeps its brackets.
std::string infixText(const Rule& rule, const Infix& infix) {
    const bool leftToRight = infix.binding == Binding::Sum || infix.binding == Binding::Term;
    std::string text;
    for (const Rule& child : rule.children) {
        const bool first = &child == &rule.children.front();
        text += first ? std::string() : std::string(infix.symbol);
        text += operandText(child, first && leftToRight ? infix.binding : above(infix.binding));
    }
    return text;
}

std::string pointsText(const Rule& rule) {
    std::string text;
    for (const RulePoint& point : rule.points) {
        text += "; " + point.bound.text() + " -> " + point.value.text();
    }
    for (const auto& [word, value] : rule.words) {
        text += "; " + word + " -> " + value.text();
    }
    return text;
}

std::string stepsText(const Rule& rule) {
    const RulePoint& start = rule.points.at(0);
    const RulePoint& step = rule.points.at(1);
    return "; " + start.bound.text() + " -> " + start.value.text() + "; " + step.value.text() + " per " +
           step.bound.text() + "; cap " + rule.points.at(2).value.text();
}

std::string firstText(const Rule& rule) {
    std::string text;
    for (std::size_t index = 0; index < rule.children.size(); ++index) {
        text += (index == 0 ? "" : "; ") + ruleText(rule.children[index]) + " -> " +
                rule.points.at(index).value.text();
    }
    return text;
}

std::string negatedText(const Rule& operand) {
    const bool plain = operand.op == RuleOp::Name || operand.op == RuleOp::Negate;
    return plain ? "-" + ruleText(operand) : "-(" + ruleText(operand) + ")";
}

std::string wordList(const Rule& rule) {
    std::string text;
    for (const Rule& child : rule.children) {
        if (&child != &rule.children.front()) {
            text += (text.empty() ? "" : ", ") + child.name;
        }
    }
    return text;
}

} // namespace

std::string ruleText(const Rule& rule) {
    if (const Infix* infix = infixOf(rule.op)) {
        return infixText(rule, *infix);
    }
    const std::string first = rule.children.empty() ? std::string() : ruleText(rule.children.front());
    switch (rule.op) {
    case RuleOp::Number:
        return rule.number.text();
    case RuleOp::Negate:
        return negatedText(rule.children.front());
    case RuleOp::In:
        return first + " in (" + wordList(rule) + ")";
    case RuleOp::Has:
        return first + " has " + wordList(rule);
    case RuleOp::Linear:
        return "linear(" + first + pointsText(rule) + ")";
    case RuleOp::Bands:
        return "bands(" + first + pointsText(rule) + ")";
    case RuleOp::Table:
        return "table(" + first + pointsText(rule) + ")";
    case RuleOp::Steps:
        return "steps(" + first + stepsText(rule) + ")";
    case RuleOp::First:
        return "first(" + firstText(rule) + ")";
    case RuleOp::Record:
        return "record(" + first + ")";
    default:
        return rule.name;
    }
}

} // namespace duibiao
