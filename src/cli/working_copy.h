#pragma once

#include "core/edit/edit.h"
#include "core/ops/open_assessment.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace duibiao::cli {

struct Context;

/// Opens an assessment and says its notices. None after the error was reported.
[[nodiscard]] std::optional<OpenedAssessment> openAndReport(Context& context,
                                                            const std::filesystem::path& file);

/// The same for a command that scores or changes: refused where a newer version must be understood.
[[nodiscard]] std::optional<OpenedAssessment> openForChange(Context& context,
                                                            const std::filesystem::path& file);

/// Makes the edits as one step and replaces the file whole. False after the error was reported; then the file
/// is as it was.
[[nodiscard]] bool performAndSave(Context& context, OpenedAssessment& opened, const std::vector<Edit>& edits,
                                  const std::filesystem::path& file);

} // namespace duibiao::cli
