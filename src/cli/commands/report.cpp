#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/view_option.h"
#include "cli/working_copy.h"
#include "core/io/files.h"
#include "core/ops/write_report.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace duibiao::cli {

namespace {

struct Options {
    std::string file;
    std::string target;
    std::string view = "self";
    bool force = false;
};

bool report(Context& context, const Options& options) {
    const auto opened = openForChange(context, io::pathFromUtf8(options.file));
    if (!opened) {
        return false;
    }
    const auto existing = options.force ? io::Existing::Replace : io::Existing::Refuse;
    const auto written = writeReport(*opened, viewOf(options.view), context.catalogue, context.clock->now(),
                                     io::pathFromUtf8(options.target), existing);
    if (!written) {
        return context.report(written.error());
    }
    context.remark(context.tr("report written to {file}", {{"file", options.target}}));
    return true;
}

} // namespace

void addReport(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("report", context.tr("Write the report as .xlsx, .html or .csv"));
    const auto options = std::make_shared<Options>();
    command->add_option("file", options->file, context.tr("Assessment"))->required()->type_name("FILE");
    command->add_option("-o,--output", options->target, context.tr("File to write"))
        ->required()
        ->type_name("FILE");
    addViewOption(*command, options->view, context);
    command->add_flag("--force", options->force, context.tr("Replace a file that exists"));
    command->callback([&context, options] { report(context, *options); });
}

} // namespace duibiao::cli
