#pragma once

#include "core/formats/cases_reader.h"
#include "core/model/checklist.h"

#include <string>
#include <vector>

namespace duibiao {

/// One thing that came out otherwise; values are exact.
struct CaseDifference {
    std::string what; ///< "score", "section GEN points", "item GEN-01 state" …
    std::string expected;
    std::string got;
    TextPlace place;
    bool operator==(const CaseDifference&) const = default;
};

struct CaseResult {
    std::string id;
    std::vector<CaseDifference> differences;
    [[nodiscard]] bool passed() const { return differences.empty(); }
};

/// Scores every case and compares. A name the checklist does not have is a difference as well.
[[nodiscard]] std::vector<CaseResult> runCases(const Checklist& checklist, const CasesFile& cases);

} // namespace duibiao
