#pragma once

#include "core/model/checklist.h"

#include <string>

namespace duibiao {

/// The canonical XML of a checklist: what stands at its default is left out, what a newer version added is
/// written back. Reading it gives the same checklist again. Precondition: the checklist is one that
/// readChecklist() would accept (every item's section exists, items and sections stand in reading order).
[[nodiscard]] std::string writeChecklist(const Checklist& checklist);

} // namespace duibiao
