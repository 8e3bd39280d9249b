#include "core/scoring/unit_score.h"

#include "core/scoring/rule_evaluator.h"

#include <algorithm>
#include <utility>

namespace duibiao {

namespace {

bool takesPart(const ItemOutcome& item) {
    return item.share.has_value();
}

/// How many members must reach a share for the group to have it. A group never asks for more than are left.
std::size_t demanded(const Group& group, std::size_t left) {
    switch (group.kind) {
    case GroupKind::AnyOf:
        return 1;
    case GroupKind::AllOf:
        return left;
    default:
        return std::clamp<std::size_t>(group.least, 1, left);
    }
}

/// The k-th highest low and the k-th highest high.
Range nthHighest(const std::vector<std::size_t>& members, const std::vector<ItemOutcome>& items,
                 std::size_t nth) {
    std::vector<Exact> lows;
    std::vector<Exact> highs;
    for (const std::size_t member : members) {
        lows.push_back(items[member].share->low);
        highs.push_back(items[member].share->high);
    }
    std::ranges::sort(lows, std::greater<>());
    std::ranges::sort(highs, std::greater<>());
    return {lows[nth - 1], highs[nth - 1]};
}

/// The member whose share is the group's: the k-th best, the earlier one of equals.
std::size_t decidingMember(std::vector<std::size_t> members, const std::vector<ItemOutcome>& items,
                           std::size_t nth) {
    std::ranges::stable_sort(members, [&](std::size_t left, std::size_t right) {
        const Range& first = *items[left].share;
        const Range& second = *items[right].share;
        return first.low != second.low ? first.low > second.low : first.high > second.high;
    });
    return members[nth - 1];
}

void addMissing(UnitScore& score, const ItemOutcome& item) {
    for (const std::string& name : item.missing) {
        if (std::ranges::find(score.missing, name) == score.missing.end()) {
            score.missing.push_back(name);
        }
    }
}

/// N/A when somebody claimed it for a member, else what the members are: out of scope or recorded only.
ItemState stateOfNone(const ScoringUnit& unit, const std::vector<ItemOutcome>& items) {
    const auto anyIs = [&](ItemState state) {
        return std::ranges::any_of(unit.members,
                                   [&](std::size_t member) { return items[member].state == state; });
    };
    if (anyIs(ItemState::NotApplicable)) {
        return ItemState::NotApplicable;
    }
    return anyIs(ItemState::Recorded) ? ItemState::Recorded : ItemState::OutOfScope;
}

UnitScore singleScore(const ScoringUnit& unit, const std::vector<ItemOutcome>& items) {
    UnitScore score;
    score.carrier = unit.members.front();
    score.home = score.carrier;
    const ItemOutcome& item = items[score.carrier];
    score.state = item.state;
    score.share = item.share;
    if (score.share && !score.share->settled()) {
        addMissing(score, item);
    }
    return score;
}

void explainGroup(const ScoringUnit& unit, const UnitScore& score, std::size_t deciding,
                  std::vector<ItemOutcome>& items) {
    for (const std::size_t member : unit.members) {
        ItemOutcome& item = items[member];
        item.countsInGroup = member == deciding;
        const std::string code = item.countsInGroup ? "decides-group" : "group-decided-by";
        item.steps.push_back({code, {{"group", unit.group->id.str()}, {"item", items[deciding].id.str()}}});
        if (member != score.carrier) {
            item.steps.push_back({"weight-counts-at", {{"item", items[score.carrier].id.str()}}});
        }
    }
}

/// A member that becomes N/A must not move the group's points into another section: the interval would not
/// hold.
std::size_t homeOf(const ScoringUnit& unit, const std::vector<ItemOutcome>& items) {
    const auto inScope = [&](std::size_t member) { return items[member].state != ItemState::OutOfScope; };
    const auto first = std::ranges::find_if(unit.members, inScope);
    return first == unit.members.end() ? unit.members.front() : *first;
}

UnitScore groupScore(const ScoringUnit& unit, std::vector<ItemOutcome>& items) {
    UnitScore score;
    score.carrier = unit.members.front();
    score.home = homeOf(unit, items);
    std::vector<std::size_t> left;
    std::ranges::copy_if(unit.members, std::back_inserter(left),
                         [&](std::size_t member) { return takesPart(items[member]); });
    if (left.empty()) {
        score.state = stateOfNone(unit, items);
        return score;
    }
    score.carrier = left.front();
    const std::size_t nth = demanded(*unit.group, left.size());
    score.share = nthHighest(left, items, nth);
    score.state = score.share->settled() ? ItemState::Answered : ItemState::Open;
    if (score.state == ItemState::Open) {
        for (const std::size_t member : left) {
            addMissing(score, items[member]);
        }
    }
    explainGroup(unit, score, decidingMember(left, items, nth), items);
    return score;
}

/// The weight; a negative one, which no checklist may have, earns nothing.
Exact earnable(const Item& item) {
    return std::max(Exact(0), item.weight);
}

/// What an effective N/A puts into O and P.
void applyTreatment(UnitScore& score, const Item& item, NaTreatment treatment) {
    // Without a target there is nothing to anchor to: such an item is left out.
    if (treatment == NaTreatment::Exclude || (treatment == NaTreatment::Anchor && !item.target)) {
        return;
    }
    Exact share;
    if (treatment == NaTreatment::Full) {
        share = 1;
    } else if (treatment == NaTreatment::Anchor) {
        share = *item.target;
    }
    score.possible = earnable(item);
    score.obtained = {score.possible * share, score.possible * share};
}

/// What the row shows: share × weight, or for a deduction what it takes away.
void writePoints(const UnitScore& score, const Item& item, ItemOutcome& row) {
    row.weight = earnable(item);
    if (!score.share) {
        return;
    }
    const Exact base = item.role == ItemRole::Deduction ? row.weight : Exact(0);
    row.points = Range{score.share->low * row.weight - base, score.share->high * row.weight - base};
    if (row.weight.isZero()) {
        return;
    }
    if (score.share->settled()) {
        row.steps.push_back({"points",
                             {{"share", exactAndNear(score.share->low)},
                              {"weight", exactAndNear(row.weight)},
                              {"points", exactAndNear(row.points->low)}}});
    } else {
        row.steps.push_back({"points-open",
                             {{"weight", exactAndNear(row.weight)},
                              {"low", exactAndNear(row.points->low)},
                              {"high", exactAndNear(row.points->high)}}});
    }
}

} // namespace

bool earnsPoints(ItemRole role) {
    return role != ItemRole::Deduction && role != ItemRole::Bonus;
}

std::vector<NaTreatment> treatmentOfItems(const Checklist& checklist, const Plan& plan) {
    std::vector<NaTreatment> ofSections;
    for (std::size_t index = 0; index < checklist.sections.size(); ++index) {
        const std::optional<std::size_t> parent = plan.parentOf[index];
        const NaTreatment inherited = parent ? ofSections[*parent] : checklist.scheme.naTreatment;
        ofSections.push_back(checklist.sections[index].naTreatment.value_or(inherited));
    }
    std::vector<NaTreatment> ofItems;
    ofItems.reserve(plan.sectionOfItem.size());
    for (const std::optional<std::size_t>& section : plan.sectionOfItem) {
        ofItems.push_back(section ? ofSections[*section] : checklist.scheme.naTreatment);
    }
    return ofItems;
}

UnitScore scoreUnit(const Checklist& checklist, const ScoringUnit& unit, NaTreatment treatment,
                    std::vector<ItemOutcome>& items) {
    UnitScore score = unit.group != nullptr ? groupScore(unit, items) : singleScore(unit, items);
    const Item& item = checklist.items[score.carrier];
    if (earnsPoints(item.role)) {
        if (score.share) {
            score.possible = earnable(item);
            score.obtained = {score.share->low * score.possible, score.share->high * score.possible};
        } else if (score.state == ItemState::NotApplicable) {
            applyTreatment(score, item, treatment);
        }
    }
    for (const std::size_t member : unit.members) {
        if (member == score.carrier) {
            writePoints(score, item, items[member]);
        } else if (takesPart(items[member])) {
            items[member].points = Range{};
        }
    }
    return score;
}

} // namespace duibiao
