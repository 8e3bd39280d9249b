#include "core/report/tally.h"

#include <algorithm>
#include <map>

namespace duibiao::report {

namespace {

bool isBelow(const Checklist& checklist, SectionId id, const SectionId& ancestor) {
    while (!id.empty()) {
        if (id == ancestor) {
            return true;
        }
        const Section* section = findSection(checklist, id);
        id = section == nullptr ? SectionId() : section->parent;
    }
    return false;
}

/// The share of a group from those of its members, best first.
std::optional<Range> groupShare(const Group& group, std::vector<Range> shares) {
    if (shares.empty()) {
        return std::nullopt;
    }
    const std::size_t wanted = group.kind == GroupKind::AnyOf ? 1
                               : group.kind == GroupKind::AllOf
                                   ? shares.size()
                                   : std::clamp<std::size_t>(group.least, 1, shares.size());
    Range range;
    std::ranges::sort(shares, std::ranges::greater(), &Range::low);
    range.low = shares[wanted - 1].low;
    std::ranges::sort(shares, std::ranges::greater(), &Range::high);
    range.high = shares[wanted - 1].high;
    return range;
}

void settle(const ReportView& view, View seen, UnitView& unit) {
    std::vector<Range> shares;
    for (const Item* item : unit.members) {
        const ItemOutcome* outcome = view.outcome(item->id, seen);
        if (outcome == nullptr) {
            continue;
        }
        unit.notApplicable = unit.notApplicable || outcome->state == ItemState::NotApplicable;
        if (outcome->share) {
            shares.push_back(*outcome->share);
        }
    }
    if (unit.group != nullptr) {
        unit.share = groupShare(*unit.group, std::move(shares));
    } else if (!shares.empty()) {
        unit.share = shares.front();
    }
}

/// The points of everything directly inside a section, before the section's own `points` rescale them.
Exact rawPossible(const ReportView& view, const Section& section, View seen) {
    Exact sum;
    for (const Item& item : view.checklist().items) {
        const ItemOutcome* outcome = item.section == section.id ? view.outcome(item.id, seen) : nullptr;
        if (outcome != nullptr && outcome->points) {
            sum += outcome->weight;
        }
    }
    for (const Section& child : view.checklist().sections) {
        const SectionOutcome* outcome = child.parent == section.id ? view.outcome(child.id, seen) : nullptr;
        if (outcome != nullptr && outcome->points) {
            sum += outcome->possible;
        }
    }
    return sum;
}

std::size_t sharesIn(const ReportView& view, const Section& section, View seen) {
    return static_cast<std::size_t>(
        std::ranges::count_if(view.checklist().sections, [&](const Section& child) {
            const SectionOutcome* outcome =
                child.parent == section.id ? view.outcome(child.id, seen) : nullptr;
            return outcome != nullptr && outcome->share;
        }));
}

bool decidesIn(const Outcome& outcome, const UnitView& unit) {
    const auto isOf = [&](const VetoOutcome& veto) {
        return unit.group != nullptr ? veto.group == unit.group->id : veto.item == unit.first->id;
    };
    return std::ranges::any_of(outcome.vetoes, isOf) || std::ranges::any_of(outcome.admissions, isOf);
}

} // namespace

std::vector<UnitView> unitsOf(const ReportView& view, View seen, const Section* section) {
    std::vector<UnitView> units;
    std::map<GroupId, std::size_t> groups;
    for (const Item& item : view.checklist().items) {
        if (section != nullptr && !isBelow(view.checklist(), item.section, section->id)) {
            continue;
        }
        if (!item.group.empty()) {
            const auto [known, isNew] = groups.try_emplace(item.group, units.size());
            if (!isNew) {
                units[known->second].members.push_back(&item);
                continue;
            }
        }
        units.push_back({&item,
                         item.group.empty() ? nullptr : findGroup(view.checklist(), item.group),
                         {&item},
                         {},
                         false});
    }
    for (UnitView& unit : units) {
        settle(view, seen, unit);
        const Item* carrier = unit.group == nullptr ? nullptr : carrierOf(view, unit.group->id, seen);
        unit.first = carrier == nullptr ? unit.first : carrier;
        unit.decides = decidesIn(seen == View::Self ? view.input().self : view.main(), unit);
    }
    return units;
}

const Item* carrierOf(const ReportView& view, const GroupId& group, View seen) {
    for (const Item& item : view.checklist().items) {
        const ItemOutcome* outcome = item.group == group ? view.outcome(item.id, seen) : nullptr;
        if (outcome != nullptr && outcome->share && !outcome->weight.isZero()) {
            return &item;
        }
    }
    return nullptr;
}

Tally tallyOf(const std::vector<UnitView>& units) {
    Tally tally;
    for (const UnitView& unit : units) {
        if (!unit.decides) {
            continue;
        }
        if (!unit.share) {
            tally.notApplicable += unit.notApplicable ? 1U : 0U;
        } else if (unit.share->low == Exact(1)) {
            ++tally.met;
        } else if (unit.share->high < Exact(1)) {
            ++tally.notMet;
        } else {
            ++tally.undecided;
        }
    }
    return tally;
}

Exact onWhole(const ReportView& view, const SectionId& start, const Exact& points) {
    const View seen = view.main().view;
    Exact value = points;
    Exact possibleBelow; // of the child we come from
    for (const Section* section = findSection(view.checklist(), start); section != nullptr;
         section = findSection(view.checklist(), section->parent)) {
        const SectionOutcome* outcome = view.outcome(section->id, seen);
        if (outcome == nullptr) {
            break;
        }
        const std::size_t means = section->aggregate == Aggregate::Mean ? sharesIn(view, *section, seen) : 0;
        if (means > 0 && !possibleBelow.isZero()) {
            value = value / possibleBelow / Exact(static_cast<std::int64_t>(means)) * outcome->possible;
        } else if (section->points) {
            const Exact raw = rawPossible(view, *section, seen);
            value = raw.isZero() ? Exact() : value / raw * outcome->possible;
        }
        possibleBelow = outcome->possible;
    }
    const Exact whole = view.main().possible;
    return whole.isZero() ? Exact() : value * view.main().maximum / whole;
}

} // namespace duibiao::report
