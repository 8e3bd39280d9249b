#include "core/scoring/inputs.h"

namespace duibiao {

namespace {

Input inputOf(const Value& value) {
    if (const Exact* number = std::get_if<Exact>(&value)) {
        return {number, {}};
    }
    return {nullptr, {&std::get<WordId>(value).str(), 1}};
}

} // namespace

Inputs::Inputs(const Checklist& checklist, const Assessment& assessment, View view) {
    for (const auto& [id, entry] : assessment.facts) {
        if (const Response* response = responseIn(entry, view); response != nullptr && response->value) {
            inputs_.emplace(id.str(), inputOf(*response->value));
        }
    }
    for (const auto& [id, words] : assessment.organisation.fields) {
        if (!words.empty()) {
            inputs_.emplace(id.str(), Input{nullptr, words});
        }
    }
    // A set that was answered with nothing is known to be empty; any other field without a word is missing.
    for (const FieldDefinition& field : checklist.fields) {
        if (field.kind == FieldKind::Words && assessment.organisation.fields.contains(field.id)) {
            inputs_.try_emplace(field.id.str());
        }
    }
}

const Input* Inputs::find(std::string_view name) const {
    const auto found = inputs_.find(name);
    return found == inputs_.end() ? nullptr : &found->second;
}

} // namespace duibiao
