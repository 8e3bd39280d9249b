#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/io/save.h"
#include "core/report/page_model.h"

#include <filesystem>

namespace duibiao::report {

/// Writes a report as a workbook: built beside the target, read back and compared cell by cell, only then put
/// in its place. `created` is the one time in the file; equal reports are equal bytes.
[[nodiscard]] Result<void> saveWorkbook(const Report& report, Timestamp created,
                                        const std::filesystem::path& target, io::Existing existing);

} // namespace duibiao::report
