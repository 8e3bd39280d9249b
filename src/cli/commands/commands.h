#pragma once

namespace CLI {
class App;
}

namespace duibiao::cli {

struct Context;

// Each adds one verb to the command line. The verb's work is done in its callback, which sets context.exit.
void addChecklist(CLI::App& app, Context& context);
void addNew(CLI::App& app, Context& context);
void addSet(CLI::App& app, Context& context);
void addAttach(CLI::App& app, Context& context);
void addShow(CLI::App& app, Context& context);
void addScore(CLI::App& app, Context& context);
void addReport(CLI::App& app, Context& context);

} // namespace duibiao::cli
