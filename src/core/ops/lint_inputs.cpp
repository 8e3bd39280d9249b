#include "core/ops/lint_inputs.h"

namespace duibiao {

namespace {

std::vector<std::string> idsOf(const std::vector<Choice>& choices) {
    std::vector<std::string> ids;
    for (const Choice& choice : choices) {
        ids.push_back(choice.id.str());
    }
    return ids;
}

InputType typeOf(const FactDefinition& fact) {
    switch (fact.unit) {
    case Unit::Word:
        return {InputType::Kind::Word, false, idsOf(fact.words)};
    case Unit::YesNo:
        return {InputType::Kind::Word, false, {"yes", "no"}};
    default:
        return {InputType::Kind::Number, fact.unit == Unit::Ratio, {}};
    }
}

InputType typeOf(const FieldDefinition& field) {
    switch (field.kind) {
    case FieldKind::Word:
        return {InputType::Kind::Word, false, idsOf(field.words)};
    case FieldKind::Words:
        return {InputType::Kind::Set, false, idsOf(field.words)};
    case FieldKind::YesNo:
        return {InputType::Kind::Word, false, {"yes", "no"}};
    default:
        return {InputType::Kind::Text, false, {}};
    }
}

} // namespace

InputTypes::InputTypes(const Checklist& checklist) {
    for (const FactDefinition& fact : checklist.facts) {
        types_.emplace(fact.id.str(), typeOf(fact));
    }
    for (const FieldDefinition& field : checklist.fields) {
        types_.emplace(field.id.str(), typeOf(field));
    }
}

const InputType* InputTypes::find(const std::string& name) const {
    const auto found = types_.find(name);
    return found == types_.end() ? nullptr : &found->second;
}

} // namespace duibiao
