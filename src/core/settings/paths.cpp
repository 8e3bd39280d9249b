#include "core/settings/paths.h"

#include <cstdlib>
#include <system_error>

namespace duibiao {

namespace {

namespace fs = std::filesystem;

fs::path fromUtf8(const std::string& text) {
    return fs::path(std::u8string(text.begin(), text.end()));
}

/// The folder named by a variable, or `fallback` below another variable's folder.
fs::path folder(const Environment& environment, const std::string& variable, const std::string& base,
                const fs::path& fallback) {
    if (const auto set = environment(variable)) {
        return fromUtf8(*set);
    }
    const auto root = environment(base);
    return (root ? fromUtf8(*root) : fs::temp_directory_path()) / fallback;
}

} // namespace

Environment processEnvironment() {
    return [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str()); // NOLINT(concurrency-mt-unsafe): nobody calls setenv
        return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
    };
}

Paths findPaths(const Environment& environment, const fs::path& program) {
    Paths paths;
    if (const auto set = environment("DUIBIAO_DATA")) {
        paths.data.push_back(fromUtf8(*set));
    }
    const fs::path beside = program.parent_path();
    paths.data.push_back(beside);
    paths.data.push_back(beside.parent_path() / "share" / "duibiao");
    // A build tree lies in build/<preset>/bin of the source tree.
    paths.data.push_back(beside.parent_path().parent_path().parent_path());

    if (const auto home = environment("DUIBIAO_HOME")) {
        paths.userData = fromUtf8(*home) / "data";
        paths.state = fromUtf8(*home) / "state";
        return paths;
    }
    paths.userData = folder(environment, "XDG_DATA_HOME", "HOME", ".local/share") / "duibiao";
    paths.state = folder(environment, "XDG_STATE_HOME", "HOME", ".local/state") / "duibiao";
    return paths;
}

std::optional<fs::path> findData(const Paths& paths, const fs::path& name) {
    for (const fs::path& folder : paths.data) {
        std::error_code error;
        if (fs::exists(folder / name, error)) {
            return folder / name;
        }
    }
    return std::nullopt;
}

} // namespace duibiao
