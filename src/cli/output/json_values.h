#pragma once

#include "core/base/exact.h"
#include "core/model/assessment.h"
#include "core/model/outcome.h"
#include "core/model/text.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace duibiao::cli {

// The values that several JSON documents share. Internal to the command line's .cpp files.

using Json = nlohmann::ordered_json;

/// "62.5" or "125/3"
[[nodiscard]] Json exactJson(const Exact& number);
[[nodiscard]] Json lowJson(const std::optional<Range>& range);
[[nodiscard]] Json highJson(const std::optional<Range>& range);
/// A word or an exact number; null for none.
[[nodiscard]] Json valueJson(const std::optional<Value>& value);
[[nodiscard]] Json reasonJson(const Reason& reason);
/// {"zh", "en"}
[[nodiscard]] Json textJson(const LocalText& text);

} // namespace duibiao::cli
