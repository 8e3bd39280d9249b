#pragma once

#include "core/base/catalogue.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <cstdint>
#include <string>
#include <vector>

namespace duibiao::gui {

/// One line of the list of points: a section or a point, in reading order.
struct OutcomeRow {
    bool isSection = false;
    int depth = 0; ///< 0 at the top
    std::string id;
    std::string title;
    std::string state;    ///< the result's word, or why there is none; empty for a section
    std::string points;   ///< "12.50" or "10.00 – 12.50"; "—" when nothing applies
    std::string possible; ///< points that apply
    bool operator==(const OutcomeRow&) const = default;
};

/// The lines that show an outcome. A plain function of values, so that it is tested without a display.
[[nodiscard]] std::vector<OutcomeRow> outcomeRows(const Checklist& checklist, const Outcome& outcome,
                                                  const Catalogue& catalogue);

/// The sentence above the list: the score or its interval, the grade, how many points are open, what is in
/// the way.
[[nodiscard]] std::string outcomeHeadline(const Checklist& checklist, const Outcome& outcome,
                                          const Catalogue& catalogue);

/// How many points somebody compared with the official text; it follows a checklist into every window.
[[nodiscard]] std::string verificationSentence(const Checklist& checklist, const Catalogue& catalogue);

} // namespace duibiao::gui
