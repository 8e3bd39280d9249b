#pragma once

#include "core/scoring/evaluate.h"
#include "support/checklist_builder.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace duibiao::test {

/// "62.5" when settled, "[50, 70]" while open, "none".
inline std::string text(const std::optional<Range>& range) {
    if (!range) {
        return "none";
    }
    return range->settled() ? range->low.text() : "[" + range->low.text() + ", " + range->high.text() + "]";
}

inline const ItemOutcome& itemOf(const Outcome& outcome, std::string_view id) {
    return *std::ranges::find(outcome.items, ItemId(id), &ItemOutcome::id);
}

inline const SectionOutcome& sectionOf(const Outcome& outcome, std::string_view id) {
    return *std::ranges::find(outcome.sections, SectionId(id), &SectionOutcome::id);
}

/// "vetoed(A, B)", "graded(good)", "undecided(vetoed, graded:good)".
inline std::string text(const Reason& reason) {
    std::string arguments;
    for (const auto& [name, value] : reason.arguments) {
        arguments += (arguments.empty() ? "" : ", ") + value;
    }
    return reason.code + (arguments.empty() ? "" : "(" + arguments + ")");
}

inline std::string text(const std::optional<BandRange>& bands) {
    if (!bands) {
        return "none";
    }
    const auto name = [](const std::optional<BandId>& band) { return band ? band->str() : "below"; };
    return bands->low == bands->high ? name(bands->low) : name(bands->low) + " to " + name(bands->high);
}

/// One letter an item: C conform, P partly, N not, A not applicable and approved, ? unanswered.
inline void answerByLetter(AssessmentBuilder& builder, const std::string& item, char letter) {
    switch (letter) {
    case 'C':
        builder.answer(item, "conform");
        break;
    case 'P':
        builder.answer(item, "partial");
        break;
    case 'N':
        builder.answer(item, "nonconform");
        break;
    case 'A':
        builder.notApplicable(item, "no such activity", "head of office");
        break;
    default:
        break;
    }
}

} // namespace duibiao::test
