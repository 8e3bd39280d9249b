#pragma once

#include "core/base/catalogue.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <string>

namespace duibiao {

/// What came out for an item in a word or two, the same in the window and on paper: the label of the answered
/// word, "Met", "Partly met" or "Not met" where facts decide, and the state where nothing was judged.
[[nodiscard]] std::string resultWord(const Checklist& checklist, const Item& item, const ItemOutcome& outcome,
                                     const Catalogue& catalogue);

} // namespace duibiao
