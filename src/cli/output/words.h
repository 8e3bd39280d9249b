#pragma once

#include "core/model/assessment.h"
#include "core/model/checklist.h"

#include <string>
#include <string_view>

namespace duibiao::cli {

/// The words of JSON documents: those of the file format.
[[nodiscard]] std::string formatWord(StandardStatus status);
[[nodiscard]] std::string formatWord(Basis basis);
[[nodiscard]] std::string formatWord(Modality modality);
[[nodiscard]] std::string formatWord(AnswerKind kind);
[[nodiscard]] std::string formatWord(ItemRole role);
[[nodiscard]] std::string formatWord(NaPermission permission);
[[nodiscard]] std::string formatWord(Unit unit);

/// The English text for people; a catalogue translates it.
[[nodiscard]] std::string_view statusText(StandardStatus status);

/// "conform", "12.5": as `set` reads it.
[[nodiscard]] std::string valueText(const Value& value);

} // namespace duibiao::cli
