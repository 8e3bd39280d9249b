#pragma once

#include "core/base/result.h"
#include "core/model/assessment.h"
#include "core/model/checklist.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

// What people type, read as a value. The errors lack the key; the caller adds it.

/// A word by its id (in any case) or by its label in either language; "Y", "是" … where yes and no are asked.
[[nodiscard]] Result<WordId> readWord(std::string_view typed, std::span<const Choice> allowed);

/// A number in the fact's unit, whole and within its limits, or one of its words. A plain number for a ratio
/// is percent.
[[nodiscard]] Result<Value> readFact(std::string_view typed, const FactDefinition& fact);

/// One word, several separated by commas or 、, yes or no, or a text, as the field asks for.
[[nodiscard]] Result<std::vector<std::string>> readField(std::string_view typed,
                                                         const FieldDefinition& field);

} // namespace duibiao
