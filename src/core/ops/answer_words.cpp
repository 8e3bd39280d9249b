#include "core/ops/answer_words.h"

#include "core/base/text.h"
#include "core/edit/texts.h"
#include "core/ops/answer_input.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace duibiao {

namespace {

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

const std::vector<Choice>& yesAndNo() {
    static const std::vector<Choice> words{{WordId("yes"), {"是", "Yes"}, {}},
                                           {WordId("no"), {"否", "No"}, {}}};
    return words;
}

std::string allowedWords(std::span<const Choice> allowed) {
    std::vector<std::string> ids;
    for (const Choice& word : allowed) {
        ids.push_back(word.id.str());
    }
    return join(ids, ", ");
}

/// The unit as people read it, for the sentence that a number is missing.
std::string_view unitText(Unit unit) {
    switch (unit) {
    case Unit::Ratio:
        return "%";
    case Unit::Wan:
        return msgid("ten thousand yuan");
    case Unit::SquareMetres:
        return "m²";
    case Unit::Months:
        return msgid("months");
    default:
        return msgid("of the question");
    }
}

bool isWholeUnit(Unit unit) {
    return unit == Unit::Count || unit == Unit::Months || unit == Unit::Level;
}

std::string rangeText(const FactDefinition& fact) {
    const std::string low = fact.minimum ? fact.minimum->text() : "…";
    const std::string high = fact.maximum ? fact.maximum->text() : "…";
    return low + " – " + high;
}

Result<Value> readNumber(std::string_view typed, const FactDefinition& fact) {
    auto number = typedNumber(typed);
    if (!number) {
        return fail(AnswerNotANumber, {{"unit", std::string(unitText(fact.unit))}});
    }
    const bool hasPercent =
        typed.find('%') != std::string_view::npos || typed.find("％") != std::string_view::npos;
    if (fact.unit == Unit::Ratio && !hasPercent) {
        *number /= Exact(100);
    }
    if (isWholeUnit(fact.unit) && !number->isWhole()) {
        return fail(AnswerNotWhole);
    }
    if ((fact.minimum && *number < *fact.minimum) || (fact.maximum && *number > *fact.maximum)) {
        return fail(AnswerOutOfRange, {{"range", rangeText(fact)}});
    }
    return Value(*number);
}

/// A list as people separate it: comma, full-width comma, 、 or semicolon.
std::vector<std::string> listed(std::string_view typed) {
    std::string text(typed);
    for (const std::string_view separator : {"，", "、", "；", ";"}) {
        for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator, at)) {
            text.replace(at, separator.size(), ",");
        }
    }
    std::vector<std::string> parts;
    for (const std::string_view part : split(text, ',')) {
        parts.emplace_back(trimmed(part));
    }
    return parts;
}

} // namespace

Result<WordId> readWord(std::string_view typed, std::span<const Choice> allowed) {
    const std::string wanted = lowerCase(trimmed(typed));
    const auto matches = [&wanted](const Choice& word) {
        return lowerCase(word.id.str()) == wanted || word.label.zh == wanted ||
               lowerCase(word.label.en) == wanted;
    };
    const auto found = std::ranges::find_if(allowed, matches);
    if (found == allowed.end()) {
        return fail(AnswerWordUnknown, {{"allowed", allowedWords(allowed)}});
    }
    return found->id;
}

Result<Value> readFact(std::string_view typed, const FactDefinition& fact) {
    if (fact.unit != Unit::Word && fact.unit != Unit::YesNo) {
        return readNumber(typed, fact);
    }
    auto word = readWord(typed, fact.unit == Unit::YesNo ? yesAndNo() : fact.words);
    if (!word) {
        return passOn(word);
    }
    return Value(std::move(*word));
}

Result<std::vector<std::string>> readField(std::string_view typed, const FieldDefinition& field) {
    if (field.kind == FieldKind::Text) {
        return std::vector{tidyText(typed)};
    }
    std::vector<std::string> words;
    const auto& allowed = field.kind == FieldKind::YesNo ? yesAndNo() : field.words;
    const auto parts =
        field.kind == FieldKind::Words ? listed(typed) : std::vector{std::string(trimmed(typed))};
    for (const std::string& part : parts) {
        if (part.empty()) {
            continue;
        }
        auto word = readWord(part, allowed);
        if (!word) {
            return passOn(word);
        }
        if (std::ranges::find(words, word->str()) == words.end()) {
            words.push_back(word->str());
        }
    }
    return words;
}

} // namespace duibiao
