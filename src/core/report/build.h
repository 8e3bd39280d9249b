#pragma once

#include "core/report/input.h"
#include "core/report/page_model.h"

namespace duibiao::report {

/// The report of an assessment as pages of blocks, in the language of the catalogue; the writers of xlsx.h,
/// html.h and csv.h show the same report.
[[nodiscard]] Report buildReport(const ReportInput& input);

} // namespace duibiao::report
