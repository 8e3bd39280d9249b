#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao::report {

/// One cell of a sheet part as it stands in the file.
struct ReadCell {
    enum class Kind : std::uint8_t { Blank, Number, SharedText, Other };
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    Kind kind = Kind::Blank;
    double number = 0;
    std::size_t sharedIndex = 0;
};

// One streaming pass each; anything that is not well-formed is WorkbookDamaged. They read back what this
// program has just written, no file of strangers: that is what core/io/xml.h is for.

/// Hands over every cell in the order of the file. A formula is damage: this program writes none.
[[nodiscard]] Result<void> readSheet(std::string_view bytes, const std::string& part,
                                     const std::function<void(const ReadCell&)>& onCell);
/// The shared strings, as written (escapes not resolved).
[[nodiscard]] Result<std::vector<std::string>> readSharedTexts(std::string_view bytes,
                                                               const std::string& part);
/// The names of the sheets in their order.
[[nodiscard]] Result<std::vector<std::string>> readSheetNames(std::string_view bytes,
                                                              const std::string& part);
/// Any other part: well-formed, and external targets are allowed web addresses only.
[[nodiscard]] Result<void> readOtherPart(std::string_view bytes, const std::string& part);

} // namespace duibiao::report
