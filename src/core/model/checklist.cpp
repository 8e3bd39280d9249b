#include "core/model/checklist.h"

#include <algorithm>

namespace duibiao {

namespace {

template<class Things, class IdType>
auto findById(const Things& things, const IdType& id) -> const typename Things::value_type* {
    const auto found = std::ranges::find(things, id, &Things::value_type::id);
    return found == things.end() ? nullptr : &*found;
}

const Scale& conformityScale() {
    static const Scale scale{ScaleId("conformity"),
                             {{WordId("conform"), {"符合", "Conform"}, Exact(1)},
                              {WordId("partial"), {"部分符合", "Partly conform"}, Exact(1, 2)},
                              {WordId("nonconform"), {"不符合", "Not conform"}, Exact(0)}}};
    return scale;
}

const std::vector<Choice>& yesNoWords() {
    static const std::vector<Choice> words{{WordId("yes"), {"是", "Yes"}, Exact(1)},
                                           {WordId("no"), {"否", "No"}, Exact(0)}};
    return words;
}

} // namespace

bool isWordAnswer(AnswerKind kind) {
    return kind == AnswerKind::Rating || kind == AnswerKind::YesNo || kind == AnswerKind::Choice;
}

const Item* findItem(const Checklist& checklist, const ItemId& id) {
    return findById(checklist.items, id);
}

const Section* findSection(const Checklist& checklist, const SectionId& id) {
    return findById(checklist.sections, id);
}

const FactDefinition* findFact(const Checklist& checklist, const FactId& id) {
    return findById(checklist.facts, id);
}

const FieldDefinition* findField(const Checklist& checklist, const FieldId& id) {
    return findById(checklist.fields, id);
}

const Group* findGroup(const Checklist& checklist, const GroupId& id) {
    return findById(checklist.groups, id);
}

const Scale& scaleOf(const Checklist& checklist, const Item& item) {
    if (const Scale* own = findById(checklist.scales, item.scale)) {
        return *own;
    }
    return conformityScale();
}

std::vector<Choice> wordsOf(const Checklist& checklist, const Item& item) {
    if (item.rule) {
        return {};
    }
    switch (item.answer) {
    case AnswerKind::Rating:
        return scaleOf(checklist, item).words;
    case AnswerKind::YesNo:
        return yesNoWords();
    default:
        return item.choices;
    }
}

const Choice* findWord(const Checklist& checklist, const Item& item, const WordId& word) {
    if (item.answer == AnswerKind::YesNo) {
        return findById(yesNoWords(), word);
    }
    if (item.answer == AnswerKind::Choice) {
        return findById(item.choices, word);
    }
    const Choice* found = findById(scaleOf(checklist, item).words, word);
    return found == nullptr && item.rule ? findById(yesNoWords(), word) : found;
}

std::size_t verifiedItems(const Checklist& checklist) {
    return static_cast<std::size_t>(std::ranges::count_if(
        checklist.items, [](const Item& item) { return item.origin.verification.compared; }));
}

} // namespace duibiao
