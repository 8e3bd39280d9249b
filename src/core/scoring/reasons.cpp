#include "core/scoring/reasons.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace duibiao {

namespace {

constexpr std::string_view ListSeparator = ", ";

constexpr std::array Patterns{
    // How an item came out
    reasonPattern("answered", "Answered \"{word}\": share {share}."),
    reasonPattern("not-answered", "Not answered yet."),
    reasonPattern("not-verified", "Not verified yet; the own answer does not count here."),
    reasonPattern("unknown-word",
                  "\"{word}\" is none of the words this point can be answered with; it counts as open."),
    reasonPattern("word-without-share", "The checklist gives \"{word}\" no share; the point counts as open."),
    reasonPattern("number-without-rule",
                  "{value} was entered, but the checklist has no rule that turns it into a share."),
    reasonPattern("recorded-only", "Recorded only, not judged."),
    reasonPattern("recorded-value", "{expression} is {value}; recorded only."),
    reasonPattern("out-of-scope", "Out of scope: its condition does not hold for this organisation."),
    reasonPattern("scope-unknown", "It is not known whether this applies; {names} missing."),
    reasonPattern("not-applicable", "Not applicable: {reason}"),
    reasonPattern("not-applicable-approved", "Not applicable: {reason} (approved by {approver})"),
    reasonPattern("na-not-permitted", "\"Not applicable\" is not permitted here and was ignored."),
    reasonPattern("na-needs-reason",
                  "\"Not applicable\" was claimed without a reason; it counts as open until one is given."),
    reasonPattern("na-needs-approver",
                  "\"Not applicable\" was claimed without an approver; it counts as open until approved."),
    reasonPattern("facts-decide", "The figures decide this point; the answer entered for it was ignored."),
    reasonPattern("overridden", "Set to share {share} by the evaluators: {comment}"),
    reasonPattern("override-needs-comment",
                  "The evaluators' value was ignored: it needs a comment that says why."),
    reasonPattern(
        "override-not-understood",
        "The evaluators' value was ignored: it is neither a word of the scale nor a share from 0 to 1."),
    // How a rule came out
    reasonPattern("limit-met", "{expression} is {value}; the limit ({operator} {limit}) is met."),
    reasonPattern("limit-missed", "{expression} is {value}; the limit ({operator} {limit}) is not met."),
    reasonPattern("limit-missed-below",
                  "{expression} is {value}; the limit ({operator} {limit}) is not met, {difference} short."),
    reasonPattern(
        "limit-missed-above",
        "{expression} is {value}; the limit ({operator} {limit}) is not met, {difference} too much."),
    reasonPattern("word-met", "{name} is {given}; this meets \"{rule}\"."),
    reasonPattern("word-missed", "{name} is {given}; this does not meet \"{rule}\"."),
    reasonPattern("word-not-in-table",
                  "{name} is {word}, which the checklist's table does not have; it counts as open."),
    reasonPattern("rule-met", "The rule holds: {rule}."),
    reasonPattern("rule-missed", "The rule does not hold: {rule}."),
    reasonPattern("value-gives-points", "{expression} is {value}: {points} of {highest}, share {share}."),
    reasonPattern("first-held", "The first condition that holds: {rule}."),
    reasonPattern("first-none", "None of the conditions holds."),
    reasonPattern("points-give-share", "{points} of {highest}: share {share}."),
    reasonPattern("share-possible", "Share {least} to {most} is still possible."),
    reasonPattern("input-missing", "Open: {names} missing."),
    reasonPattern("division-by-zero", "Open: {expression} cannot be computed, the divisor is 0."),
    reasonPattern("rule-undecided", "Open: the rule {rule} cannot be decided with what was entered."),
    // What it counts
    reasonPattern("points", "Share {share} of weight {weight}: {points} points."),
    reasonPattern("points-open", "Of weight {weight}: {low} to {high} points while open."),
    reasonPattern("decides-group", "Of the group {group}, this point decides."),
    reasonPattern("group-decided-by", "Of the group {group}, {item} decides."),
    reasonPattern("weight-counts-at", "The group's weight counts once, at {item}."),
    // Conclusions
    reasonPattern("nothing-applicable", "None: no point applies."),
    reasonPattern("scored", "The checklist sets no grade; the score stands alone."),
    reasonPattern("floors-reached", "Every section reaches its floor."),
    reasonPattern("graded", "Grade: {band}."),
    reasonPattern("graded-not-passed", "Grade: {band} (not passed)."),
    reasonPattern("below-bands", "Below every grade."),
    reasonPattern("below-floor", "Not passed: below the floor of {sections}."),
    reasonPattern("direct-pass", "Passed directly by {items}."),
    reasonPattern("vetoed", "Not passed: vetoed by {items}."),
    reasonPattern("admission-not-met", "Not scored: admission is not met ({items})."),
    reasonPattern("undecided", "Not decided yet: {low} at worst, {high} at best."),
    reasonPattern("conditions-met", "Every listed condition is met."),
    reasonPattern("conditions-met-except-na",
                  "Every listed condition that applies is met; not applicable: {items}."),
    reasonPattern("conditions-open", "Not decided yet; open: {items}."),
    reasonPattern("conditions-not-met", "Not met: {items}."),
};

/// The two ends of an undecided conclusion, as parts of its sentence.
constexpr std::array Ends{
    reasonPattern("nothing-applicable", "no score"),
    reasonPattern("scored", "a score without a veto"),
    reasonPattern("floors-reached", "every floor reached"),
    reasonPattern("graded", "{band}"),
    reasonPattern("graded-not-passed", "{band}"),
    reasonPattern("below-bands", "below every grade"),
    reasonPattern("below-floor", "below a floor"),
    reasonPattern("direct-pass", "passed directly"),
    reasonPattern("vetoed", "vetoed"),
    reasonPattern("admission-not-met", "admission not met"),
};

std::string_view sentenceOf(std::span<const ReasonPattern> patterns, std::string_view code) {
    const auto found = std::ranges::find(patterns, code, &ReasonPattern::code);
    return found == patterns.end() ? code : found->sentence;
}

/// Calls ids by their labels.
class Namer {
public:
    Namer(const Catalogue& catalogue, const ReasonScope& scope)
        : catalogue_(catalogue)
        , checklist_(scope.checklist)
        , item_(scope.item) {}

    [[nodiscard]] std::string argument(const std::string& key, const std::string& value) const;

private:
    using Naming = std::string (Namer::*)(const std::string&) const;

    [[nodiscard]] std::string input(const std::string& id) const;
    [[nodiscard]] std::string section(const std::string& id) const;
    [[nodiscard]] std::string band(const std::string& id) const;
    [[nodiscard]] std::string word(const std::string& id) const;
    [[nodiscard]] std::string itemOrGroup(const std::string& id) const;
    [[nodiscard]] std::string end(const std::string& name) const;
    [[nodiscard]] std::string each(const std::string& ids, Naming naming) const;
    [[nodiscard]] std::string labelOr(const LocalText* label, const std::string& id) const {
        return label == nullptr || label->empty() ? id : label->in(catalogue_.language());
    }

    const Catalogue& catalogue_;
    const Checklist* checklist_;
    const Item* item_;
};

std::string Namer::argument(const std::string& key, const std::string& value) const {
    if (key == "low" || key == "high") {
        return end(value);
    }
    if (key == "items") {
        return each(value, &Namer::itemOrGroup);
    }
    if (checklist_ == nullptr) {
        return value;
    }
    if (key == "group") {
        return itemOrGroup(value);
    }
    if (key == "names" || key == "name" || key == "expression") {
        return each(value, &Namer::input);
    }
    if (key == "sections") {
        return each(value, &Namer::section);
    }
    if (key == "band") {
        return band(value);
    }
    return key == "word" || key == "given" ? each(value, &Namer::word) : value;
}

std::string Namer::each(const std::string& ids, Naming naming) const {
    std::vector<std::string> names;
    std::string_view rest = ids;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(ListSeparator), rest.size());
        names.push_back((this->*naming)(std::string(rest.substr(0, end))));
        rest.remove_prefix(std::min(end + ListSeparator.size(), rest.size()));
    }
    return join(names, catalogue_.language() == Language::Chinese ? "、" : ListSeparator);
}

std::string Namer::input(const std::string& id) const {
    if (const FactDefinition* fact = findFact(*checklist_, FactId(id))) {
        return labelOr(&fact->label, id);
    }
    const FieldDefinition* field = findField(*checklist_, FieldId(id));
    return labelOr(field == nullptr ? nullptr : &field->label, id);
}

/// Items are known by their numbers, groups by their titles.
std::string Namer::itemOrGroup(const std::string& id) const {
    const Group* group = checklist_ == nullptr ? nullptr : findGroup(*checklist_, GroupId(id));
    return labelOr(group == nullptr ? nullptr : &group->title, id);
}

std::string Namer::section(const std::string& id) const {
    const Section* found = findSection(*checklist_, SectionId(id));
    return labelOr(found == nullptr ? nullptr : &found->title, id);
}

std::string Namer::band(const std::string& id) const {
    if (checklist_ == nullptr) {
        return id;
    }
    const auto found = std::ranges::find(checklist_->scheme.bands, BandId(id), &Band::id);
    return labelOr(found == checklist_->scheme.bands.end() ? nullptr : &found->title, id);
}

/// A word of the item, or of a fact or field it was compared with.
std::string Namer::word(const std::string& id) const {
    const WordId wanted(id);
    const Choice* found = item_ == nullptr || item_->rule ? nullptr : findWord(*checklist_, *item_, wanted);
    const auto lookIn = [&](const auto& definitions) {
        for (const auto& definition : definitions) {
            const auto word = std::ranges::find(definition.words, wanted, &Choice::id);
            if (found == nullptr && word != definition.words.end()) {
                found = &*word;
            }
        }
    };
    lookIn(checklist_->facts);
    lookIn(checklist_->fields);
    return labelOr(found == nullptr ? nullptr : &found->label, id);
}

/// "graded:excellent" as "excellent", "vetoed" as "vetoed".
std::string Namer::end(const std::string& name) const {
    const std::size_t colon = std::min(name.find(':'), name.size());
    const std::string bandName = colon < name.size() ? band(name.substr(colon + 1)) : std::string();
    const std::string_view sentence = sentenceOf(Ends, std::string_view(name).substr(0, colon));
    return fillIn(catalogue_.translate(sentence), {{"band", bandName}});
}

} // namespace

std::span<const ReasonPattern> reasonPatterns() {
    return Patterns;
}

std::string reasonText(const Reason& reason, const Catalogue& catalogue, const ReasonScope& scope) {
    const Namer namer(catalogue, scope);
    Arguments arguments;
    for (const auto& [key, value] : reason.arguments) {
        arguments.emplace_back(key, namer.argument(key, value));
    }
    return fillIn(catalogue.translate(sentenceOf(Patterns, reason.code)), arguments);
}

} // namespace duibiao
