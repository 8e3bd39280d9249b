#pragma once

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace duibiao::cli {

struct Context;

/// The options of the program itself (--version, --lang, -q) and the words of its help in the user's
/// language.
void setUpUsage(CLI::App& app, Context& context);

/// Help and version go to standard output with exit code 0; everything else is a usage error in our own
/// words.
void reportParseError(const CLI::App& app, const CLI::ParseError& error, Context& context);

} // namespace duibiao::cli
