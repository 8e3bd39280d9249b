#pragma once

#include <ostream>
#include <span>
#include <string>

namespace duibiao::cli {

/// Where a command reads and writes, so that tests can run it in process.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

/// Runs one command line (without the program's name) and returns its exit code: 0 done, 1 the answer is "no",
/// 2 usage, 3 input unreadable, 4 output not written, 5 internal.
[[nodiscard]] int run(std::span<const std::string> arguments, const Streams& streams);

} // namespace duibiao::cli
