#pragma once

#include "core/report/workbook.h"

#include <string>

struct lxw_chart;
struct lxw_format;
struct lxw_workbook;

namespace duibiao::report {

// The parts of the wrapper that say how things look, for workbook.cpp alone. What is made belongs to the
// workbook.

[[nodiscard]] lxw_format* newFormat(lxw_workbook* workbook, const CellStyle& style);
/// A chart over cells of the sheet of that name, not yet put anywhere.
[[nodiscard]] lxw_chart* newChart(lxw_workbook* workbook, const std::string& sheet,
                                  const WorkbookChartSpec& spec);
/// A running head or foot in Excel's codes, never longer than the 255 units Excel reads.
[[nodiscard]] std::string runningText(const RunningText& text);

} // namespace duibiao::report
