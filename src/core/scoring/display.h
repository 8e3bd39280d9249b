#pragma once

#include "core/base/catalogue.h"
#include "core/base/exact.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <optional>
#include <string>

namespace duibiao {

/// An exact score as shown text: rounded half-up to `decimals`. When rounding would lift the shown number to
/// a `bound` that was not reached, more decimals are shown (up to 6), then "<bound".
[[nodiscard]] std::string displayScore(const Exact& score, int decimals,
                                       const std::optional<Exact>& bound = {});
/// With the scheme's decimals and the next bound above the score.
[[nodiscard]] std::string displayScore(const Exact& score, const Scheme& scheme);
/// "62.50", or "50.00 to 70.00" while items are open.
[[nodiscard]] std::string displayRange(const Range& range, const Scheme& scheme, const Catalogue& catalogue);
/// The lowest bound of a band above the score: what it would take to get further. None above the best band.
[[nodiscard]] std::optional<Exact> nextBound(const Scheme& scheme, const Exact& score);

} // namespace duibiao
