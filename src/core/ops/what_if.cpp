#include "core/ops/what_if.h"

#include "core/edit/apply.h"
#include "core/scoring/evaluate.h"

namespace duibiao {

Result<WhatIf> whatIf(const Checklist& checklist, const Assessment& assessment,
                      const std::vector<Edit>& changes, View view) {
    Assessment changed = assessment;
    if (const Result<std::vector<Edit>> applied = applyEdits(changed, changes); !applied) {
        return passOn(applied);
    }
    return WhatIf{evaluate(checklist, assessment, view), evaluate(checklist, changed, view)};
}

} // namespace duibiao
