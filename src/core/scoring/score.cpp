#include "core/scoring/score.h"

#include <algorithm>

namespace duibiao {

namespace {

const Item& itemOf(const Scored& scored, const UnitScore& unit) {
    return scored.checklist.items[unit.carrier];
}

/// Σ weight × share of the units of a role that apply.
Range earnedBy(const Scored& scored, ItemRole role) {
    Range sum;
    for (const UnitScore& unit : scored.units) {
        const Item& item = itemOf(scored, unit);
        if (item.role == role && unit.applies()) {
            sum.low += unit.share->low * item.weight;
            sum.high += unit.share->high * item.weight;
        }
    }
    return sum;
}

/// What the units of role deduction that apply can take away together.
Exact mostDeducted(const Scored& scored) {
    Exact sum;
    for (const UnitScore& unit : scored.units) {
        const Item& item = itemOf(scored, unit);
        if (item.role == ItemRole::Deduction && unit.applies()) {
            sum += item.weight;
        }
    }
    return sum;
}

/// A checklist of deductions alone starts from the maximum.
bool startsFromMaximum(const Scored& scored) {
    const auto earning = [](const Item& item) { return earnsPoints(item.role) && item.weight > Exact(0); };
    return std::ranges::none_of(scored.checklist.items, earning) &&
           std::ranges::any_of(scored.units, [&](const UnitScore& unit) {
               return itemOf(scored, unit).role == ItemRole::Deduction && unit.applies();
           });
}

} // namespace

std::optional<Range> finalScore(const Scored& scored, const Total& total) {
    const Scheme& scheme = scored.checklist.scheme;
    Range score{scheme.maximum, scheme.maximum};
    if (total.applies && !total.possible.isZero()) {
        score.low *= total.obtained.low / total.possible;
        score.high *= total.obtained.high / total.possible;
    } else if (!startsFromMaximum(scored)) {
        return std::nullopt;
    }
    const Range kept = earnedBy(scored, ItemRole::Deduction);
    const Range bonus = earnedBy(scored, ItemRole::Bonus);
    const Exact most = mostDeducted(scored);
    score.low += kept.low - most + std::min(scheme.bonusCap, bonus.low);
    score.high += kept.high - most + std::min(scheme.bonusCap, bonus.high);
    return Range{std::max(Exact(0), score.low), std::max(Exact(0), score.high)};
}

} // namespace duibiao
