#pragma once

#include "core/base/exact.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

/// Everything in core is UTF-8; these are the few questions asked about it.
[[nodiscard]] bool isValidUtf8(std::string_view text);
/// Where the first byte stands that belongs to no character; none when the text is valid.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view text);
/// How many bytes the character at `offset` has; 0 when it is none. Precondition: offset < size.
[[nodiscard]] std::size_t utf8SequenceAt(std::string_view text, std::size_t offset);
/// Length as Excel and NTFS count it. Precondition: valid UTF-8.
[[nodiscard]] std::size_t utf16Length(std::string_view text);
/// The longest prefix of at most `units` UTF-16 code units that cuts no character. Precondition: valid UTF-8.
[[nodiscard]] std::string_view utf16Prefix(std::string_view text, std::size_t units);
/// How many Unicode characters. Precondition: valid UTF-8.
[[nodiscard]] std::size_t characterCount(std::string_view text);

/// Without ASCII and full-width white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// A number as a person types it: full-width digits ４２, grouping commas 12,000 and ，, a percent sign 92 %
/// or ％ (0.92). None when it is not one number, so that nothing is guessed ("42家" is none).
[[nodiscard]] std::optional<Exact> typedNumber(std::string_view text);

} // namespace duibiao
