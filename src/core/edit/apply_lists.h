#pragma once

#include "core/base/result.h"
#include "core/edit/edit.h"

/// applyEdit() for the lists of an assessment: evidence and rosters. Inside edit only.
namespace duibiao {

[[nodiscard]] Result<Edit> applyToLists(Assessment& assessment, const AddEvidence& edit);
[[nodiscard]] Result<Edit> applyToLists(Assessment& assessment, const ChangeEvidence& edit);
[[nodiscard]] Result<Edit> applyToLists(Assessment& assessment, const RemoveEvidence& edit);
[[nodiscard]] Result<Edit> applyToLists(Assessment& assessment, const LinkEvidence& edit);
[[nodiscard]] Result<Edit> applyToLists(Assessment& assessment, const UnlinkEvidence& edit);
[[nodiscard]] Result<Edit> applyToLists(Assessment& assessment, const AddRosterEntry& edit);
[[nodiscard]] Result<Edit> applyToLists(Assessment& assessment, const ChangeRosterEntry& edit);
[[nodiscard]] Result<Edit> applyToLists(Assessment& assessment, const RemoveRosterEntry& edit);

/// The order in which evidence is kept: by number, the unnumbered of the tray first, then by id.
void sortEvidence(std::vector<Evidence>& evidence);

} // namespace duibiao
