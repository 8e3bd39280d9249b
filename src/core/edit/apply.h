#pragma once

#include "core/base/result.h"
#include "core/edit/edit.h"

namespace duibiao {

inline constexpr ErrorKind EvidenceUnknown = errorKind(
    "evidence-unknown", Category::Usage, "there is no evidence {id}; show the file to see what there is");
inline constexpr ErrorKind EvidenceExists =
    errorKind("evidence-exists", Category::Usage, "there is already an evidence {id}; choose another id");
inline constexpr ErrorKind AttachmentNumberTaken =
    errorKind("attachment-number-taken", Category::Usage,
              "the attachment number {number} is in use; take the next free one");
inline constexpr ErrorKind LinkExists =
    errorKind("link-exists", Category::Usage, "evidence {id} already supports {supports}");
inline constexpr ErrorKind LinkUnknown =
    errorKind("link-unknown", Category::Usage, "evidence {id} does not support {supports}");
inline constexpr ErrorKind RosterEntryUnknown =
    errorKind("roster-entry-unknown", Category::Usage, "there is no entry {id} in the roster {roster}");
inline constexpr ErrorKind RosterEntryExists = errorKind(
    "roster-entry-exists", Category::Usage, "there is already an entry {id} in the roster {roster}");
inline constexpr ErrorKind PositionInvalid =
    errorKind("position-invalid", Category::Usage, "there is no place {at} in a list of {size}");
inline constexpr ErrorKind PeriodInvalid =
    errorKind("period-invalid", Category::Usage,
              "the period ends on {to}, before it begins on {from}; exchange the days");
inline constexpr ErrorKind ContentInvalid =
    errorKind("evidence-content-invalid", Category::Usage,
              "evidence {id} has a size without content or names one thing it supports twice");

/// Changes the assessment and returns the edit that takes the change back. An edit that makes no sense is
/// refused and leaves the assessment as it was. Texts have to be tidy, see texts.h. The one thing that is not
/// taken back is the highest attachment number of a chapter: a number that was given once is never given to
/// another paper.
[[nodiscard]] Result<Edit> applyEdit(Assessment& assessment, const Edit& edit);

/// All or none, in order; the inverses in the order in which they have to be applied.
[[nodiscard]] Result<std::vector<Edit>> applyEdits(Assessment& assessment, const std::vector<Edit>& edits);

} // namespace duibiao
