#pragma once

#include "core/model/outcome.h"
#include "core/scoring/plan.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace duibiao {

/// What one unit contributes.
struct UnitScore {
    std::size_t carrier = 0; ///< the member whose row carries the points: the first that takes part
    std::size_t home = 0; ///< the member in whose section they count: the first in scope, whether N/A or not
    ItemState state = ItemState::Open;
    std::optional<Range> share;       ///< 0..1; only while answered or open
    Range obtained;                   ///< part of O
    Exact possible;                   ///< part of P
    std::vector<std::string> missing; ///< names an open unit waits for
    [[nodiscard]] bool applies() const { return share.has_value(); }
};

/// True for the roles whose weight is part of O and P; deductions and bonuses change the score afterwards.
[[nodiscard]] bool earnsPoints(ItemRole role);

/// The treatment of N/A that holds for each item: its nearest section that declares one, else the scheme's.
[[nodiscard]] std::vector<NaTreatment> treatmentOfItems(const Checklist& checklist, const Plan& plan);

/// Scores one unit from its members' outcomes and writes weight, points and the group's part back into them.
[[nodiscard]] UnitScore scoreUnit(const Checklist& checklist, const ScoringUnit& unit, NaTreatment treatment,
                                  std::vector<ItemOutcome>& items);

} // namespace duibiao
