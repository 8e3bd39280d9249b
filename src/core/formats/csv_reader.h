#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

inline constexpr ErrorKind CsvNotUtf8 =
    errorKind("csv-not-utf8", Category::Input,
              "the file is not UTF-8; save it as \"CSV UTF-8\" in the spreadsheet program");
inline constexpr ErrorKind CsvQuoteOpen =
    errorKind("csv-quote-open", Category::Input, "a quotation mark opened here is never closed");
inline constexpr ErrorKind CsvAfterQuote =
    errorKind("csv-after-quote", Category::Input,
              "only a comma or the end of the line may follow a closing quotation mark");
inline constexpr ErrorKind CsvTooLarge =
    errorKind("csv-too-large", Category::Input, "the file has more than {limit} fields");

/// One record with the line of the file it starts on (from 1).
struct CsvRecord {
    std::size_t line = 0;
    std::vector<std::string> fields;
    bool operator==(const CsvRecord&) const = default;
};

/// Reads RFC 4180 with a comma: quotes, doubled quotes, line breaks in quotes, CRLF or LF, an optional BOM.
/// Empty lines are left out. At most 1,000,000 fields. Errors carry file:line.
[[nodiscard]] Result<std::vector<CsvRecord>> readCsv(std::string_view bytes, const std::string& file);

} // namespace duibiao
