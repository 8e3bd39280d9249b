#include "core/edit/apply_lists.h"

#include "core/edit/apply.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace duibiao {

namespace {

using EvidencePlace = std::vector<Evidence>::iterator;

EvidencePlace find(Assessment& assessment, const EvidenceId& id) {
    return std::ranges::find(assessment.evidence, id, &Evidence::id);
}

std::unexpected<Error> unknown(const EvidenceId& id) {
    return fail(EvidenceUnknown, {{"id", id.str()}});
}

Result<void> checkEvidence(const Assessment& assessment, const Evidence& evidence) {
    const std::set<std::string> supports(evidence.supports.begin(), evidence.supports.end());
    if (supports.size() != evidence.supports.size() || (!evidence.content && evidence.size != 0)) {
        return fail(ContentInvalid, {{"id", evidence.id.str()}});
    }
    const bool taken = evidence.number != AttachmentNumber{} &&
                       std::ranges::any_of(assessment.evidence, [&](const Evidence& other) {
                           return other.number == evidence.number && other.id != evidence.id;
                       });
    if (taken) {
        return fail(AttachmentNumberTaken, {{"number", std::to_string(evidence.number.chapter) + "-" +
                                                           std::to_string(evidence.number.sequence)}});
    }
    return {};
}

void noteNumber(Assessment& assessment, AttachmentNumber number) {
    if (number != AttachmentNumber{}) {
        std::uint32_t& last = assessment.lastAttachment[number.chapter];
        last = std::max(last, number.sequence);
    }
}

Roster* findRoster(Assessment& assessment, const RosterId& id) {
    const auto found = std::ranges::find(assessment.rosters, id, &Roster::id);
    return found == assessment.rosters.end() ? nullptr : &*found;
}

RosterEntry* findEntry(Roster* roster, const RosterEntryId& id) {
    if (roster == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(roster->entries, id, &RosterEntry::id);
    return found == roster->entries.end() ? nullptr : &*found;
}

std::unexpected<Error> entryError(const ErrorKind& kind, const RosterId& roster, const RosterEntryId& entry) {
    return fail(kind, {{"id", entry.str()}, {"roster", roster.str()}});
}

Result<std::size_t> checkedPlace(const std::optional<std::size_t>& at, std::size_t size) {
    const std::size_t place = at.value_or(size);
    if (place > size) {
        return fail(PositionInvalid, {{"at", std::to_string(place)}, {"size", std::to_string(size)}});
    }
    return place;
}

template<class List>
auto iteratorAt(List& list, std::size_t place) {
    return list.begin() + static_cast<std::ptrdiff_t>(place);
}

} // namespace

void sortEvidence(std::vector<Evidence>& evidence) {
    std::ranges::sort(evidence, [](const Evidence& left, const Evidence& right) {
        return std::tie(left.number, left.id) < std::tie(right.number, right.id);
    });
}

Result<Edit> applyToLists(Assessment& assessment, const AddEvidence& edit) {
    if (find(assessment, edit.evidence.id) != assessment.evidence.end()) {
        return fail(EvidenceExists, {{"id", edit.evidence.id.str()}});
    }
    if (auto checked = checkEvidence(assessment, edit.evidence); !checked) {
        return passOn(checked);
    }
    assessment.evidence.push_back(edit.evidence);
    sortEvidence(assessment.evidence);
    noteNumber(assessment, edit.evidence.number);
    return RemoveEvidence{edit.evidence.id};
}

Result<Edit> applyToLists(Assessment& assessment, const ChangeEvidence& edit) {
    const auto found = find(assessment, edit.evidence.id);
    if (found == assessment.evidence.end()) {
        return unknown(edit.evidence.id);
    }
    if (auto checked = checkEvidence(assessment, edit.evidence); !checked) {
        return passOn(checked);
    }
    ChangeEvidence inverse{std::exchange(*found, edit.evidence)};
    sortEvidence(assessment.evidence);
    noteNumber(assessment, edit.evidence.number);
    return inverse;
}

Result<Edit> applyToLists(Assessment& assessment, const RemoveEvidence& edit) {
    const auto found = find(assessment, edit.id);
    if (found == assessment.evidence.end()) {
        return unknown(edit.id);
    }
    AddEvidence inverse{std::move(*found)};
    assessment.evidence.erase(found);
    return inverse;
}

Result<Edit> applyToLists(Assessment& assessment, const LinkEvidence& edit) {
    const auto found = find(assessment, edit.id);
    if (found == assessment.evidence.end()) {
        return unknown(edit.id);
    }
    if (std::ranges::find(found->supports, edit.supports) != found->supports.end()) {
        return fail(LinkExists, {{"id", edit.id.str()}, {"supports", edit.supports}});
    }
    const auto place = checkedPlace(edit.at, found->supports.size());
    if (!place) {
        return passOn(place);
    }
    found->supports.insert(iteratorAt(found->supports, *place), edit.supports);
    return UnlinkEvidence{edit.id, edit.supports};
}

Result<Edit> applyToLists(Assessment& assessment, const UnlinkEvidence& edit) {
    const auto found = find(assessment, edit.id);
    if (found == assessment.evidence.end()) {
        return unknown(edit.id);
    }
    const auto link = std::ranges::find(found->supports, edit.supports);
    if (link == found->supports.end()) {
        return fail(LinkUnknown, {{"id", edit.id.str()}, {"supports", edit.supports}});
    }
    LinkEvidence inverse{edit.id, edit.supports, static_cast<std::size_t>(link - found->supports.begin())};
    found->supports.erase(link);
    return inverse;
}

Result<Edit> applyToLists(Assessment& assessment, const AddRosterEntry& edit) {
    Roster* roster = findRoster(assessment, edit.roster);
    if (findEntry(roster, edit.entry.id) != nullptr) {
        return entryError(RosterEntryExists, edit.roster, edit.entry.id);
    }
    const auto place = checkedPlace(edit.at, roster == nullptr ? 0 : roster->entries.size());
    if (!place) {
        return passOn(place);
    }
    if (roster == nullptr) { // rosters are kept by id, so that a removed one comes back to its place
        const auto where = std::ranges::lower_bound(assessment.rosters, edit.roster, {}, &Roster::id);
        roster = &*assessment.rosters.insert(where, Roster{edit.roster, {}, {}});
    }
    roster->entries.insert(iteratorAt(roster->entries, *place), edit.entry);
    return RemoveRosterEntry{edit.roster, edit.entry.id};
}

Result<Edit> applyToLists(Assessment& assessment, const ChangeRosterEntry& edit) {
    RosterEntry* entry = findEntry(findRoster(assessment, edit.roster), edit.entry.id);
    if (entry == nullptr) {
        return entryError(RosterEntryUnknown, edit.roster, edit.entry.id);
    }
    return ChangeRosterEntry{edit.roster, std::exchange(*entry, edit.entry)};
}

Result<Edit> applyToLists(Assessment& assessment, const RemoveRosterEntry& edit) {
    Roster* roster = findRoster(assessment, edit.roster);
    RosterEntry* entry = findEntry(roster, edit.entry);
    if (entry == nullptr) {
        return entryError(RosterEntryUnknown, edit.roster, edit.entry);
    }
    const auto place = static_cast<std::size_t>(entry - roster->entries.data());
    AddRosterEntry inverse{edit.roster, std::move(*entry), place};
    roster->entries.erase(iteratorAt(roster->entries, place));
    if (roster->entries.empty() && roster->extras.empty()) {
        std::erase_if(assessment.rosters, [&](const Roster& other) { return other.id == edit.roster; });
    }
    return inverse;
}

} // namespace duibiao
