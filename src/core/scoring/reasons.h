#pragma once

#include "core/base/catalogue.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <span>
#include <string>
#include <string_view>

namespace duibiao {

/// One code of evaluate() and its English sentence, which is the key for translation.
struct ReasonPattern {
    std::string_view code;
    std::string_view sentence;
};

/// Declares a pattern. A function, so that xgettext finds the sentence (keyword reasonPattern:2).
consteval ReasonPattern reasonPattern(std::string_view code, std::string_view sentence) {
    return {code, sentence};
}

/// Every code evaluate() uses, for tests and documentation.
[[nodiscard]] std::span<const ReasonPattern> reasonPatterns();

/// Where the names in a reason come from: facts, sections and bands are then called by their labels, words by
/// the labels of the item's scale.
struct ReasonScope {
    const Checklist* checklist = nullptr;
    const Item* item = nullptr;
};

/// A reason as a sentence in the catalogue's language. An unknown code is shown as it is.
[[nodiscard]] std::string reasonText(const Reason& reason, const Catalogue& catalogue,
                                     const ReasonScope& scope = {});

} // namespace duibiao
