#include "core/ops/answer_input.h"

#include "core/base/text.h"
#include "core/edit/texts.h"
#include "core/formats/suggestion.h"
#include "core/ops/answer_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace duibiao {

namespace {

constexpr std::array<std::string_view, 10> CommonFields{
    "credit_code", "region", "city", "address", "type", "level", "founded", "contact", "phone", "email"};
constexpr std::string_view NotApplicableWord = "na";
constexpr std::string_view NameKey = "name";

/// Collects the edits and the problems of one call.
class InputReader {
public:
    InputReader(const Checklist& checklist, const Voice& voice)
        : checklist_(checklist)
        , voice_(voice) {}

    void take(const AnswerInput& input) {
        if (const Item* item = findItem(checklist_, ItemId(input.key))) {
            takeItem(*item, input);
        } else if (const FactDefinition* fact = findFact(checklist_, FactId(input.key))) {
            takeFact(*fact, input);
        } else if (input.key == NameKey) {
            takeField(input, SetName{tidyText(input.value)});
        } else if (isField(input.key)) {
            takeWords(input);
        } else {
            unknownKey(input);
        }
    }

    std::expected<std::vector<Edit>, Diagnostics> finish() {
        if (problems_.hasErrors()) {
            return std::unexpected(std::move(problems_));
        }
        return std::move(edits_);
    }

private:
    [[nodiscard]] bool isField(const std::string& key) const {
        return findField(checklist_, FieldId(key)) != nullptr ||
               std::ranges::find(CommonFields, key) != CommonFields.end();
    }

    void problem(const ErrorKind& kind, Arguments arguments, const AnswerInput& input) {
        arguments.emplace_back("key", input.key);
        arguments.emplace_back("value", input.value);
        problems_.addError(Error(kind, std::move(arguments), input.place));
    }

    void problem(const Error& error, const AnswerInput& input) {
        problem(error.kind(), error.arguments(), input);
    }

    void comment(Target target, const AnswerInput& input) {
        if (input.comment) {
            edits_.emplace_back(SetComment{std::move(target), voice_, tidyText(*input.comment)});
        }
    }

    void takeItem(const Item& item, const AnswerInput& input) {
        if (trimmed(input.value) == NotApplicableWord) {
            claimNotApplicable(item, input);
            return;
        }
        if (item.rule) {
            takeFactOfItem(item, input);
            return;
        }
        if (input.value.empty()) {
            edits_.emplace_back(SetValue{item.id, voice_, std::nullopt});
            edits_.emplace_back(SetNotApplicable{item.id, voice_, std::nullopt});
        } else if (auto word = readWord(input.value, wordsOf(checklist_, item)); word) {
            edits_.emplace_back(SetNotApplicable{item.id, voice_, std::nullopt});
            edits_.emplace_back(SetValue{item.id, voice_, *word});
        } else {
            problem(word.error(), input);
            return;
        }
        comment(item.id, input);
    }

    void claimNotApplicable(const Item& item, const AnswerInput& input) {
        if (item.na == NaPermission::Never) {
            problem(NeverNotApplicable, {}, input);
            return;
        }
        edits_.emplace_back(SetValue{item.id, voice_, std::nullopt});
        edits_.emplace_back(SetNotApplicable{
            item.id, voice_, NotApplicable{tidyText(input.reason), tidyText(input.approver)}});
        comment(item.id, input);
    }

    /// A number for an item that one fact decides is that fact. Taking an answer back takes an N/A claim
    /// back.
    void takeFactOfItem(const Item& item, const AnswerInput& input) {
        const std::vector<std::string> names = namesIn(*item.rule);
        const FactDefinition* fact =
            names.size() == 1 ? findFact(checklist_, FactId(names.front())) : nullptr;
        if (input.value.empty()) {
            edits_.emplace_back(SetNotApplicable{item.id, voice_, std::nullopt});
            comment(item.id, input);
        } else if (fact != nullptr) {
            edits_.emplace_back(SetNotApplicable{item.id, voice_, std::nullopt});
            takeFact(*fact, input);
        } else {
            problem(DecidedByFacts, {{"facts", join(names, ", ")}}, input);
        }
    }

    void takeFact(const FactDefinition& fact, const AnswerInput& input) {
        if (trimmed(input.value) == NotApplicableWord) {
            problem(FactNotApplicable, {}, input);
            return;
        }
        if (input.value.empty()) {
            edits_.emplace_back(SetValue{fact.id, voice_, std::nullopt});
        } else if (auto value = readFact(input.value, fact); value) {
            edits_.emplace_back(SetValue{fact.id, voice_, *value});
        } else {
            problem(value.error(), input);
            return;
        }
        comment(fact.id, input);
    }

    void takeField(const AnswerInput& input, Edit edit) {
        if (input.comment) {
            problem(CommentWithoutAnswer, {}, input);
            return;
        }
        edits_.push_back(std::move(edit));
    }

    void takeWords(const AnswerInput& input) {
        const FieldDefinition* field = findField(checklist_, FieldId(input.key));
        auto words = field != nullptr ? readField(input.value, *field)
                                      : Result<std::vector<std::string>>(std::vector{tidyText(input.value)});
        if (!words) {
            problem(words.error(), input);
            return;
        }
        std::erase_if(*words, [](const std::string& word) { return word.empty(); });
        takeField(input, SetField{FieldId(input.key), std::move(*words)});
    }

    void unknownKey(const AnswerInput& input) {
        std::vector<std::string_view> known(CommonFields.begin(), CommonFields.end());
        known.push_back(NameKey);
        const auto add = [&known](const auto& things) {
            for (const auto& thing : things) {
                known.emplace_back(thing.id.str());
            }
        };
        add(checklist_.items);
        add(checklist_.facts);
        add(checklist_.fields);
        if (const std::string_view suggestion = closestName(input.key, known); !suggestion.empty()) {
            problem(KeyMisspelt, {{"suggestion", std::string(suggestion)}}, input);
        } else {
            problem(KeyUnknown, {}, input);
        }
    }

    const Checklist& checklist_;
    const Voice& voice_;
    std::vector<Edit> edits_;
    Diagnostics problems_;
};

} // namespace

std::expected<std::vector<Edit>, Diagnostics>
editsFor(const Checklist& checklist, std::span<const AnswerInput> inputs, const Voice& voice) {
    InputReader reader(checklist, voice);
    for (const AnswerInput& input : inputs) {
        reader.take(input);
    }
    return reader.finish();
}

} // namespace duibiao
