#include "core/base/text.h"
#include "core/model/rule_parser.h"
#include "core/ops/lint_findings.h"
#include "core/ops/lint_inputs.h"

#include <algorithm>
#include <set>

namespace duibiao {

namespace {

/// Walks one rule and compares what it does with each name with what the name stands for.
class RuleTypes {
public:
    RuleTypes(const InputTypes& types, Findings& findings, const std::string& id)
        : types_(types)
        , findings_(findings)
        , id_(id) {}

    void check(const Rule& rule);

private:
    void checkName(const Rule& name);
    void checkWordComparison(const Rule& rule);
    void checkTable(const Rule& rule);
    void checkRatioLimit(const Rule& rule);
    void checkWords(const std::string& name, const InputType& type, const Rule& rule);
    void add(Severity severity, const ErrorKind& kind, Arguments arguments) {
        findings_.add(severity, kind, id_, std::move(arguments));
    }

    const InputTypes& types_;
    Findings& findings_;
    const std::string& id_;
};

void RuleTypes::check(const Rule& rule) {
    const bool comparesWord = rule.children.size() > 1 && rule.children[1].op == RuleOp::Word;
    if (comparesWord) {
        checkWordComparison(rule);
        return;
    }
    if (rule.op == RuleOp::Table) {
        checkTable(rule);
        return;
    }
    if (rule.op == RuleOp::Name) {
        checkName(rule);
    }
    if (isPredicate(rule) && rule.children.size() == 2) {
        checkRatioLimit(rule);
    }
    for (const Rule& child : rule.children) {
        check(child);
    }
}

/// A name standing where a number is wanted: the only place check() comes to one.
void RuleTypes::checkName(const Rule& name) {
    const InputType* type = types_.find(name.name);
    if (type != nullptr && type->kind != InputType::Kind::Number) {
        add(Severity::Error, LintWordAsNumber, {{"name", name.name}});
    }
}

void RuleTypes::checkWordComparison(const Rule& rule) {
    const std::string& name = rule.children[0].name;
    const InputType* type = types_.find(name);
    if (type == nullptr) {
        return;
    }
    if (type->kind == InputType::Kind::Number) {
        add(Severity::Error, LintNumberAsWord, {{"name", name}, {"word", rule.children[1].name}});
    } else if (type->kind == InputType::Kind::Set && rule.op != RuleOp::Has) {
        add(Severity::Error, LintSetNeedsHas, {{"name", name}});
    } else if (type->kind != InputType::Kind::Set && rule.op == RuleOp::Has) {
        add(Severity::Error, LintHasNeedsSet, {{"name", name}});
    } else {
        checkWords(name, *type, rule);
    }
}

void RuleTypes::checkWords(const std::string& name, const InputType& type, const Rule& rule) {
    if (type.kind == InputType::Kind::Text) {
        return;
    }
    for (const Rule& child : rule.children) {
        if (child.op == RuleOp::Word && std::ranges::find(type.words, child.name) == type.words.end()) {
            add(Severity::Error, LintWordUndeclared,
                {{"name", name}, {"word", child.name}, {"allowed", join(type.words, ", ")}});
        }
    }
}

void RuleTypes::checkTable(const Rule& rule) {
    const std::string& name = rule.children[0].name;
    const InputType* type = types_.find(name);
    if (type == nullptr) {
        return;
    }
    if (type->kind == InputType::Kind::Number) {
        add(Severity::Error, LintNumberAsWord, {{"name", name}, {"word", rule.words.front().first}});
        return;
    }
    if (type->kind == InputType::Kind::Set) {
        add(Severity::Error, LintSetNeedsHas, {{"name", name}});
        return;
    }
    for (const auto& [word, value] : rule.words) {
        if (type->kind == InputType::Kind::Word &&
            std::ranges::find(type->words, word) == type->words.end()) {
            add(Severity::Error, LintWordUndeclared,
                {{"name", name}, {"word", word}, {"allowed", join(type->words, ", ")}});
        }
    }
    for (const std::string& word : type->words) {
        const auto has = [&](const auto& entry) { return entry.first == word; };
        if (std::ranges::none_of(rule.words, has)) {
            add(Severity::Warning, LintTableIncomplete, {{"name", name}, {"word", word}});
        }
    }
}

/// `satisfaction >= 90` of a fact that holds 0.92.
void RuleTypes::checkRatioLimit(const Rule& rule) {
    const Rule& left = rule.children[0];
    const Rule& right = rule.children[1];
    const InputType* type = left.op == RuleOp::Name ? types_.find(left.name) : nullptr;
    if (type != nullptr && type->isRatio && right.op == RuleOp::Number && right.number > Exact(1)) {
        add(Severity::Warning, LintRatioLimit,
            {{"name", left.name}, {"limit", right.number.text()}, {"percent", (right.number * 100).text()}});
    }
}

bool canEarn(const Rule& rule) {
    const auto above = [](const Exact& value) { return value > Exact(0); };
    switch (rule.op) {
    case RuleOp::Linear:
    case RuleOp::Bands:
    case RuleOp::First:
        return std::ranges::any_of(rule.points, above, &RulePoint::value);
    case RuleOp::Steps:
        return !rule.points.empty() && above(rule.points.back().value);
    case RuleOp::Table:
        return std::ranges::any_of(rule.words, [&](const auto& word) { return above(word.second); });
    default:
        return true;
    }
}

/// A share is a value divided by the highest, so none may lie below what no condition gives.
void lintFirstValues(const Rule& rule, const std::string& id, Findings& findings) {
    for (std::size_t index = 0; index < rule.children.size(); ++index) {
        const Exact& value = rule.points.at(index).value;
        if (value < Exact(0)) {
            findings.add(Severity::Error, LintFirstValueNegative, id,
                         {{"rule", ruleText(rule.children[index])}, {"value", value.text()}});
        }
    }
}

/// Everything about one rule or condition that concerns its inputs.
class RuleLint {
public:
    RuleLint(const Checklist& checklist, Findings& findings)
        : types_(checklist)
        , findings_(findings) {}

    void check(const Rule& rule, const std::string& id) {
        for (const std::string& name : namesIn(rule)) {
            used_.insert(name);
            if (types_.find(name) == nullptr) {
                findings_.add(Severity::Error, LintInputUnknown, id, {{"name", name}});
            }
        }
        RuleTypes(types_, findings_, id).check(rule);
    }
    [[nodiscard]] bool isUsed(const std::string& name) const { return used_.contains(name); }

private:
    InputTypes types_;
    Findings& findings_;
    std::set<std::string> used_;
};

} // namespace

void lintRules(const Checklist& checklist, Findings& findings) {
    RuleLint lint(checklist, findings);
    for (const Section& section : checklist.sections) {
        if (section.appliesIf) {
            lint.check(*section.appliesIf, section.id.str());
        }
    }
    for (const Item& item : checklist.items) {
        if (item.appliesIf) {
            lint.check(*item.appliesIf, item.id.str());
        }
        if (!item.rule) {
            continue;
        }
        lint.check(*item.rule, item.id.str());
        if (!canEarn(*item.rule)) {
            findings.add(Severity::Error, LintRuleEarnsNothing, item.id.str());
        }
        if (item.rule->op == RuleOp::First) {
            lintFirstValues(*item.rule, item.id.str(), findings);
        }
        if (namesIn(*item.rule).empty()) {
            findings.add(Severity::Warning, LintRuleConstant, item.id.str());
        }
    }
    for (const FactDefinition& fact : checklist.facts) {
        if (!lint.isUsed(fact.id.str())) {
            findings.add(Severity::Warning, LintFactUnused, fact.id.str());
        }
    }
    for (const FieldDefinition& field : checklist.fields) {
        if (!lint.isUsed(field.id.str())) {
            findings.add(Severity::Warning, LintFieldUnused, field.id.str());
        }
    }
}

} // namespace duibiao
