#include "core/ops/checklist_library.h"

#include "core/io/files.h"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

namespace duibiao {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t LargestChecklist = std::size_t{64} << 20U; ///< UTF-16 of 16 MiB of UTF-8, and room

bool isChecklistFile(const fs::path& path) {
    return path.extension() == ".xml" && path.stem().extension() != ".cases";
}

void collect(const fs::path& folder, bool isUsers, std::map<std::string, LibraryFile>& byName) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (!isChecklistFile(entry.path())) {
            continue;
        }
        const std::string name = entry.path().filename().string();
        const auto found = byName.find(name);
        const bool shadows = found != byName.end();
        byName.insert_or_assign(name, LibraryFile{entry.path(), isUsers, shadows});
    }
}

std::unexpected<Diagnostics> only(Error error) {
    Diagnostics findings;
    findings.addError(std::move(error));
    return std::unexpected(std::move(findings));
}

} // namespace

std::vector<LibraryFile> libraryFiles(const Paths& paths) {
    std::map<std::string, LibraryFile> byName;
    if (const auto shipped = findData(paths, "checklists")) {
        collect(*shipped, false, byName);
    }
    collect(paths.userData / "checklists", true, byName);
    std::vector<LibraryFile> files;
    for (auto& [name, file] : byName) {
        files.push_back(std::move(file));
    }
    return files;
}

std::expected<LoadedChecklist, Diagnostics> loadChecklistFile(const fs::path& file) {
    auto bytes = io::readFile(file, LargestChecklist);
    if (!bytes) {
        return only(bytes.error());
    }
    auto read = readChecklist(*bytes, file.string());
    if (!read) {
        return std::unexpected(std::move(read).error());
    }
    return LoadedChecklist{std::move(*read), std::move(*bytes), file};
}

std::expected<LoadedChecklist, Diagnostics> loadChecklist(const Paths& paths, const std::string& idOrFile) {
    std::error_code error;
    const fs::path asFile(idOrFile);
    if (asFile.has_parent_path() || asFile.extension() == ".xml" || fs::is_regular_file(asFile, error)) {
        return loadChecklistFile(asFile);
    }
    std::vector<LibraryFile> files = libraryFiles(paths);
    // Files are named after their id; the one named like that is tried first, so that the others need no
    // reading.
    std::ranges::stable_partition(files,
                                  [&](const LibraryFile& file) { return file.path.stem() == idOrFile; });
    for (const LibraryFile& file : files) {
        auto loaded = loadChecklistFile(file.path);
        if (loaded && loaded->read.checklist.id == idOrFile) {
            return loaded;
        }
        if (!loaded && file.path.stem() == idOrFile) {
            return loaded;
        }
    }
    return only(Error(ChecklistUnknown, {{"id", idOrFile}}));
}

fs::path casesBeside(const fs::path& checklist) {
    fs::path cases = checklist;
    return cases.replace_extension(".cases.xml");
}

} // namespace duibiao
