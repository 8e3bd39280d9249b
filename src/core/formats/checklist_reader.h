#pragma once

#include "core/base/diagnostics.h"
#include "core/formats/checklist_places.h"
#include "core/model/checklist.h"

#include <expected>
#include <string>
#include <string_view>

namespace duibiao {

/// A checklist with what only its file knows.
struct ReadChecklist {
    Checklist checklist;
    ChecklistPlaces places; ///< for findings about the content
    /// False when a newer version of the format put something into it that this version must understand and
    /// does not: the checklist can be shown, but a score would be wrong. `warnings` says what it is.
    bool scorable = true;
    Diagnostics warnings = Diagnostics();
};

/// Reads a checklist file (docs/file-formats.md §1). Either everything is in order, or every problem comes at
/// once, each with its place; input that is no well-formed XML is one problem. What an author may be asked
/// about but a program can work with (missing translations, unreachable conditions, weights) is left to lint.
/// `file` is the name for messages.
[[nodiscard]] std::expected<ReadChecklist, Diagnostics> readChecklist(std::string_view bytes,
                                                                      std::string file);

/// The identity of a checklist that was read from `bytes`. Hashes them, which takes longer than reading does:
/// ask once.
[[nodiscard]] ChecklistIdentity identityOf(const Checklist& checklist, std::string_view bytes);

} // namespace duibiao
