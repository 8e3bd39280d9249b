#include "core/model/rule_parser.h"

#include "core/model/rule_scanner.h"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace duibiao {

namespace {

constexpr std::size_t LongestRule = 2000;
constexpr int DeepestNesting = 32;

struct Operator {
    std::string_view symbol;
    RuleOp op;
};
/// Longer symbols first: ">=" must not be read as ">".
constexpr std::array<Operator, 6> Comparisons{{{">=", RuleOp::GreaterOrEqual},
                                               {"<=", RuleOp::LessOrEqual},
                                               {"!=", RuleOp::NotEqual},
                                               {">", RuleOp::Greater},
                                               {"<", RuleOp::Less},
                                               {"=", RuleOp::Equal}}};

constexpr std::array<Operator, 2> Sums{{{"+", RuleOp::Add}, {"-", RuleOp::Subtract}}};
constexpr std::array<Operator, 2> Terms{{{"*", RuleOp::Multiply}, {"/", RuleOp::Divide}}};

Rule leaf(RuleOp op, std::string name) {
    Rule rule;
    rule.op = op;
    rule.name = std::move(name);
    return rule;
}

Rule numberLeaf(Exact number) {
    Rule rule;
    rule.number = std::move(number);
    return rule;
}

Rule node(RuleOp op, std::vector<Rule> children) {
    Rule rule;
    rule.op = op;
    rule.children = std::move(children);
    return rule;
}

/// Recursive descent over one text. Sums and predicates share one set of functions, so that an opening
/// bracket is read once whatever follows; operators check which of the two their operands are.
class Parser {
public:
    explicit Parser(std::string_view text)
        : scan_(text) {}

    Result<Rule> wholeRule();

private:
    using Step = Result<Rule> (Parser::*)();
    struct Function {
        std::string_view name;
        Step read;
    };
    static const std::array<Function, 5> Functions;

    Result<Rule> function();
    Result<Rule> linear() { return pointsOf(RuleOp::Linear); }
    Result<Rule> bands() { return pointsOf(RuleOp::Bands); }
    Result<Rule> pointsOf(RuleOp op);
    Result<Rule> table();
    Result<Rule> steps();
    Result<Rule> record();
    Result<Rule> disjunction() { return chain("or", RuleOp::Or, &Parser::conjunction); }
    Result<Rule> conjunction() { return chain("and", RuleOp::And, &Parser::comparison); }
    Result<Rule> chain(std::string_view keyword, RuleOp op, Step part);
    Result<Rule> comparison();
    Result<Rule> compared(Rule left, RuleOp op);
    Result<Rule> oneOf(Rule left);
    Result<Rule> hasWord(Rule left);
    Result<Rule> sum() { return arithmetic(Sums, &Parser::term); }
    Result<Rule> term() { return arithmetic(Terms, &Parser::factor); }
    Result<Rule> arithmetic(const std::array<Operator, 2>& operators, Step part);
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
    std::unexpected<Error> expected(std::string_view what);

    RuleScanner scan_;
    int depth_ = 0;
};

const std::array<Parser::Function, 5> Parser::Functions{{{"linear", &Parser::linear},
                                                         {"bands", &Parser::bands},
                                                         {"table", &Parser::table},
                                                         {"steps", &Parser::steps},
                                                         {"record", &Parser::record}}};

std::unexpected<Error> Parser::expected(std::string_view what) {
    return fail(RuleMalformed, {{"column", std::to_string(scan_.column())},
                                {"expected", std::string(what)},
                                {"found", scan_.found()}});
}

Result<void> Parser::symbol(std::string_view wanted) {
    if (!scan_.takeSymbol(wanted)) {
        return expected(wanted);
    }
    return {};
}

Result<Exact> Parser::number(bool fraction) {
    std::optional<Exact> number = scan_.takeSignedNumber(fraction);
    if (!number) {
        return expected("number");
    }
    return *std::move(number);
}

Result<Exact> Parser::arrowAndNumber() {
    if (const Result<void> arrow = symbol("->"); !arrow) {
        return passOn(arrow);
    }
    return number(true);
}

/// The rule, after its closing bracket.
Result<Rule> Parser::closed(Rule rule) {
    if (const Result<void> end = symbol(")"); !end) {
        return passOn(end);
    }
    return rule;
}

Result<Rule> Parser::wholeRule() {
    Result<Rule> rule = function();
    if (rule && !scan_.atEnd()) {
        return expected("end");
    }
    return rule;
}

Result<Rule> Parser::function() {
    const std::size_t start = scan_.position();
    if (const std::optional<std::string> name = scan_.takeName(); name && scan_.takeSymbol("(")) {
        for (const Function& candidate : Functions) {
            if (candidate.name == *name) {
                return (this->*candidate.read)();
            }
        }
    }
    scan_.resetTo(start);
    return condition(&Parser::disjunction);
}

Result<Rule> Parser::pointsOf(RuleOp op) {
    Result<Rule> subject = value();
    if (!subject) {
        return subject;
    }
    Rule rule = node(op, {std::move(*subject)});
    while (scan_.takeSymbol(";")) {
        const std::size_t start = scan_.position();
        const Result<Exact> bound = number(false);
        if (!bound) {
            return passOn(bound);
        }
        if (!rule.points.empty() && *bound <= rule.points.back().bound) {
            scan_.resetTo(start);
            return fail(RulePointsNotRising, {{"bound", bound->text()}});
        }
        const Result<Exact> points = arrowAndNumber();
        if (!points) {
            return passOn(points);
        }
        rule.points.push_back({*bound, *points});
    }
    if (rule.points.empty()) {
        return expected(";");
    }
    return closed(std::move(rule));
}

Result<Rule> Parser::table() {
    std::optional<std::string> name = scan_.takeName();
    if (!name) {
        return expected("name");
    }
    Rule rule = node(RuleOp::Table, {leaf(RuleOp::Name, *std::move(name))});
    while (scan_.takeSymbol(";")) {
        std::optional<std::string> word = scan_.takeWord();
        if (!word) {
            return expected("word");
        }
        // "none->0" reads as the word "none-" unless the dash of the arrow is given back.
        if (word->ends_with('-')) {
            word->pop_back();
            scan_.resetTo(scan_.position() - 1);
        }
        const Result<Exact> points = arrowAndNumber();
        if (!points) {
            return passOn(points);
        }
        rule.words.emplace_back(*std::move(word), *points);
    }
    if (rule.words.empty()) {
        return expected(";");
    }
    return closed(std::move(rule));
}

/// x ; start -> base ; step per unit ; cap most )
Result<Rule> Parser::steps() {
    Result<Rule> subject = value();
    if (!subject) {
        return subject;
    }
    std::array<Exact, 5> numbers;
    constexpr std::array<std::string_view, 5> before{";", "->", ";", "per", ";"};
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        if (const Result<void> there = symbol(before.at(index)); !there) {
            return passOn(there);
        }
        if (index + 1 == numbers.size() && !scan_.takeKeyword("cap")) {
            return expected("cap");
        }
        const Result<Exact> read = number(index == 1 || index + 1 == numbers.size());
        if (!read) {
            return passOn(read);
        }
        numbers.at(index) = *read;
        if (index == 3 && *read <= Exact(0)) {
            return expected("number above 0");
        }
    }
    Rule rule = node(RuleOp::Steps, {std::move(*subject)});
    rule.points = {{numbers[0], numbers[1]}, {numbers[3], numbers[2]}, {Exact(0), numbers[4]}};
    return closed(std::move(rule));
}

Result<Rule> Parser::record() {
    Result<Rule> subject = value();
    if (!subject) {
        return subject;
    }
    return closed(node(RuleOp::Record, {std::move(*subject)}));
}

Result<Rule> Parser::value() {
    Result<Rule> read = sum();
    if (read && isPredicate(*read)) {
        return expected("operator after a number");
    }
    return read;
}

Result<Rule> Parser::condition(Step part) {
    Result<Rule> read = (this->*part)();
    if (read && !isPredicate(*read)) {
        return expected("comparison");
    }
    return read;
}

Result<Rule> Parser::chain(std::string_view keyword, RuleOp op, Step part) {
    Result<Rule> first = (this->*part)();
    const std::size_t end = scan_.position();
    if (!first || !scan_.takeKeyword(keyword)) {
        return first;
    }
    if (!isPredicate(*first)) {
        scan_.resetTo(end);
        return expected("comparison before \"" + std::string(keyword) + "\"");
    }
    Rule rule = node(op, {std::move(*first)});
    do {
        Result<Rule> next = condition(part);
        if (!next) {
            return next;
        }
        rule.children.push_back(std::move(*next));
    } while (scan_.takeKeyword(keyword));
    return rule;
}

Result<Rule> Parser::comparison() {
    Result<Rule> left = sum();
    if (!left || isPredicate(*left)) {
        return left;
    }
    for (const Operator& candidate : Comparisons) {
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

Result<Rule> Parser::compared(Rule left, RuleOp op) {
    if (op == RuleOp::Equal || op == RuleOp::NotEqual) {
        if (std::optional<Rule> word = loneWord()) {
            if (left.op != RuleOp::Name) {
                return expected("number");
            }
            return node(op, {std::move(left), *std::move(word)});
        }
    }
    Result<Rule> right = value();
    if (!right) {
        return right;
    }
    return node(op, {std::move(left), std::move(*right)});
}

std::optional<Rule> Parser::loneWord() {
    const std::size_t start = scan_.position();
    std::optional<std::string> word = scan_.takeWord();
    if (!word || scan_.nextIsOneOf("+-*/")) {
        scan_.resetTo(start);
        return std::nullopt;
    }
    return leaf(RuleOp::Word, *std::move(word));
}

Result<Rule> Parser::oneOf(Rule left) {
    if (const Result<void> open = symbol("("); !open) {
        return passOn(open);
    }
    Rule rule = node(RuleOp::In, {std::move(left)});
    do {
        std::optional<std::string> word = scan_.takeWord();
        if (!word) {
            return expected("word");
        }
        rule.children.push_back(leaf(RuleOp::Word, *std::move(word)));
    } while (scan_.takeSymbol(","));
    return closed(std::move(rule));
}

Result<Rule> Parser::hasWord(Rule left) {
    std::optional<std::string> word = scan_.takeWord();
    if (!word) {
        return expected("word");
    }
    return node(RuleOp::Has, {std::move(left), leaf(RuleOp::Word, *std::move(word))});
}

Result<Rule> Parser::arithmetic(const std::array<Operator, 2>& operators, Step part) {
    Result<Rule> left = (this->*part)();
    while (left) {
        const std::size_t end = scan_.position();
        const Operator* found = nullptr;
        for (const Operator& candidate : operators) {
            if (found == nullptr && scan_.takeSymbol(candidate.symbol)) {
                found = &candidate;
            }
        }
        if (found == nullptr) {
            break;
        }
        if (isPredicate(*left)) {
            scan_.resetTo(end);
            return expected("number before \"" + std::string(found->symbol) + "\"");
        }
        Result<Rule> right = (this->*part)();
        if (!right) {
            return right;
        }
        if (isPredicate(*right)) {
            return expected("number after \"" + std::string(found->symbol) + "\"");
        }
        left = node(found->op, {std::move(*left), std::move(*right)});
    }
    return left;
}

Result<Rule> Parser::factor() {
    if (depth_ == DeepestNesting) {
        return fail(RuleTooDeep, {{"limit", std::to_string(DeepestNesting)}});
    }
    ++depth_;
    Result<Rule> read = bracket();
    --depth_;
    return read;
}

/// What binds closest: a number, a name, a bracket, or a minus sign before one of them.
Result<Rule> Parser::bracket() {
    if (scan_.takeSymbol("-")) {
        if (std::optional<Exact> number = scan_.takeNumber()) {
            return numberLeaf(-*number);
        }
        Result<Rule> negated = factor();
        if (!negated) {
            return negated;
        }
        if (isPredicate(*negated)) {
            return expected("number after \"-\"");
        }
        return node(RuleOp::Negate, {std::move(*negated)});
    }
    if (scan_.takeSymbol("(")) {
        Result<Rule> inner = disjunction();
        return inner ? closed(std::move(*inner)) : inner;
    }
    if (std::optional<Exact> number = scan_.takeNumber()) {
        return numberLeaf(*std::move(number));
    }
    if (std::optional<std::string> name = scan_.takeName()) {
        return leaf(RuleOp::Name, *std::move(name));
    }
    return expected("number, name or (");
}

} // namespace

Result<Rule> parseRule(std::string_view text) {
    if (text.size() > LongestRule) {
        return fail(RuleTooLong,
                    {{"length", std::to_string(text.size())}, {"limit", std::to_string(LongestRule)}});
    }
    return Parser(text).wholeRule();
}

Result<Rule> parseCondition(std::string_view text) {
    Result<Rule> rule = parseRule(text);
    if (rule && !isPredicate(*rule)) {
        return fail(NotACondition, {{"text", std::string(text)}});
    }
    return rule;
}

} // namespace duibiao
