#pragma once

#include "core/model/rule.h"

namespace duibiao {

/// True when it is certain that `second` holds whenever `first` does: `a >= 90%` implies `a >= 60%`. Sees
/// through `and` and `or` and compares limits of the same expression; false may also mean that it is not
/// seen.
[[nodiscard]] bool implies(const Rule& first, const Rule& second);

} // namespace duibiao
