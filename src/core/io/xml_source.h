#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace duibiao::io {

// Questions about XML as it is written, asked only of text that passed the gate.

/// The first element of `source` from its "<" to the end of its end tag. Precondition: `source` starts with
/// one.
[[nodiscard]] std::string_view elementSource(std::string_view source);
/// How many bytes the first `characters` characters of an attribute's value take as written, where one may be
/// "&lt;".
[[nodiscard]] std::size_t writtenLength(std::string_view source, std::size_t characters);
/// CRLF and CR as LF, as an XML parser hands them on.
[[nodiscard]] std::string withLineFeeds(std::string_view text);

} // namespace duibiao::io
