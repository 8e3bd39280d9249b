#pragma once

#include "core/base/catalogue.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/io/save.h"
#include "core/model/outcome.h"
#include "core/ops/open_assessment.h"

#include <filesystem>
#include <string>

namespace duibiao {

inline constexpr ErrorKind ReportFormatUnknown =
    errorKind("report-format", Category::Usage,
              "\"{file}\" has no ending that says what to write; end it with .xlsx, .html or .csv");

/// Writes the report of an assessment; the ending of the target decides between workbook, web page and CSV of
/// the points. In the self view the report shows the self-assessment alone, in the verified view both side by
/// side.
[[nodiscard]] Result<void> writeReport(const OpenedAssessment& opened, View view, const Catalogue& catalogue,
                                       Timestamp printedAt, const std::filesystem::path& target,
                                       io::Existing existing);

/// The first 12 hexadecimal digits of the SHA-256 of the state: what a print and a file are matched by.
[[nodiscard]] std::string fingerprintOf(const Assessment& assessment);

} // namespace duibiao
