#include "core/scoring/plan.h"

#include <string_view>
#include <unordered_map>

namespace duibiao {

namespace {

using IndexById = std::unordered_map<std::string_view, std::size_t>;

std::optional<std::size_t> indexIn(const IndexById& indices, const std::string& id) {
    const auto found = indices.find(id);
    return found == indices.end() ? std::nullopt : std::optional(found->second);
}

std::vector<ScoringUnit> makeUnits(const Checklist& checklist) {
    std::unordered_map<std::string_view, const Group*> groups;
    for (const Group& group : checklist.groups) {
        groups.emplace(group.id.str(), &group);
    }
    std::vector<ScoringUnit> units;
    IndexById unitOfGroup;
    for (std::size_t index = 0; index < checklist.items.size(); ++index) {
        const std::string& id = checklist.items[index].group.str();
        const auto group = groups.find(id);
        if (group == groups.end()) {
            units.push_back({{index}, nullptr});
            continue;
        }
        const auto [unit, isNew] = unitOfGroup.emplace(id, units.size());
        if (isNew) {
            units.push_back({{}, group->second});
        }
        units[unit->second].members.push_back(index);
    }
    return units;
}

} // namespace

Plan makePlan(const Checklist& checklist) {
    Plan plan;
    IndexById sections;
    for (const Section& section : checklist.sections) {
        // A parent stands before its children, so a section can never be below itself.
        plan.parentOf.push_back(indexIn(sections, section.parent.str()));
        sections.emplace(section.id.str(), plan.parentOf.size() - 1);
    }
    for (const Item& item : checklist.items) {
        plan.sectionOfItem.push_back(indexIn(sections, item.section.str()));
    }
    plan.units = makeUnits(checklist);
    return plan;
}

} // namespace duibiao
