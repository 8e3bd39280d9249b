#pragma once

#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/model/rule_parser.h"

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

namespace duibiao::test {

/// A number of a test, such as "62.5" or "250/3".
inline Exact number(std::string_view text) {
    const std::optional<Exact> value = Exact::parse(text);
    if (!value) {
        std::cerr << "a test holds the malformed number " << text << '\n';
        std::abort();
    }
    return *value;
}

inline Rule rule(std::string_view text) {
    Result<Rule> parsed = parseRule(text);
    if (!parsed) {
        std::cerr << "a test holds the malformed rule " << text << '\n';
        std::abort();
    }
    return *std::move(parsed);
}

inline LocalText bilingual(const std::string& text) {
    return {"中文" + text, text};
}

/// Builds a checklist in reading order; each function gives the thing it added for further settings, valid
/// until the next one is added.
class ChecklistBuilder {
public:
    ChecklistBuilder() {
        checklist_.id = "test";
        checklist_.edition = "1.0";
        checklist_.title = bilingual("Test");
    }

    Section& section(const std::string& id, const std::string& parent = {}) {
        Section section;
        section.id = SectionId(id);
        section.parent = SectionId(parent);
        section.title = bilingual(id);
        return checklist_.sections.emplace_back(std::move(section));
    }
    /// A rating in the section that was added last, or where `section` says.
    Item& item(const std::string& id, std::string_view weight = "1", const std::string& section = {}) {
        Item item;
        item.id = ItemId(id);
        item.weight = number(weight);
        item.title = bilingual(id);
        item.check = bilingual("check " + id);
        if (!section.empty()) {
            item.section = SectionId(section);
        } else if (!checklist_.sections.empty()) {
            item.section = checklist_.sections.back().id;
        }
        return checklist_.items.emplace_back(std::move(item));
    }
    /// An item that a rule over facts decides.
    Item& numeric(const std::string& id, std::string_view text, std::string_view weight = "1") {
        Item& added = item(id, weight);
        added.answer = AnswerKind::Count;
        added.rule = rule(text);
        return added;
    }
    FactDefinition& fact(const std::string& id, Unit unit = Unit::Count) {
        FactDefinition fact;
        fact.id = FactId(id);
        fact.unit = unit;
        fact.label = bilingual(id);
        return checklist_.facts.emplace_back(std::move(fact));
    }
    FieldDefinition& field(const std::string& id, FieldKind kind) {
        FieldDefinition field;
        field.id = FieldId(id);
        field.kind = kind;
        field.label = bilingual(id);
        return checklist_.fields.emplace_back(std::move(field));
    }
    Group& group(const std::string& id, GroupKind kind, std::uint32_t least = 1) {
        Group group;
        group.id = GroupId(id);
        group.kind = kind;
        group.least = least;
        group.title = bilingual(id);
        return checklist_.groups.emplace_back(std::move(group));
    }
    Band& band(const std::string& id, std::string_view lower) {
        Band band;
        band.id = BandId(id);
        band.title = bilingual(id);
        band.lower = number(lower);
        return checklist_.scheme.bands.emplace_back(std::move(band));
    }
    Scheme& scheme() { return checklist_.scheme; }
    Checklist& checklist() { return checklist_; }

private:
    Checklist checklist_;
};

inline Choice choice(const std::string& id, std::string_view share) {
    return {WordId(id), bilingual(id), number(share)};
}

/// "12" and "4/125" are numbers, everything else is a word.
inline Value value(std::string_view text) {
    if (const std::optional<Exact> parsed = Exact::parse(text)) {
        return *parsed;
    }
    return WordId(text);
}

/// Builds the self-assessed and the verified answers of an assessment.
class AssessmentBuilder {
public:
    AssessmentBuilder& answer(const std::string& item, std::string_view text) {
        assessment_.answers[ItemId(item)].self.value = value(text);
        return *this;
    }
    AssessmentBuilder& notApplicable(const std::string& item, std::string reason, std::string approver = {}) {
        assessment_.answers[ItemId(item)].self.notApplicable =
            NotApplicable{std::move(reason), std::move(approver)};
        return *this;
    }
    AssessmentBuilder& fact(const std::string& id, std::string_view text) {
        assessment_.facts[FactId(id)].self.value = value(text);
        return *this;
    }
    AssessmentBuilder& verifiedFact(const std::string& id, std::string_view text) {
        assessment_.facts[FactId(id)].verified[SeatId("seat")].value = value(text);
        return *this;
    }
    AssessmentBuilder& verified(const std::string& item, Response response) {
        assessment_.answers[ItemId(item)].verified[SeatId("seat")] = std::move(response);
        return *this;
    }
    AssessmentBuilder& field(const std::string& id, std::vector<std::string> words) {
        assessment_.organisation.fields[FieldId(id)] = std::move(words);
        return *this;
    }
    [[nodiscard]] const Assessment& assessment() const { return assessment_; }

private:
    Assessment assessment_;
};

} // namespace duibiao::test
