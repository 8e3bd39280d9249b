#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao::report {

/// What one cell of Excel holds (specification of Excel 2007 and later).
inline constexpr std::size_t CellUnits = 32'767; ///< UTF-16 code units
inline constexpr std::size_t CellLineFeeds = 253;
inline constexpr std::size_t SheetNameUnits = 31;

/// Valid UTF-8 that XML 1.0 can hold: broken sequences, control characters, U+FFFE and U+FFFF become U+FFFD,
/// CRLF and CR become LF. TAB and LF stay.
[[nodiscard]] std::string cleanText(std::string_view text);

/// Excel reads `_x0041_` as "A"; so that such text comes back as it was typed, its underscore is written as
/// `_x005F_`. Precondition: clean text.
[[nodiscard]] std::string escapedForCell(std::string_view clean);

/// The longest prefix that one cell holds when `reserve` further UTF-16 units must fit behind it; at most
/// `units`. Cuts no character. Precondition: clean text.
[[nodiscard]] std::string_view fittingPrefix(std::string_view clean, std::size_t reserve = 0,
                                             std::size_t units = CellUnits);

/// Whether a spreadsheet would take the text for a formula once somebody edits the cell: = + - @ TAB CR NUL
/// and the full-width ＝ ＋ － ＠ in front.
[[nodiscard]] bool readsAsFormula(std::string_view text);

/// A name Excel accepts for a sheet: without []:*?/\, no apostrophe at the ends, not "History", at most 31
/// UTF-16 units, never empty, different from `taken` whatever the case of its letters.
[[nodiscard]] std::string usableSheetName(std::string_view wanted, const std::vector<std::string>& taken);

/// Only http, https and mailto addresses of at most 2,079 characters without white space are made links.
[[nodiscard]] bool isAllowedUrl(std::string_view url);

/// "A1" style name of a cell; both count from 0.
[[nodiscard]] std::string cellName(std::size_t row, std::size_t column);

} // namespace duibiao::report
