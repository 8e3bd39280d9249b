#include "core/model/rule_descent.h"

namespace duibiao {

// The forms that turn a value into a share: linear, bands, table, steps and record.

const std::array<RuleDescent::Function, 5> RuleDescent::Functions{{{"linear", &RuleDescent::linear},
                                                                   {"bands", &RuleDescent::bands},
                                                                   {"table", &RuleDescent::table},
                                                                   {"steps", &RuleDescent::steps},
                                                                   {"record", &RuleDescent::record}}};

Result<Rule> RuleDescent::function() {
    const std::size_t start = scan_.position();
    if (const std::optional<std::string> name = scan_.takeName(); name && scan_.takeSymbol("(")) {
        for (const Function& candidate : Functions) {
            if (candidate.name == *name) {
                return (this->*candidate.read)();
            }
        }
    }
    scan_.resetTo(start);
    return condition(&RuleDescent::disjunction);
}

Result<Rule> RuleDescent::pointsOf(RuleOp op) {
    Result<Rule> subject = value();
    if (!subject) {
        return subject;
    }
    Rule rule = ruleNode(op, {std::move(*subject)});
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

Result<Rule> RuleDescent::table() {
    std::optional<std::string> name = scan_.takeName();
    if (!name) {
        return expected("name");
    }
    Rule rule = ruleNode(RuleOp::Table, {ruleLeaf(RuleOp::Name, *std::move(name))});
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
Result<Rule> RuleDescent::steps() {
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
    Rule rule = ruleNode(RuleOp::Steps, {std::move(*subject)});
    rule.points = {{numbers[0], numbers[1]}, {numbers[3], numbers[2]}, {Exact(0), numbers[4]}};
    return closed(std::move(rule));
}

Result<Rule> RuleDescent::record() {
    Result<Rule> subject = value();
    if (!subject) {
        return subject;
    }
    return closed(ruleNode(RuleOp::Record, {std::move(*subject)}));
}

} // namespace duibiao
