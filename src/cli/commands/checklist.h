#pragma once

#include <string>
#include <vector>

namespace duibiao::cli {

struct Context;

void listChecklists(Context& context, bool json);
void showChecklist(Context& context, const std::string& idOrFile, bool json);
/// Exit 1 when there is a finding (errors and warnings; notes are none), 3 when a file cannot be read at all.
void lintChecklists(Context& context, const std::vector<std::string>& files, bool json);
/// Exit 1 when a case comes out otherwise than expected.
void testChecklists(Context& context, const std::vector<std::string>& files, bool json);

} // namespace duibiao::cli
