#pragma once

#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

namespace duibiao {

/// Turns answers into an outcome. Total: whatever the answers are, there is an outcome; what cannot be
/// computed is open and named. The only place where a score is computed. Rules: docs/scoring.md.
[[nodiscard]] Outcome evaluate(const Checklist& checklist, const Assessment& assessment,
                               View view = View::Self);

} // namespace duibiao
