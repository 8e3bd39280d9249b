#pragma once

#include "core/formats/checklist_words.h"
#include "core/formats/element_kinds.h"
#include "core/formats/format_errors.h"
#include "core/model/checklist.h"

#include <type_traits>

namespace duibiao {

// What each element of a checklist has, once for reading and writing: `io` is an ElementReader or an
// ElementWriter, and the value is const when it is written. docs/file-formats.md §1 is the contract;
// checklists/checklist.rng says the same.

template<class T, class Value>
concept Like = std::is_same_v<std::remove_const_t<T>, Value>;

template<class Io, Like<LocalText> T>
void describe(Io& io, T& text) {
    io.noOtherAttributes();
    io.localContent(text);
    io.noOtherChildren();
}

template<class Io, Like<Choice> T>
void describe(Io& io, T& choice) {
    io.id("id", choice.id, IdKind::Word);
    io.number("share", choice.share, NumberRange::Share);
    io.otherAttributes(choice.extras);
    io.localContent(choice.label);
    io.otherChildren(choice.extras);
}

template<class Io, Like<Scale> T>
void describe(Io& io, T& scale) {
    io.id("id", scale.id, IdKind::Scale);
    io.otherAttributes(scale.extras);
    io.answerWords("word", scale.words, true, true, {});
    io.otherChildren(scale.extras);
}

template<class Io, Like<Standard> T>
void describe(Io& io, T& standard) {
    io.requiredText("number", standard.number);
    io.word("status", standard.status, StandardStatusWords, StandardStatus::InForce);
    io.text("field", standard.field);
    io.otherAttributes(standard.extras);
    io.local("title", standard.title);
    io.otherChildren(standard.extras);
}

template<class Io, Like<Band> T>
void describe(Io& io, T& band) {
    io.id("id", band.id, IdKind::Band);
    io.requiredNumber("lower", band.lower, NumberRange::Any);
    io.word("exclusive", band.exclusive, YesNoWords, false);
    io.word("passes", band.passes, YesNoWords, true);
    io.otherAttributes(band.extras);
    io.local("title", band.title);
    io.otherChildren(band.extras);
}

template<class Io, Like<Scheme> T>
void describe(Io& io, T& scheme) {
    io.word("kind", scheme.kind, SchemeKindWords, SchemeKind::Score);
    io.number("maximum", scheme.maximum, 100, NumberRange::Positive);
    io.word("na", scheme.naTreatment, NaTreatmentWords, NaTreatment::Exclude);
    io.word("veto-line", scheme.vetoLine, VetoLineWords, VetoLine::Zero);
    io.whole("decimals", scheme.decimals, 2, 6);
    io.number("bonus-cap", scheme.bonusCap, 0, NumberRange::NotNegative);
    io.otherAttributes(scheme.extras);
    io.local("note", scheme.note);
    io.children("band", scheme.bands);
    io.otherChildren(scheme.extras);
}

template<class Io, Like<FieldDefinition> T>
void describe(Io& io, T& field) {
    io.id("id", field.id, IdKind::Name);
    io.word("kind", field.kind, FieldKindWords, FieldKind::Word);
    io.otherAttributes(field.extras);
    io.local("label", field.label);
    io.local("note", field.note);
    const bool asked = field.kind == FieldKind::Word || field.kind == FieldKind::Words;
    io.answerWords("word", field.words, asked, asked, "kind");
    io.otherChildren(field.extras);
}

template<class Io, Like<FactDefinition> T>
void describe(Io& io, T& fact) {
    io.id("id", fact.id, IdKind::Name);
    io.word("unit", fact.unit, UnitWords, Unit::Count);
    io.number("minimum", fact.minimum, NumberRange::Any);
    io.number("maximum", fact.maximum, NumberRange::Any);
    io.otherAttributes(fact.extras);
    io.local("label", fact.label);
    io.local("note", fact.note);
    const bool asked = fact.unit == Unit::Word;
    io.answerWords("word", fact.words, asked, asked, "unit");
    io.otherChildren(fact.extras);
}

template<class Io, Like<Group> T>
void describe(Io& io, T& group) {
    io.id("id", group.id, IdKind::Group);
    io.word("kind", group.kind, GroupKindWords, GroupKind::AnyOf);
    if (io.allows(group.kind == GroupKind::AtLeast, "least", LeastWithoutCount)) {
        io.requiredWhole("least", group.least, 1);
    }
    io.otherAttributes(group.extras);
    io.local("title", group.title);
    io.otherChildren(group.extras);
}

template<class Io, Like<Verification> T>
void describe(Io& io, T& verification) {
    io.word("compared", verification.compared, YesNoWords, false);
    io.text("by", verification.by);
    io.date("on", verification.on);
    if (io.allows(verification.compared, "modality", ModalityWithoutComparison)) {
        io.word("modality", verification.modality, OfficialModalityWords);
    }
    io.otherAttributes(verification.extras);
    io.otherChildren(verification.extras);
}

template<class Io, Like<Sampling> T>
void describe(Io& io, T& sampling) {
    io.number("percent", sampling.percent, NumberRange::Share);
    io.whole("minimum", sampling.minimum, 0);
    io.whole("maximum", sampling.maximum, 0);
    io.word("everything", sampling.everything, YesNoWords, false);
    io.otherAttributes(sampling.extras);
    io.local("phrase", sampling.phrase);
    io.local("population", sampling.population);
    io.otherChildren(sampling.extras);
}

template<class Io, Like<Guidance> T>
void describe(Io& io, T& guidance) {
    io.text("for", guidance.word);
    io.noOtherAttributes();
    io.localContent(guidance.text);
    io.noOtherChildren();
}

template<class Io, Like<Origin> T>
void describeAttributes(Io& io, T& origin) {
    io.text("clause", origin.clause);
    io.word("basis", origin.basis, BasisWords, Basis::Practice);
    io.word("confidence", origin.confidence, ConfidenceWords);
}

template<class Io, Like<Origin> T>
void describeChildren(Io& io, T& origin) {
    io.local("reference", origin.reference);
    io.local("source", origin.source);
    io.child("verification", origin.verification);
}

/// Everything but the sections and items within, which may be of any depth, and what comes behind them.
template<class Io, Like<Section> T>
void describeHead(Io& io, T& section) {
    io.id("id", section.id, IdKind::Shared);
    describeAttributes(io, section.origin);
    io.word("aggregate", section.aggregate, AggregateWords, Aggregate::Sum);
    io.number("points", section.points, NumberRange::NotNegative);
    io.number("floor", section.floor, NumberRange::NotNegative);
    io.word("na", section.naTreatment, NaTreatmentWords);
    io.condition("applies-if", section.appliesIf);
    io.otherAttributes(section.extras);
    io.local("title", section.title);
    io.local("note", section.note);
    io.local("judging", section.judging);
    describeChildren(io, section.origin);
}

template<class Io, Like<Item> T>
void describe(Io& io, T& item) {
    io.id("id", item.id, IdKind::Shared);
    describeAttributes(io, item.origin);
    io.word("modality", item.modality, ModalityWords, Modality::MustCheck);
    io.word("role", item.role, ItemRoleWords, ItemRole::Scored);
    io.word("by", item.by, AnswererWords, Answerer::Self);
    io.word("answer", item.answer, AnswerKindWords, AnswerKind::Rating);
    io.reference("scale", item.scale, IdKind::Scale);
    io.rule("rule", item.rule);
    io.reference("group", item.group, IdKind::Group);
    io.number("weight", item.weight, 1, NumberRange::NotNegative);
    io.number("target", item.target, NumberRange::Share);
    io.word("na", item.na, NaPermissionWords,
            item.role == ItemRole::Veto ? NaPermission::Never : NaPermission::Free);
    io.words("methods", item.methods, MethodWords);
    io.condition("applies-if", item.appliesIf);
    io.otherAttributes(item.extras);
    io.local("title", item.title);
    io.local("check", item.check);
    describeChildren(io, item.origin);
    const bool asked = item.answer == AnswerKind::Choice;
    io.answerWords("choice", item.choices, asked, asked && !item.rule, "answer");
    io.localList("evidence", item.evidenceHints);
    io.child("sampling", item.sampling);
    io.children("guidance", item.guidance);
    io.otherChildren(item.extras);
}

/// Everything but the sections and what comes behind them.
template<class Io, Like<Checklist> T>
void describeHead(Io& io, T& checklist) {
    io.requiredText("format", checklist.format);
    io.id("id", checklist.id, IdKind::Document);
    io.requiredText("edition", checklist.edition);
    io.otherAttributes(checklist.extras);
    io.requiredLocal("title", checklist.title);
    io.local("short-title", checklist.shortTitle);
    io.requiredChild("standard", checklist.standard);
    io.local("note", checklist.note);
    io.requiredChild("scheme", checklist.scheme);
    io.list("scales", "scale", checklist.scales);
    io.list("fields", "field", checklist.fields);
    io.list("facts", "fact", checklist.facts);
    io.list("groups", "group", checklist.groups);
}

} // namespace duibiao
