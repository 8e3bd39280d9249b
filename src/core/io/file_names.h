#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace duibiao::io {

/// Longest name in UTF-16 units, as NTFS and people with long folders need it.
inline constexpr std::size_t LongestFileName = 120;

/// What somebody called a file, as one name that is a plain file in any folder of any system: no separators,
/// no characters Windows forbids, no control, direction-changing or invisible characters, no leading dot, no
/// dot or space at the end, no device (CON, COM1 …), at most LongestFileName units with its extension kept.
/// Never empty.
[[nodiscard]] std::string safeFileName(std::string_view label);

/// "报告.pdf" with 2 is "报告 (2).pdf".
[[nodiscard]] std::string numberedFileName(std::string_view name, std::size_t number);

/// The last extension without its dot, ASCII in lower case; empty when there is none.
[[nodiscard]] std::string extensionOf(std::string_view name);
/// The name without its last extension.
[[nodiscard]] std::string_view stemOf(std::string_view name);

} // namespace duibiao::io
