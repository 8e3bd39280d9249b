#include "cli/commands/commands.h"
namespace duibiao::cli { void addAttach(CLI::App&, Context&) {} }
