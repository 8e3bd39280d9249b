#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace duibiao::io {

/// What could be decoded, and where it ended: `badByte` is the offset of the first byte that is no GB18030.
struct DecodedText {
    std::string utf8;
    std::optional<std::size_t> badByte;
};

/// Strict GB18030 (with its subsets GBK and GB2312) by the system's own tables. The only place where they are
/// called; another platform replaces gb18030_<platform>.cpp alone.
[[nodiscard]] DecodedText decodeGb18030(std::string_view bytes);

} // namespace duibiao::io
