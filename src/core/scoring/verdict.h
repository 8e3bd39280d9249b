#pragma once

#include "core/model/outcome.h"
#include "core/scoring/plan.h"
#include "core/scoring/section_score.h"
#include "core/scoring/unit_score.h"

#include <vector>

namespace duibiao {

/// Everything that is scored, before it is judged.
struct Scored {
    const Checklist& checklist;
    const Plan& plan;
    const std::vector<UnitScore>& units;
};

/// Fills score, bands, vetoes, admissions, floors and conclusion of an outcome whose items and sections are
/// there.
void conclude(const Scored& scored, const Total& total, Outcome& outcome);

/// The band a score reaches; null below every band.
[[nodiscard]] const Band* bandOf(const Scheme& scheme, const Exact& score);

} // namespace duibiao
