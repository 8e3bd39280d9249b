#pragma once

#include "core/base/catalogue.h"
#include "core/base/clock.h"
#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <optional>
#include <string>

namespace duibiao::report {

/// Everything a report is made of. The references must outlive the call that builds it.
struct ReportInput {
    const Checklist& checklist;
    ChecklistIdentity identity;
    const Assessment& assessment;
    const Outcome& self;             ///< evaluate(…, View::Self)
    std::optional<Outcome> verified; ///< when an on-site review has answers
    Timestamp printedAt;
    std::string fingerprint;    ///< the first 12 hexadecimal digits of the state of the file
    const Catalogue& catalogue; ///< its language is the language of the report
};

} // namespace duibiao::report
