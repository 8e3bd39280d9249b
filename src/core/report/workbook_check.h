#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace duibiao::report {

inline constexpr ErrorKind WorkbookDamaged = errorKind(
    "workbook-damaged", Category::Output,
    "the workbook does not read back as it was meant ({part}: {reason}); it was not put in place. Look "
    "whether the disk or the folder for temporary files is full");

/// What was asked of one cell: nothing (formatted only), a number, or the index of a text.
using WantedValue = std::variant<std::monostate, double, std::uint32_t>;

struct WantedCell {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    WantedValue value;
};

struct WantedSheet {
    std::string name;
    std::vector<WantedCell> cells; ///< by row and column, each once
    std::size_t charts = 0;
};

/// Everything a finished workbook must contain, noted while it was built.
class WorkbookContent {
public:
    std::vector<WantedSheet> sheets;

    /// The index of a text as it is written into the file (escaped for Excel).
    std::uint32_t intern(std::string_view written);
    [[nodiscard]] const std::string& text(std::uint32_t index) const { return *texts_[index]; }
    [[nodiscard]] std::size_t textCount() const { return texts_.size(); }
    /// Sorts the cells of every sheet and keeps the last value of a cell that was written twice.
    void settle();

private:
    std::unordered_map<std::string, std::uint32_t> indexes_;
    std::vector<const std::string*> texts_;
};

/// Reads the finished file back by the strict ZIP profile and compares it: every part well-formed, the list
/// of sheets, every cell of every sheet, the shared strings, the charts, no formula and no external target
/// but web addresses.
[[nodiscard]] Result<void> checkWorkbook(const std::filesystem::path& file, const WorkbookContent& wanted);

} // namespace duibiao::report
