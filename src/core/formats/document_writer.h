#pragma once

#include "core/model/assessment.h"

#include <string>

namespace duibiao {

/// The bytes of document.xml (docs/file-formats.md §4). What was never answered is left out. Precondition:
/// its texts are tidy, as edits leave them.
[[nodiscard]] std::string writeDocument(const Assessment& assessment);

} // namespace duibiao
