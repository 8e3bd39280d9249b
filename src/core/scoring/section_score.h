#pragma once

#include "core/model/outcome.h"
#include "core/scoring/plan.h"
#include "core/scoring/rule_result.h"
#include "core/scoring/unit_score.h"

#include <optional>
#include <vector>

namespace duibiao {

/// O and P of the whole.
struct Total {
    Range obtained;
    Exact possible;
    bool applies = false; ///< whether a unit that earns points applies
};

struct SectionScores {
    std::vector<SectionOutcome> sections; ///< in the checklist's order
    Total total;
};

/// Adds the units up through the tree of sections: sums or means, sections with declared points, and what
/// each section brings to the whole.
[[nodiscard]] SectionScores scoreSections(const Checklist& checklist, const Plan& plan,
                                          const std::vector<ConditionResult>& scopes,
                                          const std::vector<UnitScore>& units);

} // namespace duibiao
