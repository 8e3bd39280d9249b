#pragma once

#include "core/base/result.h"
#include "core/model/assessment.h"

#include <string>
#include <string_view>

namespace duibiao {

inline constexpr ErrorKind PeriodUnreadable =
    errorKind("period-unreadable", Category::Usage,
              "\"{text}\" is no period: write a year (2026), a half (2026-H1), a quarter (2026-Q3), a month "
              "(2026-05) or "
              "two days (2026-01-01/2026-12-31)");

/// Reads an assessment period as people name it. The label is the text as typed; the days are both included.
[[nodiscard]] Result<Period> parsePeriod(std::string_view typed);

} // namespace duibiao
