#include "core/scoring/result_word.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

namespace duibiao {

namespace {

/// By the order of ItemState.
constexpr std::array<std::string_view, 6> StateWords{msgid("Answered"),       msgid("Not answered"),
                                                     msgid("Not applicable"), msgid("N/A pending"),
                                                     msgid("Out of scope"),   msgid("Recorded only")};

std::string_view shareWord(const Range& share) {
    if (share.low == Exact(1)) {
        return msgid("Met");
    }
    return share.high.isZero() ? msgid("Not met") : msgid("Partly met");
}

} // namespace

std::string resultWord(const Checklist& checklist, const Item& item, const ItemOutcome& outcome,
                       const Catalogue& catalogue) {
    if (outcome.state != ItemState::Answered || !outcome.share) {
        return std::string(catalogue.translate(StateWords.at(static_cast<std::size_t>(outcome.state))));
    }
    const auto* word = outcome.result ? std::get_if<WordId>(&*outcome.result) : nullptr;
    if (word == nullptr) {
        return std::string(catalogue.translate(shareWord(*outcome.share)));
    }
    const std::vector<Choice> words = wordsOf(checklist, item);
    const auto found = std::ranges::find(words, *word, &Choice::id);
    return found == words.end() ? word->str() : found->label.in(catalogue.language());
}

} // namespace duibiao
