#pragma once

#include "core/report/page_model.h"

#include <string>

namespace duibiao::report {

/// The report as one HTML file that needs nothing else: no script, no font, no address on the network. Every
/// text is escaped; charts are SVG. Prints on A4.
[[nodiscard]] std::string htmlText(const Report& report);

} // namespace duibiao::report
