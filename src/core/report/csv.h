#pragma once

#include "core/report/page_model.h"

#include <string>

namespace duibiao::report {

/// The table of all check points as CSV: RFC 4180 quoting, UTF-8 with byte order mark, CRLF. A text that a
/// spreadsheet would take for a formula gets an apostrophe in front; numbers are written unrounded where
/// their decimal ends, else with six places.
[[nodiscard]] std::string csvText(const Report& report);
/// Any one table. Headings become rows of their own.
[[nodiscard]] std::string csvText(const Table& table);

} // namespace duibiao::report
