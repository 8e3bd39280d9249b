#include "cli/output/words.h"

#include "core/base/catalogue.h"
#include "core/formats/checklist_words.h"

#include <algorithm>
#include <variant>

namespace duibiao::cli {

namespace {

template<class Table, class T>
std::string lookUp(const Table& table, T value) {
    const auto found = std::ranges::find_if(table, [value](const auto& word) { return word.value == value; });
    return found == table.end() ? std::string() : std::string(found->text);
}

} // namespace

std::string formatWord(StandardStatus status) {
    return lookUp(StandardStatusWords, status);
}

std::string formatWord(Basis basis) {
    return lookUp(BasisWords, basis);
}

std::string formatWord(Modality modality) {
    return lookUp(ModalityWords, modality);
}

std::string formatWord(AnswerKind kind) {
    return lookUp(AnswerKindWords, kind);
}

std::string formatWord(ItemRole role) {
    return lookUp(ItemRoleWords, role);
}

std::string formatWord(NaPermission permission) {
    return lookUp(NaPermissionWords, permission);
}

std::string formatWord(Unit unit) {
    return lookUp(UnitWords, unit);
}

std::string_view statusText(StandardStatus status) {
    switch (status) {
    case StandardStatus::InForce:
        return msgid("in force");
    case StandardStatus::Draft:
        return msgid("draft");
    case StandardStatus::Superseded:
        break;
    }
    return msgid("superseded");
}

std::string valueText(const Value& value) {
    const auto* word = std::get_if<WordId>(&value);
    return word != nullptr ? word->str() : std::get<Exact>(value).text();
}

} // namespace duibiao::cli
