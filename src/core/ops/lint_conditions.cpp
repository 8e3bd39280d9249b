#include "core/model/rule_parser.h"
#include "core/ops/lint_findings.h"
#include "core/ops/lint_implication.h"
#include "core/ops/lint_inputs.h"
#include "core/scoring/rule_result.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace duibiao {

namespace {

/// Beyond that many combinations of words a condition is not searched.
constexpr std::size_t MostCombinations = 20'000;

/// One thing a condition can ask that has finitely many answers: which word, or whether a set has a word.
struct Question {
    FieldId name;
    std::vector<std::vector<std::string>> answers; ///< for a set: every subset of the words asked for
};

void wordsAskedOf(const Rule& rule, const std::string& name, std::set<std::string>& words) {
    if (!rule.children.empty() && rule.children.front().name == name) {
        for (const Rule& child : rule.children) {
            if (child.op == RuleOp::Word) {
                words.insert(child.name);
            }
        }
    }
    for (const Rule& child : rule.children) {
        wordsAskedOf(child, name, words);
    }
}

std::vector<std::vector<std::string>> subsetsOf(const std::set<std::string>& words) {
    std::vector<std::vector<std::string>> subsets{{}};
    for (const std::string& word : words) {
        const std::size_t before = subsets.size();
        if (before > MostCombinations) {
            break;
        }
        for (std::size_t index = 0; index < before; ++index) {
            std::vector<std::string> larger = subsets[index];
            larger.push_back(word);
            subsets.push_back(std::move(larger));
        }
    }
    return subsets;
}

/// What can come out of a condition over all answers; a comparison of numbers counts as either.
struct Possible {
    bool holds = false;
    bool fails = false;
};

class ConditionSearch {
public:
    explicit ConditionSearch(const Checklist& checklist)
        : types_(checklist) {
        sets_.fields = checklist.fields;
    }

    /// None when the rule has too many combinations or asks for something undeclared.
    [[nodiscard]] std::optional<Possible> search(const Rule& rule) const;
    /// For each condition of first(): whether some answer comes to it and lets it hold. None as above.
    [[nodiscard]] std::optional<std::vector<bool>> reached(const Rule& first) const;

private:
    [[nodiscard]] std::optional<std::vector<Question>> questions(const Rule& rule) const;
    /// Calls `look` with every combination of answers to what the rule asks, while it returns true; false
    /// when there are too many.
    template<class Look>
    [[nodiscard]] bool overAnswers(const Rule& rule, Look look) const;

    InputTypes types_;
    Checklist sets_; ///< only its fields: an empty set is known, not missing
};

std::optional<std::vector<Question>> ConditionSearch::questions(const Rule& rule) const {
    std::vector<Question> questions;
    std::size_t combinations = 1;
    for (const std::string& name : namesIn(rule)) {
        const InputType* type = types_.find(name);
        if (type == nullptr) {
            return std::nullopt;
        }
        Question question{FieldId(name), {}};
        std::set<std::string> asked;
        wordsAskedOf(rule, name, asked);
        if (type->kind == InputType::Kind::Word) {
            for (const std::string& word : type->words) {
                question.answers.push_back({word});
                asked.erase(word);
            }
            if (!asked.empty()) {
                return std::nullopt; // a word that is not declared is another finding
            }
        } else if (type->kind == InputType::Kind::Set) {
            question.answers = subsetsOf(asked);
        }
        if (question.answers.empty()) {
            continue; // a number or a text: left unknown
        }
        combinations *= question.answers.size();
        if (combinations > MostCombinations) {
            return std::nullopt;
        }
        questions.push_back(std::move(question));
    }
    return questions;
}

/// The next combination, counting like an odometer; false after the last.
bool advance(std::vector<std::size_t>& chosen, const std::vector<Question>& questions) {
    for (std::size_t index = 0; index < chosen.size(); ++index) {
        if (++chosen[index] < questions[index].answers.size()) {
            return true;
        }
        chosen[index] = 0;
    }
    return false;
}

template<class Look>
bool ConditionSearch::overAnswers(const Rule& rule, Look look) const {
    const std::optional<std::vector<Question>> asked = questions(rule);
    if (!asked) {
        return false;
    }
    std::vector<std::size_t> chosen(asked->size(), 0);
    Assessment assessment;
    do {
        for (std::size_t index = 0; index < chosen.size(); ++index) {
            assessment.organisation.fields[(*asked)[index].name] = (*asked)[index].answers[chosen[index]];
        }
    } while (look(Inputs(sets_, assessment, View::Self)) && advance(chosen, *asked));
    return true;
}

std::optional<Possible> ConditionSearch::search(const Rule& rule) const {
    Possible possible;
    const bool searched = overAnswers(rule, [&](const Inputs& inputs) {
        const Truth truth = evaluateCondition(rule, inputs).truth;
        possible.holds = possible.holds || truth != Truth::False;
        possible.fails = possible.fails || truth != Truth::True;
        return !(possible.holds && possible.fails);
    });
    return searched ? std::optional(possible) : std::nullopt;
}

std::optional<std::vector<bool>> ConditionSearch::reached(const Rule& first) const {
    std::vector<bool> reached(first.children.size(), false);
    const bool searched = overAnswers(first, [&](const Inputs& inputs) {
        for (std::size_t index = 0; index < first.children.size(); ++index) {
            const Truth truth = evaluateCondition(first.children[index], inputs).truth;
            reached[index] = reached[index] || truth != Truth::False;
            if (truth == Truth::True) {
                break;
            }
        }
        return std::ranges::find(reached, false) != reached.end();
    });
    return searched ? std::optional(reached) : std::nullopt;
}

Rule both(const Rule& first, const Rule& second) {
    Rule rule;
    rule.op = RuleOp::And;
    rule.children = {first, second};
    return rule;
}

class ConditionLint {
public:
    ConditionLint(const Checklist& checklist, Findings& findings)
        : search_(checklist)
        , findings_(findings) {}

    /// The condition that holds below: the outer one and the own one. Reports what is wrong with the own one.
    std::optional<Rule> check(const std::string& id, const std::optional<Rule>& own,
                              const std::optional<Rule>& outer) {
        if (!own) {
            return outer;
        }
        const Arguments arguments{{"rule", ruleText(*own)}};
        const std::optional<Possible> alone = search_.search(*own);
        if (alone && !alone->holds) {
            findings_.add(Severity::Error, LintConditionNeverTrue, id, arguments);
            return outer; // said once
        }
        if (alone && !alone->fails) {
            findings_.add(Severity::Warning, LintConditionAlwaysTrue, id, arguments);
        }
        if (!outer) {
            return own;
        }
        const std::optional<Possible> together = search_.search(both(*outer, *own));
        if (together && !together->holds) {
            findings_.add(Severity::Error, LintConditionContradicts, id, arguments);
            return outer;
        }
        return both(*outer, *own);
    }

    /// Conditions of first() behind one that holds whenever they do.
    void checkFirst(const Rule& rule, const std::string& id) {
        const std::optional<std::vector<bool>> reached = search_.reached(rule);
        for (std::size_t index = 0; index < rule.children.size(); ++index) {
            const Rule& condition = rule.children[index];
            const bool covered =
                std::any_of(rule.children.begin(), rule.children.begin() + static_cast<std::ptrdiff_t>(index),
                            [&](const Rule& earlier) { return implies(condition, earlier); });
            if (covered || (reached && !(*reached)[index])) {
                findings_.add(Severity::Error, LintFirstUnreachable, id, {{"rule", ruleText(condition)}});
            }
        }
    }

private:
    ConditionSearch search_;
    Findings& findings_;
};

} // namespace

void lintConditions(const Checklist& checklist, Findings& findings) {
    ConditionLint lint(checklist, findings);
    std::map<SectionId, std::optional<Rule>> inside;
    const auto outerOf = [&](const SectionId& id) {
        const auto found = inside.find(id);
        return found == inside.end() ? std::nullopt : found->second;
    };
    for (const Section& section : checklist.sections) {
        inside.emplace(section.id, lint.check(section.id.str(), section.appliesIf, outerOf(section.parent)));
    }
    for (const Item& item : checklist.items) {
        static_cast<void>(lint.check(item.id.str(), item.appliesIf, outerOf(item.section)));
        if (item.rule && item.rule->op == RuleOp::First) {
            lint.checkFirst(*item.rule, item.id.str());
        }
    }
}

} // namespace duibiao
