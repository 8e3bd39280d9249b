#pragma once

#include "core/model/outcome.h"
#include "core/scoring/inputs.h"
#include "core/scoring/rule_result.h"

namespace duibiao {

/// What is known about one item before it is judged.
struct ItemCase {
    const Checklist& checklist;
    const Item& item;
    const Answer* answer = nullptr; ///< null when nobody said anything
    View view = View::Self;
    const ConditionResult& sectionScope;
    const Inputs& inputs;
};

/// State, share and explanation of one item on its own. Points come later: they depend on the item's group.
[[nodiscard]] ItemOutcome judgeItem(const ItemCase& itemCase);

/// True for items that are shown and never judged: record(), or nothing to earn and no say in the verdict.
[[nodiscard]] bool isRecordedOnly(const Item& item);
/// The scope of something inside an outer scope: both conditions must hold.
[[nodiscard]] ConditionResult scopeWithin(const ConditionResult& outer, const std::optional<Rule>& condition,
                                          const Inputs& inputs);

} // namespace duibiao
