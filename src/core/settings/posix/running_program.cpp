#include "core/settings/paths.h"

#include <system_error>

namespace duibiao {

std::filesystem::path runningProgram() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error);
}

} // namespace duibiao
