#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace duibiao::io {

/// XML bytes as UTF-8 without byte order mark. The encoding is the byte order mark's, else that of the XML
/// declaration, else UTF-8: UTF-8, US-ASCII, UTF-16 of both byte orders, and GBK, GB2312 and CP936, which are
/// read as their superset GB18030. Nothing is guessed and nothing is replaced: an undecodable byte is an
/// error that names its offset in `bytes`, and so is a character that XML 1.0 cannot hold. `file` is the name
/// for messages; more than `limit` bytes of UTF-8 are refused.
[[nodiscard]] Result<std::string> decodeXml(std::string_view bytes, const std::string& file,
                                            std::size_t limit);

} // namespace duibiao::io
