#include "core/scoring/verdict.h"

#include "core/base/text.h"
#include "core/scoring/score.h"

#include <algorithm>
#include <string>
#include <utility>

namespace duibiao {

namespace {

/// Every open item at its worst, or at its best.
enum class World : std::uint8_t { Worst, Best };

const Exact& valueIn(World world, const Range& range) {
    return world == World::Worst ? range.low : range.high;
}

/// The state of a demand whose share must be above zero, or full.
TriState stateOf(const UnitScore& unit, VetoLine line) {
    if (!unit.share) {
        return TriState::Clear;
    }
    const bool full = line == VetoLine::NotFull;
    if (full ? unit.share->high < Exact(1) : unit.share->high.isZero()) {
        return TriState::Hit;
    }
    const bool met = full ? unit.share->low >= Exact(1) : !unit.share->low.isZero();
    return met ? TriState::Clear : TriState::Open;
}

std::vector<VetoOutcome> demandsOf(const Scored& scored, ItemRole role, VetoLine line) {
    std::vector<VetoOutcome> demands;
    for (std::size_t index = 0; index < scored.units.size(); ++index) {
        const UnitScore& unit = scored.units[index];
        const ScoringUnit& members = scored.plan.units[index];
        const Item& first = scored.checklist.items[members.members.front()];
        const bool judged = unit.applies() || unit.state == ItemState::NotApplicable;
        if (first.role == role && judged) {
            const GroupId group = members.group != nullptr ? members.group->id : GroupId();
            demands.push_back({first.id, group, stateOf(unit, line)});
        }
    }
    return demands;
}

/// A group is called by its own id: no member fails alone.
const std::string& nameOf(const VetoOutcome& demand) {
    return demand.group.empty() ? demand.item.str() : demand.group.str();
}

std::vector<std::string> itemsIn(const std::vector<VetoOutcome>& demands, TriState state) {
    std::vector<std::string> ids;
    for (const VetoOutcome& demand : demands) {
        if (demand.state == state) {
            ids.push_back(nameOf(demand));
        }
    }
    return ids;
}

/// The demands that fail in a world: an open one fails at worst and holds at best.
std::vector<std::string> failing(const std::vector<VetoOutcome>& demands, World world) {
    std::vector<std::string> ids;
    for (const VetoOutcome& demand : demands) {
        if (demand.state == TriState::Hit || (demand.state == TriState::Open && world == World::Worst)) {
            ids.push_back(nameOf(demand));
        }
    }
    return ids;
}

Reason withItems(std::string code, const std::vector<std::string>& ids) {
    return {std::move(code), {{"items", join(ids, ", ")}}};
}

/// Decides one world at a time in the order of determination: the first step that fails ends the matter.
class Verdict {
public:
    Verdict(const Scored& scored, const Outcome& outcome)
        : scored_(scored)
        , outcome_(outcome) {}

    [[nodiscard]] Reason conclusion() const;

private:
    [[nodiscard]] Reason recognition() const;
    [[nodiscard]] Reason in(World world) const;
    [[nodiscard]] Reason graded(World world) const;
    [[nodiscard]] std::vector<std::string> directPasses(World world) const;
    [[nodiscard]] std::vector<std::string> floorsMissed(World world) const;

    const Scored& scored_;
    const Outcome& outcome_;
};

/// What two conclusions are compared by: "graded excellent" and "graded good" differ.
std::string nameOf(const Reason& conclusion) {
    const auto band = std::ranges::find(conclusion.arguments, "band", &Arguments::value_type::first);
    return conclusion.code + (band == conclusion.arguments.end() ? "" : ":" + band->second);
}

Reason Verdict::conclusion() const {
    if (scored_.checklist.scheme.kind == SchemeKind::Recognition) {
        return recognition();
    }
    const Reason worst = in(World::Worst);
    const Reason best = in(World::Best);
    const std::string low = nameOf(worst);
    const std::string high = nameOf(best);
    if (low == high) {
        // What certainly fails is what fails at best.
        return best.code == "direct-pass" ? worst : best;
    }
    return {"undecided", {{"low", low}, {"high", high}}};
}

Reason Verdict::recognition() const {
    std::vector<VetoOutcome> conditions = outcome_.admissions;
    std::ranges::copy(outcome_.vetoes, std::back_inserter(conditions));
    if (const auto missed = itemsIn(conditions, TriState::Hit); !missed.empty()) {
        return withItems("conditions-not-met", missed);
    }
    if (const auto open = itemsIn(conditions, TriState::Open); !open.empty()) {
        return withItems("conditions-open", open);
    }
    const auto applies = [&](const UnitScore& unit) {
        const ItemRole role = scored_.checklist.items[unit.carrier].role;
        return unit.applies() && (role == ItemRole::Veto || role == ItemRole::Admission);
    };
    if (std::ranges::none_of(scored_.units, applies)) {
        return {"nothing-applicable", {}};
    }
    std::vector<std::string> left;
    for (const ItemOutcome& item : outcome_.items) {
        if (item.state == ItemState::NotApplicable) {
            left.push_back(item.id.str());
        }
    }
    return left.empty() ? Reason{"conditions-met", {}} : withItems("conditions-met-except-na", left);
}

Reason Verdict::in(World world) const {
    if (const auto missed = failing(outcome_.admissions, world); !missed.empty()) {
        return withItems("admission-not-met", missed);
    }
    if (const auto hit = failing(outcome_.vetoes, world); !hit.empty()) {
        return withItems("vetoed", hit);
    }
    if (const auto passes = directPasses(world); !passes.empty()) {
        return withItems("direct-pass", passes);
    }
    if (!outcome_.score) {
        return {"nothing-applicable", {}};
    }
    if (const auto missed = floorsMissed(world); !missed.empty()) {
        return {"below-floor", {{"sections", join(missed, ", ")}}};
    }
    return graded(world);
}

Reason Verdict::graded(World world) const {
    const Scheme& scheme = scored_.checklist.scheme;
    if (scheme.bands.empty()) {
        return {outcome_.floors.empty() ? "scored" : "floors-reached", {}};
    }
    const Band* band = bandOf(scheme, valueIn(world, *outcome_.score));
    if (band == nullptr) {
        return {"below-bands", {}};
    }
    return {band->passes ? "graded" : "graded-not-passed", {{"band", band->id.str()}}};
}

std::vector<std::string> Verdict::directPasses(World world) const {
    std::vector<std::string> ids;
    for (std::size_t index = 0; index < scored_.units.size(); ++index) {
        const UnitScore& unit = scored_.units[index];
        const Item& item = scored_.checklist.items[unit.carrier];
        if (item.role == ItemRole::DirectPass && unit.share && valueIn(world, *unit.share) >= Exact(1)) {
            const Group* group = scored_.plan.units[index].group;
            ids.push_back(group == nullptr ? item.id.str() : group->id.str());
        }
    }
    return ids;
}

std::vector<std::string> Verdict::floorsMissed(World world) const {
    std::vector<std::string> ids;
    for (const FloorOutcome& floor : outcome_.floors) {
        if (floor.value && valueIn(world, *floor.value) < floor.floor) {
            ids.push_back(floor.section.str());
        }
    }
    return ids;
}

std::optional<BandId> bandIdOf(const Scheme& scheme, const Exact& score) {
    const Band* band = bandOf(scheme, score);
    return band == nullptr ? std::nullopt : std::optional(band->id);
}

} // namespace

const Band* bandOf(const Scheme& scheme, const Exact& score) {
    const auto reached = std::ranges::find_if(scheme.bands, [&](const Band& band) {
        return score > band.lower || (score == band.lower && !band.exclusive);
    });
    return reached == scheme.bands.end() ? nullptr : &*reached;
}

void conclude(const Scored& scored, const Total& total, Outcome& outcome) {
    const Checklist& checklist = scored.checklist;
    const Scheme& scheme = checklist.scheme;
    outcome.maximum = scheme.maximum;
    outcome.possible = total.possible;
    if (!total.possible.isZero()) {
        outcome.obtained = total.obtained;
    }
    if (scheme.kind == SchemeKind::Score) {
        outcome.score = finalScore(scored, total);
    }
    if (outcome.score && !scheme.bands.empty()) {
        outcome.bands =
            BandRange{bandIdOf(scheme, outcome.score->low), bandIdOf(scheme, outcome.score->high)};
    }
    outcome.vetoes = demandsOf(scored, ItemRole::Veto, scheme.vetoLine);
    outcome.admissions = demandsOf(scored, ItemRole::Admission, VetoLine::NotFull);
    for (std::size_t index = 0; index < checklist.sections.size(); ++index) {
        const Section& section = checklist.sections[index];
        if (section.floor && outcome.sections[index].inScope) {
            outcome.floors.push_back({section.id, outcome.sections[index].onWhole, *section.floor});
        }
    }
    outcome.conclusion = Verdict(scored, outcome).conclusion();
}

} // namespace duibiao
