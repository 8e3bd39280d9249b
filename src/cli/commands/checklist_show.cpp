#include "cli/commands/checklist.h"
#include "cli/context.h"
#include "cli/output/json_values.h"
#include "cli/output/words.h"
#include "core/model/rule_parser.h"
#include "core/ops/checklist_library.h"

#include <map>
#include <utility>

namespace duibiao::cli {

namespace {

Json itemJson(const Checklist& checklist, const Item& item) {
    Json words = Json::array();
    for (const Choice& word : wordsOf(checklist, item)) {
        words.push_back(word.id.str());
    }
    Json json{{"id", item.id.str()},
              {"section", item.section.str()},
              {"title", textJson(item.title)},
              {"check", textJson(item.check)},
              {"clause", item.origin.clause},
              {"basis", formatWord(item.origin.basis)},
              {"compared", item.origin.verification.compared},
              {"modality", formatWord(item.modality)},
              {"role", formatWord(item.role)},
              {"answer", formatWord(item.answer)},
              {"words", std::move(words)},
              {"weight", item.weight.text()},
              {"na", formatWord(item.na)}};
    json["rule"] = item.rule ? Json(ruleText(*item.rule)) : Json();
    json["applies_if"] = item.appliesIf ? Json(ruleText(*item.appliesIf)) : Json();
    json["group"] = item.group.empty() ? Json() : Json(item.group.str());
    return json;
}

std::string checklistJson(const Checklist& checklist) {
    Json json{{"schema", "duibiao.checklist/1"},
              {"id", checklist.id},
              {"edition", checklist.edition},
              {"title", textJson(checklist.title)},
              {"note", textJson(checklist.note)}};
    json["facts"] = Json::array();
    for (const FactDefinition& fact : checklist.facts) {
        json["facts"].push_back(
            {{"id", fact.id.str()}, {"unit", formatWord(fact.unit)}, {"label", textJson(fact.label)}});
    }
    json["sections"] = Json::array();
    for (const Section& section : checklist.sections) {
        const Json parent = section.parent.empty() ? Json() : Json(section.parent.str());
        json["sections"].push_back(
            {{"id", section.id.str()}, {"parent", parent}, {"title", textJson(section.title)}});
    }
    json["items"] = Json::array();
    for (const Item& item : checklist.items) {
        json["items"].push_back(itemJson(checklist, item));
    }
    return json.dump(2) + "\n";
}

/// Prints a checklist the way a person reads it: headings, then each point with what it asks and how it is
/// answered.
class ChecklistPrinter {
public:
    ChecklistPrinter(Context& context, const Checklist& checklist)
        : context_(context)
        , checklist_(checklist)
        , language_(context.language()) {
        for (const Item& item : checklist.items) {
            items_[item.section].push_back(&item);
        }
    }

    void print() {
        std::ostream& out = context_.streams.out;
        out << checklist_.title.in(language_) << "  (" << checklist_.id << ", " << checklist_.edition << ")\n"
            << checklist_.note.in(language_) << "\n";
        printFields();
        for (const Section& section : checklist_.sections) {
            out << '\n' << section.id.str() << "  " << section.title.in(language_) << '\n';
            for (const Item* item : items_[section.id]) {
                print(*item);
            }
        }
    }

private:
    void printFields() {
        std::ostream& out = context_.streams.out;
        for (const FieldDefinition& field : checklist_.fields) {
            out << "\n" << context_.tr("Field") << " " << field.id.str() << ": " << field.label.in(language_);
            for (const Choice& word : field.words) {
                out << "\n    " << word.id.str() << "  " << word.label.in(language_);
            }
        }
        for (const FactDefinition& fact : checklist_.facts) {
            out << "\n" << context_.tr("Fact") << " " << fact.id.str() << ": " << fact.label.in(language_);
        }
        out << '\n';
    }

    void print(const Item& item) {
        std::ostream& out = context_.streams.out;
        out << "  " << item.id.str() << "  " << item.title.in(language_) << "  ["
            << context_.tr("{n} points", {{"n", item.weight.text()}})
            << (item.role == ItemRole::Veto ? ", " + context_.tr("veto") : "") << "]\n    "
            << item.check.in(language_) << '\n';
        if (item.rule) {
            out << "    " << context_.tr("Judged by") << ": " << ruleText(*item.rule) << '\n';
        }
        if (item.appliesIf) {
            out << "    " << context_.tr("Applies if") << ": " << ruleText(*item.appliesIf) << '\n';
        }
    }

    Context& context_;
    const Checklist& checklist_;
    Language language_;
    std::map<SectionId, std::vector<const Item*>> items_;
};

} // namespace

void showChecklist(Context& context, const std::string& idOrFile, bool json) {
    const auto loaded = loadChecklist(context.paths, idOrFile);
    if (!loaded) {
        context.report(loaded.error());
        return;
    }
    if (json) {
        context.streams.out << checklistJson(loaded->read.checklist);
    } else {
        ChecklistPrinter(context, loaded->read.checklist).print();
    }
}

} // namespace duibiao::cli
