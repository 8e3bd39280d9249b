#pragma once

#include "core/model/checklist.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace duibiao {

/// One item, or all members of a group. Members are indices into Checklist::items.
struct ScoringUnit {
    std::vector<std::size_t> members;
    const Group* group = nullptr;
};

/// A checklist's ids turned into indices, once per evaluation.
struct Plan {
    std::vector<std::optional<std::size_t>> parentOf;      ///< per section; none at the top
    std::vector<std::optional<std::size_t>> sectionOfItem; ///< per item
    std::vector<ScoringUnit> units;                        ///< in the order of their first members
};

[[nodiscard]] Plan makePlan(const Checklist& checklist);

} // namespace duibiao
