#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

/// The known name that was probably meant: at most two letters wrong, left out, added or swapped, and less
/// than half of it. Empty when none is that close.
[[nodiscard]] std::string_view closestName(std::string_view written,
                                           const std::vector<std::string_view>& known);

/// A value as messages show it: whole when short.
[[nodiscard]] std::string shown(std::string_view text);

} // namespace duibiao
