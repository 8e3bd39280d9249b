#pragma once

#include "core/base/result.h"
#include "core/ops/answer_input.h"

#include <span>
#include <string>
#include <vector>

namespace duibiao::cli {

inline constexpr ErrorKind KeyValueMalformed =
    errorKind("key-value", Category::Usage,
              "\"{text}\" is no KEY=VALUE; write for example GEN-01=yes or staff_count=12");

/// KEY=VALUE arguments as answers. The first '=' separates.
[[nodiscard]] Result<std::vector<AnswerInput>> keyValues(std::span<const std::string> arguments);

} // namespace duibiao::cli
