#include "cli/commands/checklist.h"

#include "cli/commands/commands.h"
#include "cli/context.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace duibiao::cli {

namespace {

struct Options {
    bool json = false;
    std::string checklist;
    std::vector<std::string> files;
};

} // namespace

void addChecklist(CLI::App& app, Context& context) {
    CLI::App* group = app.add_subcommand("checklist", context.tr("Look at, check and test checklists"));
    group->require_subcommand(1);
    const auto options = std::make_shared<Options>();

    CLI::App* list = group->add_subcommand("list", context.tr("The checklists there are"));
    list->add_flag("--json", options->json, context.tr("Print JSON"));
    list->callback([&context, options] { listChecklists(context, options->json); });

    CLI::App* show =
        group->add_subcommand("show", context.tr("A checklist with all its points, in reading order"));
    show->add_option("checklist", options->checklist, context.tr("Id or file of a checklist"))
        ->required()
        ->type_name("ID|FILE");
    show->add_flag("--json", options->json, context.tr("Print JSON"));
    show->callback([&context, options] { showChecklist(context, options->checklist, options->json); });

    CLI::App* lint =
        group->add_subcommand("lint", context.tr("Find what is wrong or doubtful in checklist files"));
    lint->add_option("files", options->files, context.tr("Ids or files of checklists"))
        ->required()
        ->type_name("FILE");
    lint->add_flag("--json", options->json, context.tr("Print JSON"));
    lint->callback([&context, options] { lintChecklists(context, options->files, options->json); });

    CLI::App* test =
        group->add_subcommand("test", context.tr("Score the cases beside checklist files and compare"));
    test->add_option("files", options->files, context.tr("Ids or files of checklists"))
        ->required()
        ->type_name("FILE");
    test->add_flag("--json", options->json, context.tr("Print JSON"));
    test->callback([&context, options] { testChecklists(context, options->files, options->json); });
}

} // namespace duibiao::cli
