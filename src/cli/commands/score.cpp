#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/key_values.h"
#include "cli/output/score_json.h"
#include "cli/output/score_text.h"
#include "cli/view_option.h"
#include "cli/working_copy.h"
#include "core/io/files.h"
#include "core/ops/what_if.h"
#include "core/scoring/evaluate.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace duibiao::cli {

namespace {

inline constexpr ErrorKind NothingToExplain = errorKind(
    "nothing-to-explain", Category::Usage, "there is no point or section \"{id}\" in this checklist");

struct Options {
    std::string file;
    std::string view = "self";
    std::string explained;
    std::vector<std::string> changes;
    bool json = false;
};

bool showWhatIf(Context& context, const OpenedAssessment& opened, const Options& options) {
    const auto inputs = keyValues(options.changes);
    if (!inputs) {
        return context.report(inputs.error());
    }
    const Checklist& checklist = opened.checklist.checklist;
    const auto edits = editsFor(checklist, *inputs);
    if (!edits) {
        return context.report(edits.error());
    }
    const auto both = whatIf(checklist, opened.assessment(), *edits, viewOf(options.view));
    if (!both) {
        return context.report(both.error());
    }
    if (options.json) {
        context.streams.out << whatIfJson(checklist, opened.assessment(), both->before, both->after);
    } else {
        printDifference(context, checklist, both->before, both->after);
    }
    return true;
}

bool score(Context& context, const Options& options) {
    const auto opened = openForChange(context, io::pathFromUtf8(options.file));
    if (!opened) {
        return false;
    }
    if (!options.changes.empty()) {
        return showWhatIf(context, *opened, options);
    }
    const Checklist& checklist = opened->checklist.checklist;
    const Outcome outcome = evaluate(checklist, opened->assessment(), viewOf(options.view));
    if (!options.explained.empty()) {
        return explain(context, checklist, outcome, options.explained, options.json) ||
               context.report(Error(NothingToExplain, {{"id", options.explained}}));
    }
    if (options.json) {
        context.streams.out << scoreJson(checklist, opened->assessment(), outcome);
    } else {
        printScore(context, checklist, opened->assessment(), outcome);
    }
    return true;
}

} // namespace

void addScore(CLI::App& app, Context& context) {
    CLI::App* command =
        app.add_subcommand("score", context.tr("The score, what is open and what is in the way"));
    const auto options = std::make_shared<Options>();
    command->add_option("file", options->file, context.tr("Assessment"))->required()->type_name("FILE");
    addViewOption(*command, options->view, context);
    command->add_option("--explain", options->explained, context.tr("How a point or section came about"))
        ->type_name("ID");
    command
        ->add_option("--what-if", options->changes,
                     context.tr("Score with these changes; nothing is written"))
        ->type_name("KEY=VALUE");
    command->add_flag("--json", options->json, context.tr("Print JSON"));
    command->callback([&context, options] { score(context, *options); });
}

} // namespace duibiao::cli
