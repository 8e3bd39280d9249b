#pragma once

#include "core/model/checklist.h"

#include <cstdint>

namespace duibiao {

/// A checklist that readChecklist() would accept, with everything in it that can be there, drawn from `seed`:
/// the same seed gives the same checklist. With `newer` it has what a newer minor version might add.
[[nodiscard]] Checklist randomChecklist(std::uint32_t seed, bool newer);

} // namespace duibiao
