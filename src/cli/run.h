#pragma once

#include "core/settings/paths.h"

#include <istream>
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

/// Runs one command line (without the program's name) and returns its exit code: 0 done, 1 the answer is
/// "no", 2 usage, 3 input unreadable, 4 output not written, 5 internal. Environment variables it reads:
/// DUIBIAO_DATA, DUIBIAO_HOME, DUIBIAO_NOW (a fixed time), LC_ALL, LC_MESSAGES, LANG (the language when
/// --lang is not given).
[[nodiscard]] int run(std::span<const std::string> arguments, const Streams& streams,
                      const Environment& environment);

} // namespace duibiao::cli
