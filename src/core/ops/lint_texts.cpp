#include "core/base/catalogue.h"
#include "core/base/text.h"
#include "core/ops/lint_findings.h"

#include <string_view>
#include <utility>
#include <vector>

namespace duibiao {

namespace {

constexpr std::size_t MostInACell = 32'767; ///< UTF-16 code units, what Excel takes

/// The texts of one thing, with the names they have in the file.
using Texts = std::vector<std::pair<std::string_view, const LocalText*>>;

void lintTextsOf(const std::string& id, const Texts& texts, Findings& findings) {
    std::vector<std::string> noChinese;
    std::vector<std::string> noEnglish;
    for (const auto& [part, text] : texts) {
        if (text->zh.empty() && !text->en.empty()) {
            noChinese.emplace_back(part);
        }
        if (text->en.empty() && !text->zh.empty()) {
            noEnglish.emplace_back(part);
        }
        for (const std::string* one : {&text->zh, &text->en}) {
            if (one->size() > MostInACell && utf16Length(*one) > MostInACell) {
                findings.add(Severity::Warning, LintTextTooLong, id,
                             {{"part", std::string(part)},
                              {"length", std::to_string(utf16Length(*one))},
                              {"limit", std::to_string(MostInACell)}});
            }
        }
    }
    if (!noChinese.empty()) {
        findings.add(Severity::Warning, LintTranslationMissing, id,
                     {{"language", std::string(msgid("Chinese"))}, {"parts", join(noChinese, ", ")}});
    }
    if (!noEnglish.empty()) {
        findings.add(Severity::Warning, LintTranslationMissing, id,
                     {{"language", std::string(msgid("English"))}, {"parts", join(noEnglish, ", ")}});
    }
}

void addWords(Texts& texts, std::string_view part, const std::vector<Choice>& words) {
    for (const Choice& word : words) {
        texts.emplace_back(part, &word.label);
    }
}

void addOrigin(Texts& texts, const Origin& origin) {
    texts.emplace_back("reference", &origin.reference);
    texts.emplace_back("source", &origin.source);
}

Texts textsOf(const Checklist& checklist) {
    Texts texts{{"title", &checklist.title},
                {"short-title", &checklist.shortTitle},
                {"standard", &checklist.standard.title},
                {"note", &checklist.note}};
    for (const Scale& scale : checklist.scales) {
        addWords(texts, "scale", scale.words);
    }
    return texts;
}

Texts textsOf(const Section& section) {
    Texts texts{{"title", &section.title}, {"note", &section.note}, {"judging", &section.judging}};
    addOrigin(texts, section.origin);
    return texts;
}

Texts textsOf(const Item& item) {
    Texts texts{{"title", &item.title}, {"check", &item.check}};
    addOrigin(texts, item.origin);
    addWords(texts, "choice", item.choices);
    for (const LocalText& hint : item.evidenceHints) {
        texts.emplace_back("evidence", &hint);
    }
    if (item.sampling) {
        texts.emplace_back("sampling", &item.sampling->phrase);
        texts.emplace_back("population", &item.sampling->population);
    }
    for (const Guidance& guidance : item.guidance) {
        texts.emplace_back("guidance", &guidance.text);
    }
    return texts;
}

template<class Definition>
Texts textsOfDefinition(const Definition& definition) {
    Texts texts{{"label", &definition.label}, {"note", &definition.note}};
    addWords(texts, "word", definition.words);
    return texts;
}

} // namespace

void lintTexts(const Checklist& checklist, Findings& findings) {
    lintTextsOf("checklist:", textsOf(checklist), findings);
    lintTextsOf("scheme:", {{"note", &checklist.scheme.note}}, findings);
    for (const Band& band : checklist.scheme.bands) {
        lintTextsOf("band:" + band.id.str(), {{"title", &band.title}}, findings);
    }
    for (const FieldDefinition& field : checklist.fields) {
        lintTextsOf(field.id.str(), textsOfDefinition(field), findings);
    }
    for (const FactDefinition& fact : checklist.facts) {
        lintTextsOf(fact.id.str(), textsOfDefinition(fact), findings);
    }
    for (const Group& group : checklist.groups) {
        lintTextsOf(group.id.str(), {{"title", &group.title}}, findings);
    }
    for (const Section& section : checklist.sections) {
        lintTextsOf(section.id.str(), textsOf(section), findings);
    }
    for (const Item& item : checklist.items) {
        lintTextsOf(item.id.str(), textsOf(item), findings);
    }
}

} // namespace duibiao
