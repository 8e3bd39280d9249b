#include "core/base/catalogue.h"
#include "core/model/rule_descent.h"

namespace duibiao {

// The forms that turn values into a share: linear, bands, table, steps, first and record.

const std::array<RuleDescent::Function, 6> RuleDescent::Functions{{{"linear", &RuleDescent::linear},
                                                                   {"bands", &RuleDescent::bands},
                                                                   {"table", &RuleDescent::table},
                                                                   {"steps", &RuleDescent::steps},
                                                                   {"first", &RuleDescent::first},
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
        return expected(msgid("a name"));
    }
    Rule rule = ruleNode(RuleOp::Table, {ruleLeaf(RuleOp::Name, *std::move(name))});
    while (scan_.takeSymbol(";")) {
        std::optional<std::string> word = scan_.takeWord();
        if (!word) {
            return expected(msgid("a word"));
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
            return expected(msgid("a number above 0"));
        }
    }
    Rule rule = ruleNode(RuleOp::Steps, {std::move(*subject)});
    rule.points = {{numbers[0], numbers[1]}, {numbers[3], numbers[2]}, {Exact(0), numbers[4]}};
    return closed(std::move(rule));
}

/// condition -> value { ; condition -> value } )
Result<Rule> RuleDescent::first() {
    Rule rule = ruleNode(RuleOp::First, {});
    do {
        Result<Rule> read = condition(&RuleDescent::disjunction);
        if (!read) {
            return read;
        }
        const Result<Exact> points = arrowAndNumber();
        if (!points) {
            return passOn(points);
        }
        rule.children.push_back(std::move(*read));
        rule.points.push_back({Exact(0), *points});
    } while (scan_.takeSymbol(";"));
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
