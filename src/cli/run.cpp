#include "cli/run.h"

namespace duibiao::cli {

int run(std::span<const std::string> arguments, const Streams& streams) {
    streams.out << "duibiao-cli " << arguments.size() << '\n';
    return 0;
}

} // namespace duibiao::cli
