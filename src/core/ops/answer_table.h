#pragma once

#include "core/base/diagnostics.h"
#include "core/ops/answer_input.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

inline constexpr ErrorKind AnswerColumnMissing = errorKind(
    "answer-column-missing", Category::Input,
    "the first line must name the columns; \"{column}\" is missing (key,value,comment,reason,approver)");
inline constexpr ErrorKind AnswerColumnUnknown =
    errorKind("answer-column-unknown", Category::Input,
              "the column \"{column}\" is not known; the columns are key,value,comment,reason,approver");
inline constexpr ErrorKind AnswerRowTooLong = errorKind(
    "answer-row-too-long", Category::Input, "the line has {fields} fields, but {columns} columns are named");

/// Reads a CSV of answers: the first line names the columns key, value, comment, reason and approver in any
/// order (key and value at least). Lines without a key are left out. Every problem comes at once with its
/// line.
[[nodiscard]] std::expected<std::vector<AnswerInput>, Diagnostics> readAnswerTable(std::string_view bytes,
                                                                                   const std::string& file);

} // namespace duibiao
