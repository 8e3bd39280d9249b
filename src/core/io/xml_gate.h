#pragma once

#include "core/base/result.h"
#include "core/io/xml.h"

#include <string>
#include <string_view>

namespace duibiao::io {

/// Says whether decoded XML is well-formed, without DTD and processing instructions, and within the limits.
/// Expat answers, because pugixml accepts most of what is not well-formed. The error is the first one, at its
/// line and column. `text` is valid UTF-8, as decodeXml() gives it.
[[nodiscard]] Result<void> checkWellFormed(std::string_view text, const std::string& file,
                                           const XmlLimits& limits);

} // namespace duibiao::io
