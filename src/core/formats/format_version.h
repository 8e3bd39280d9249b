#pragma once

#include "core/base/result.h"
#include "core/io/xml.h"

#include <cstdint>
#include <string_view>

namespace duibiao {

/// How a file's version stands to the one this program knows.
enum class FormatAge : std::uint8_t {
    Known,      ///< the same or an older minor version: everything in it must be known
    NewerMinor, ///< what is unknown is kept and written back
};

/// Compares the `format` attribute ("MAJOR.MINOR") of a file's root element with the version we know. Another
/// major version is refused, and so is what is no version.
[[nodiscard]] Result<FormatAge> formatAge(const io::XmlElement& root, std::string_view known);

} // namespace duibiao
