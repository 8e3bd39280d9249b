#pragma once

#include "core/report/page_model.h"
#include "core/report/workbook.h"

namespace duibiao::report {

/// The colours of a tone: its text and the wash behind it. Contrast at least 4.5 : 1.
struct ToneColours {
    Colour text;
    Colour wash;
};
[[nodiscard]] ToneColours coloursOf(Tone tone);

// The styles of a report's cells.
[[nodiscard]] CellStyle bodyStyle(const Cell& cell, Align align);
[[nodiscard]] CellStyle headStyle(Align align);
[[nodiscard]] CellStyle headingStyle(int level, Align align);
[[nodiscard]] CellStyle labelStyle();
[[nodiscard]] CellStyle titleStyle(int level);
[[nodiscard]] CellStyle paragraphStyle(const Paragraph& paragraph);

} // namespace duibiao::report
