#pragma once

#include "core/base/diagnostics.h"
#include "core/formats/checklist_places.h"
#include "core/model/checklist.h"

namespace duibiao {

/// Finds what is wrong or doubtful in a checklist that could be read: what its author may have meant
/// otherwise. Errors would give wrong scores, warnings are for the author to look at, notes are for
/// information. `places` is that of ReadChecklist, for lines and columns. The kinds stand in lint_findings.h.
[[nodiscard]] Diagnostics lintChecklist(const Checklist& checklist, const ChecklistPlaces& places);

} // namespace duibiao
