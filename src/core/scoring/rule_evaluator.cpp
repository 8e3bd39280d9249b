#include "core/scoring/rule_evaluator.h"

#include "core/model/rule_parser.h"

#include <algorithm>

namespace duibiao {

namespace {

constexpr int NearDecimals = 4;

std::string_view symbolOf(RuleOp op) {
    switch (op) {
    case RuleOp::Less:
        return "<";
    case RuleOp::LessOrEqual:
        return "≤";
    case RuleOp::Greater:
        return ">";
    case RuleOp::GreaterOrEqual:
        return "≥";
    case RuleOp::NotEqual:
        return "≠";
    default:
        return "=";
    }
}

bool holds(RuleOp op, const Exact& left, const Exact& right) {
    switch (op) {
    case RuleOp::Less:
        return left < right;
    case RuleOp::LessOrEqual:
        return left <= right;
    case RuleOp::Greater:
        return left > right;
    case RuleOp::GreaterOrEqual:
        return left >= right;
    case RuleOp::NotEqual:
        return left != right;
    default:
        return left == right;
    }
}

/// Limit and value of a comparison with, when it failed against a bound, how much is missing.
Reason comparisonStep(const Rule& rule, const Exact& left, const Exact& right, bool met) {
    Arguments arguments{{"expression", ruleText(rule.children[0])},
                        {"value", exactAndNear(left)},
                        {"operator", std::string(symbolOf(rule.op))},
                        {"limit", exactAndNear(right)}};
    if (met) {
        return {"limit-met", std::move(arguments)};
    }
    const bool tooLow = rule.op == RuleOp::GreaterOrEqual;
    if (tooLow || rule.op == RuleOp::LessOrEqual) {
        arguments.emplace_back("difference", exactAndNear(tooLow ? right - left : left - right));
        return {tooLow ? "limit-missed-below" : "limit-missed-above", std::move(arguments)};
    }
    return {"limit-missed", std::move(arguments)};
}

Exact onLine(const RulePoint& from, const RulePoint& to, const Exact& at) {
    return from.value + (to.value - from.value) * (at - from.bound) / (to.bound - from.bound);
}

Exact linearValue(const Rule& rule, const Exact& at) {
    const auto above =
        std::ranges::find_if(rule.points, [&](const RulePoint& point) { return point.bound > at; });
    if (above == rule.points.begin()) {
        return above->value;
    }
    return above == rule.points.end() ? rule.points.back().value : onLine(*(above - 1), *above, at);
}

Exact bandValue(const Rule& rule, const Exact& at) {
    const auto above =
        std::ranges::find_if(rule.points, [&](const RulePoint& point) { return point.bound > at; });
    return above == rule.points.begin() ? Exact(0) : (above - 1)->value;
}

/// Only whole steps count.
Exact stepsValue(const Rule& rule, const Exact& at) {
    const RulePoint& start = rule.points[0];
    const RulePoint& step = rule.points[1];
    if (at < start.bound) {
        return 0;
    }
    return std::min(rule.points[2].value,
                    start.value + step.value * ((at - start.bound) / step.bound).floor());
}

/// Takes away the steps from `known` on that were said before: conditions of one rule ask for the same
/// figures.
void dropRepeated(std::vector<Reason>& steps, std::size_t known) {
    const auto end = steps.begin() + static_cast<std::ptrdiff_t>(known);
    const auto isKnown = [&](const Reason& step) { return std::find(steps.begin(), end, step) != end; };
    steps.erase(std::remove_if(end, steps.end(), isKnown), steps.end());
}

} // namespace

std::string exactAndNear(const Exact& value) {
    std::string text = value.text();
    if (text.find('/') != std::string::npos) {
        text += " ≈ " + value.rounded(NearDecimals);
    }
    return text;
}

Exact highestPoints(const Rule& rule) {
    if (rule.op == RuleOp::Steps) {
        return rule.points.size() == 3 ? rule.points[2].value : Exact(0);
    }
    Exact highest;
    for (const RulePoint& point : rule.points) {
        highest = std::max(highest, point.value);
    }
    for (const auto& [word, value] : rule.words) {
        highest = std::max(highest, value);
    }
    return highest;
}

const Input* RuleEvaluator::input(const std::string& name) {
    const Input* found = inputs_.find(name);
    if (found == nullptr && std::ranges::find(missing_, name) == missing_.end()) {
        missing_.push_back(name);
    }
    return found;
}

Truth RuleEvaluator::truth(const Rule& rule) {
    switch (rule.op) {
    case RuleOp::And:
    case RuleOp::Or:
        return junction(rule);
    case RuleOp::In:
    case RuleOp::Has:
        return wordComparison(rule);
    default:
        break;
    }
    if (!isPredicate(rule) || rule.children.size() != 2) {
        return Truth::Unknown;
    }
    return rule.children[1].op == RuleOp::Word ? wordComparison(rule) : numberComparison(rule);
}

Truth RuleEvaluator::junction(const Rule& rule) {
    const std::size_t before = missing_.size();
    const bool all = rule.op == RuleOp::And;
    Truth result = all ? Truth::True : Truth::False;
    for (const Rule& child : rule.children) {
        const Truth part = truth(child);
        result = all ? std::min(result, part) : std::max(result, part);
    }
    if (result != Truth::Unknown) {
        missing_.resize(before); // what is missing cannot change the result any more
    }
    return result;
}

Truth RuleEvaluator::numberComparison(const Rule& rule) {
    const std::optional<Exact> left = number(rule.children[0]);
    const std::optional<Exact> right = number(rule.children[1]);
    if (!left || !right) {
        return Truth::Unknown;
    }
    const bool met = holds(rule.op, *left, *right);
    steps_.push_back(comparisonStep(rule, *left, *right, met));
    return met ? Truth::True : Truth::False;
}

/// `=`, `!=`, `in` and `has` ask a word or a set of words; `=` of a set holds when the word is all of it.
Truth RuleEvaluator::wordComparison(const Rule& rule) {
    const std::string& name = rule.children[0].name;
    const Input* found = input(name);
    if (found == nullptr || found->number != nullptr) {
        return Truth::Unknown;
    }
    const auto asked = [&](const std::string& word) {
        return std::any_of(rule.children.begin() + 1, rule.children.end(),
                           [&](const Rule& child) { return child.name == word; });
    };
    const bool any = std::ranges::any_of(found->words, asked);
    const bool same = any && (rule.op == RuleOp::Has || found->words.size() == 1);
    const bool met = rule.op == RuleOp::NotEqual ? !same : same;
    std::string given;
    for (const std::string& word : found->words) {
        given += (given.empty() ? "" : ", ") + word;
    }
    steps_.push_back({met ? "word-met" : "word-missed",
                      {{"name", name}, {"given", std::move(given)}, {"rule", ruleText(rule)}}});
    return met ? Truth::True : Truth::False;
}

std::optional<Exact> RuleEvaluator::number(const Rule& rule) {
    switch (rule.op) {
    case RuleOp::Number:
        return rule.number;
    case RuleOp::Name: {
        const Input* found = input(rule.name);
        return found != nullptr && found->number != nullptr ? std::optional(*found->number) : std::nullopt;
    }
    case RuleOp::Negate: {
        const std::optional<Exact> operand = number(rule.children.at(0));
        return operand ? std::optional(-*operand) : std::nullopt;
    }
    default:
        return rule.children.size() == 2 ? arithmetic(rule) : std::nullopt;
    }
}

std::optional<Exact> RuleEvaluator::arithmetic(const Rule& rule) {
    const std::optional<Exact> left = number(rule.children[0]);
    const std::optional<Exact> right = number(rule.children[1]);
    if (!left || !right) {
        return std::nullopt;
    }
    switch (rule.op) {
    case RuleOp::Add:
        return *left + *right;
    case RuleOp::Subtract:
        return *left - *right;
    case RuleOp::Multiply:
        return *left * *right;
    case RuleOp::Divide:
        if (right->isZero()) {
            steps_.push_back({"division-by-zero", {{"expression", ruleText(rule)}}});
            return std::nullopt;
        }
        return *left / *right;
    default:
        return std::nullopt;
    }
}

std::optional<Exact> RuleEvaluator::points(const Rule& rule) {
    if (rule.op == RuleOp::Table) {
        return tableValue(rule);
    }
    const std::optional<Exact> at = number(rule.children.at(0));
    if (!at || rule.points.empty()) {
        return std::nullopt;
    }
    switch (rule.op) {
    case RuleOp::Linear:
        return linearValue(rule, *at);
    case RuleOp::Bands:
        return bandValue(rule, *at);
    case RuleOp::Steps:
        return rule.points.size() == 3 ? std::optional(stepsValue(rule, *at)) : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<Exact> RuleEvaluator::tableValue(const Rule& rule) {
    const Input* found = input(rule.children.at(0).name);
    if (found == nullptr || found->words.size() != 1) {
        return std::nullopt;
    }
    const std::string& given = found->words.front();
    const auto entry =
        std::ranges::find_if(rule.words, [&](const auto& word) { return word.first == given; });
    if (entry == rule.words.end()) {
        steps_.push_back({"word-not-in-table", {{"name", rule.children[0].name}, {"word", given}}});
        return std::nullopt;
    }
    return entry->second;
}

/// A condition that is not known may hold or not: its value is possible, and so is what comes after it.
Range RuleEvaluator::firstValue(const Rule& rule) {
    const std::size_t before = missing_.size();
    std::optional<Range> possible;
    const auto add = [&](const Exact& value) {
        possible = possible ? Range{std::min(possible->low, value), std::max(possible->high, value)}
                            : Range{value, value};
    };
    const Rule* held = nullptr;
    for (std::size_t index = 0; index < rule.children.size() && held == nullptr; ++index) {
        const std::size_t known = steps_.size();
        const Truth truth = this->truth(rule.children[index]);
        dropRepeated(steps_, known);
        if (truth != Truth::False) {
            add(rule.points.at(index).value);
        }
        held = truth == Truth::True ? &rule.children[index] : nullptr;
    }
    if (held == nullptr) {
        add(Exact(0));
    }
    if (!possible->settled()) {
        return *possible;
    }
    missing_.resize(before); // whatever is missing, the value is the same
    if (held != nullptr) {
        steps_.push_back({"first-held", {{"rule", ruleText(*held)}}});
    } else {
        steps_.push_back({"first-none", {}});
    }
    return *possible;
}

std::optional<Value> RuleEvaluator::subject(const Rule& rule) {
    if (rule.op == RuleOp::First) {
        return rule.children.empty() ? std::nullopt : subject(rule.children.front());
    }
    if (rule.children.empty() || rule.op == RuleOp::And || rule.op == RuleOp::Or) {
        return std::nullopt;
    }
    const Rule& first = rule.children.front();
    if (first.op == RuleOp::Name) {
        const Input* found = inputs_.find(first.name);
        if (found != nullptr && found->words.size() == 1) {
            return WordId(found->words.front());
        }
    }
    const std::optional<Exact> value = RuleEvaluator(inputs_).number(first);
    return value ? std::optional<Value>(*value) : std::nullopt;
}

} // namespace duibiao
