#pragma once

#include "core/model/assessment.h"

#include <string>

namespace CLI {
class App;
}

namespace duibiao::cli {

struct Context;

/// --view self|verified
void addViewOption(CLI::App& command, std::string& word, Context& context);
[[nodiscard]] View viewOf(const std::string& word);

} // namespace duibiao::cli
