#pragma once

#include "core/base/clock.h"
#include "core/base/diagnostics.h"
#include "core/ops/answer_input.h"
#include "core/ops/checklist_library.h"
#include "core/ops/open_assessment.h"

#include <expected>
#include <string>
#include <vector>

namespace duibiao {

inline constexpr ErrorKind OrganisationNameMissing =
    errorKind("organisation-name", Category::Usage, "the organisation needs a name");

/// What a new assessment is about.
struct NewAssessment {
    std::string organisation;
    std::string period;              ///< as parsePeriod() reads it
    std::vector<AnswerInput> fields; ///< properties of the organisation, as `set` reads them
};

/// A new assessment in memory: the checklist's bytes, a fresh document and copy id, and the first entry of
/// the history.
[[nodiscard]] std::expected<OpenedAssessment, Diagnostics> createAssessment(const LoadedChecklist& checklist,
                                                                            const NewAssessment& wanted,
                                                                            const Seat& seat, Timestamp now);

} // namespace duibiao
