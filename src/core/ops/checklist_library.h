#pragma once

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/formats/checklist_reader.h"
#include "core/settings/paths.h"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace duibiao {

inline constexpr ErrorKind ChecklistUnknown =
    errorKind("checklist-unknown", Category::Input,
              "no checklist has the id \"{id}\"; \"duibiao-cli checklist list\" shows those there are, and a "
              "file may be named instead");

/// A checklist with the bytes it was read from; the bytes go into every assessment made with it.
struct LoadedChecklist {
    ReadChecklist read;
    std::string bytes;
    std::filesystem::path path;
};

/// A checklist file of the library: the user's own come first and shadow shipped ones of the same file name.
struct LibraryFile {
    std::filesystem::path path;
    bool isUsers = false;
    bool shadows = false; ///< a shipped file of that name exists as well
};

/// The checklist files of the user's folder and of the first data folder that has checklists, by name.
[[nodiscard]] std::vector<LibraryFile> libraryFiles(const Paths& paths);

/// Reads one file with all its findings.
[[nodiscard]] std::expected<LoadedChecklist, Diagnostics>
loadChecklistFile(const std::filesystem::path& file);

/// Reads the checklist with that id, or the file when `idOrFile` is the name of one.
[[nodiscard]] std::expected<LoadedChecklist, Diagnostics> loadChecklist(const Paths& paths,
                                                                        const std::string& idOrFile);

/// The expected-score cases beside a checklist: x.xml -> x.cases.xml.
[[nodiscard]] std::filesystem::path casesBeside(const std::filesystem::path& checklist);

} // namespace duibiao
