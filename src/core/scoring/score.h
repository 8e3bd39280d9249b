#pragma once

#include "core/scoring/verdict.h"

namespace duibiao {

/// maximum × O ÷ P, less deductions, plus bonuses up to their cap, never below 0. None when nothing applies.
[[nodiscard]] std::optional<Range> finalScore(const Scored& scored, const Total& total);

} // namespace duibiao
