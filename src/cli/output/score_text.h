#pragma once

#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <string>

namespace duibiao::cli {

struct Context;

/// The score or its interval, the conclusion, the sections, what is in the way and what to answer first.
void printScore(Context& context, const Checklist& checklist, const Assessment& assessment,
                const Outcome& outcome);

/// One line: the score before and after a change.
void printDifference(Context& context, const Checklist& checklist, const Outcome& before,
                     const Outcome& after);

/// How a point or a section came about, step by step. False when there is no such id.
[[nodiscard]] bool explain(Context& context, const Checklist& checklist, const Outcome& outcome,
                           const std::string& id, bool json);

} // namespace duibiao::cli
