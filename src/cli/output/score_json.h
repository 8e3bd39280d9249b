#pragma once

#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <string>

namespace duibiao::cli {

/// The document `duibiao.score/1` of docs/cli.md: exact numbers as "62.5" or "125/3", null for none.
[[nodiscard]] std::string scoreJson(const Checklist& checklist, const Assessment& assessment,
                                    const Outcome& outcome);

/// The document `duibiao.what-if/1`: two scores.
[[nodiscard]] std::string whatIfJson(const Checklist& checklist, const Assessment& assessment,
                                     const Outcome& before, const Outcome& after);

} // namespace duibiao::cli
