#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/key_values.h"
#include "core/io/files.h"
#include "core/ops/create_assessment.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace duibiao::cli {

namespace {

struct Options {
    std::string checklist;
    std::string organisation;
    std::string period;
    std::vector<std::string> fields;
    std::string target;
    bool force = false;
};

bool create(Context& context, const Options& options) {
    const auto loaded = loadChecklist(context.paths, options.checklist);
    if (!loaded) {
        return context.report(loaded.error());
    }
    const auto fields = keyValues(options.fields);
    if (!fields) {
        return context.report(fields.error());
    }
    const auto seat = thisSeat(context.paths, context.environment);
    if (!seat) {
        return context.report(seat.error());
    }
    const auto created = createAssessment(*loaded, {options.organisation, options.period, *fields}, *seat,
                                          context.clock->now());
    if (!created) {
        return context.report(created.error());
    }
    const auto existing = options.force ? io::Existing::Replace : io::Existing::Refuse;
    if (const auto saved = writePackage(io::pathFromUtf8(options.target), existing, created->content);
        !saved) {
        return context.report(saved.error());
    }
    context.remark(context.tr("{file}: new assessment of {organisation} by {checklist}",
                              {{"file", options.target},
                               {"organisation", created->assessment().organisation.name},
                               {"checklist", loaded->read.checklist.title.in(context.language())}}));
    return true;
}

} // namespace

void addNew(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("new", context.tr("Begin an assessment"));
    const auto options = std::make_shared<Options>();
    command->add_option("--checklist", options->checklist, context.tr("Id or file of a checklist"))
        ->required()
        ->type_name("ID|FILE");
    command->add_option("--org", options->organisation, context.tr("Name of the organisation"))
        ->required()
        ->type_name("NAME");
    command
        ->add_option("--field", options->fields,
                     context.tr("A property of the organisation; may be repeated"))
        ->type_name("KEY=VALUE");
    command
        ->add_option("--period", options->period,
                     context.tr("Period assessed: 2026, 2026-H1, 2026-Q3, 2026-05 or two days"))
        ->required()
        ->type_name("PERIOD");
    command->add_option("-o,--output", options->target, context.tr("File to write"))
        ->required()
        ->type_name("FILE");
    command->add_flag("--force", options->force, context.tr("Replace a file that exists"));
    command->callback([&context, options] { create(context, *options); });
}

} // namespace duibiao::cli
