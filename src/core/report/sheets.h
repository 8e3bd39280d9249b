#pragma once

#include "core/report/page_model.h"
#include "core/report/view.h"

#include <optional>

namespace duibiao::report {

// One sheet each, in the order of the report. An optional one is left out when it would be empty.

[[nodiscard]] Page coverPage(const ReportView& view);
[[nodiscard]] Page summaryPage(const ReportView& view);
[[nodiscard]] Page pointsPage(const ReportView& view);
[[nodiscard]] Page gapsPage(const ReportView& view);
[[nodiscard]] Page evidencePage(const ReportView& view);
[[nodiscard]] std::optional<Page> notApplicablePage(const ReportView& view);
[[nodiscard]] Page methodPage(const ReportView& view);

/// The id of the table of all points, for the CSV.
inline constexpr const char* PointsTable = "points";
/// The anchor of an evidence's row.
[[nodiscard]] std::string evidenceAnchor(const Evidence& evidence);

} // namespace duibiao::report
