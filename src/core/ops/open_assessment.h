#pragma once

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/edit/edit.h"
#include "core/formats/checklist_reader.h"
#include "core/formats/package.h"
#include "core/ops/seat.h"

#include <expected>
#include <filesystem>
#include <vector>

namespace duibiao {

inline constexpr ErrorKind NotScorable = errorKind("not-scorable", Category::Input,
                                                   "{file} was made by a newer version of the program that "
                                                   "scores in a way this one does not know; it can be "
                                                   "shown, but not scored or changed");

/// An assessment with the checklist it was made with, as it is worked on.
struct OpenedAssessment {
    PackageContent content;
    ReadChecklist checklist;
    bool scorable = true;
    Diagnostics notices; ///< what a user is told although the file opens

    [[nodiscard]] const Assessment& assessment() const { return content.assessment; }
};

/// Opens a file and reads the checklist inside it. Everything that is wrong with it comes at once.
[[nodiscard]] std::expected<OpenedAssessment, Diagnostics> openAssessment(const std::filesystem::path& file);

/// Makes the edits, all or none, and notes them as one entry of the history.
[[nodiscard]] Result<void> perform(OpenedAssessment& opened, const std::vector<Edit>& edits, const Seat& seat,
                                   Timestamp time);

} // namespace duibiao
