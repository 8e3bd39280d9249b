#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace duibiao {

/// Reads an environment variable; none when it is not set or empty.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
[[nodiscard]] Environment processEnvironment();

/// Where the program's data lies and where it keeps its own state.
struct Paths {
    /// Folders that hold checklists/, templates/, assets/; the first that has a file wins.
    std::vector<std::filesystem::path> data;
    /// The user's own checklists and templates; they shadow the shipped ones (and that is said).
    std::filesystem::path userData;
    /// Settings, logs and the working store. Never on a stick, never beside a document.
    std::filesystem::path state;
};

/// The order is fixed: $DUIBIAO_DATA, beside the program, ../share/duibiao, the source tree of a build; state and user
/// data follow $DUIBIAO_HOME, else the XDG folders (on Windows %LOCALAPPDATA% and %APPDATA%).
/// `program` is the path of the running program.
[[nodiscard]] Paths findPaths(const Environment& environment, const std::filesystem::path& program);

/// The first existing file or folder of that relative name among the data folders.
[[nodiscard]] std::optional<std::filesystem::path> findData(const Paths& paths, const std::filesystem::path& name);

/// The path of the running program, as the system knows it.
[[nodiscard]] std::filesystem::path runningProgram();

} // namespace duibiao
