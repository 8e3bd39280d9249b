#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duibiao::report {

/// The inflated parts of a workbook file, read by the strict ZIP profile for Office files.
class WorkbookParts {
public:
    [[nodiscard]] static Result<WorkbookParts> read(const std::filesystem::path& file);

    /// The bytes of a part, or null.
    [[nodiscard]] const std::string* find(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return parts_; }

private:
    std::vector<std::pair<std::string, std::string>> parts_;
};

} // namespace duibiao::report
