#pragma once

#include <cstddef>
#include <string_view>

namespace duibiao::report {

/// The width of a text in half-widths: 1 for Latin letters and digits, 2 for Chinese and other wide
/// characters.
[[nodiscard]] std::size_t halfWidths(std::string_view text);

/// How many lines a wrapped text takes in `capacity` half-widths: breaks at spaces and between wide
/// characters, as spreadsheets do. At least 1.
[[nodiscard]] std::size_t wrappedLines(std::string_view text, double capacity);

/// Half-widths that fit into columns of `characters` (the unit of spreadsheet column widths) at a font size.
[[nodiscard]] double capacityOf(double characters, int points);

/// Height in points that a row needs for so many lines. Spreadsheets do not do this for merged cells.
[[nodiscard]] double heightOf(std::size_t lines, int points);

} // namespace duibiao::report
