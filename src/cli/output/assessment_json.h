#pragma once

#include "core/model/assessment.h"

#include <string>

namespace duibiao::cli {

/// The document `duibiao.assessment/1` of docs/cli.md.
[[nodiscard]] std::string assessmentJson(const Assessment& assessment);

} // namespace duibiao::cli
