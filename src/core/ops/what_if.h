#pragma once

#include "core/base/result.h"
#include "core/edit/edit.h"
#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <vector>

namespace duibiao {

/// The outcome as it is and as it would be.
struct WhatIf {
    Outcome before;
    Outcome after;
};

/// Scores a copy with the changes made; the assessment itself stays as it is. Fails when a change makes no
/// sense.
[[nodiscard]] Result<WhatIf> whatIf(const Checklist& checklist, const Assessment& assessment,
                                    const std::vector<Edit>& changes, View view = View::Self);

} // namespace duibiao
