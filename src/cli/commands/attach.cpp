#include "core/ops/attach.h"

#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/working_copy.h"
#include "core/io/files.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace duibiao::cli {

namespace {

struct Options {
    std::string file;
    std::string target;
    std::vector<std::string> papers;
    std::optional<std::string> caption;
    bool anyType = false;
};

void tellWhatBecame(Context& context, const Attached& attached, const std::string& target) {
    const Arguments arguments{{"number", attachmentText(attached.number, context.language())},
                              {"file", io::displayName(attached.file.filename())},
                              {"target", target}};
    context.remark(
        attached.wasThere
            ? context.tr("{file} was attached before as {number}; it supports {target} as well", arguments)
            : context.tr("{number}: {file} supports {target}", arguments));
}

bool attach(Context& context, const Options& options) {
    const auto path = io::pathFromUtf8(options.file);
    auto opened = openForChange(context, path);
    if (!opened) {
        return false;
    }
    const auto seat = thisSeat(context.paths, context.environment);
    if (!seat) {
        return context.report(seat.error());
    }
    AttachRequest request;
    request.supports = {options.target};
    request.title = options.caption;
    request.anyType = options.anyType;
    for (const std::string& paper : options.papers) {
        request.files.push_back(io::pathFromUtf8(paper));
    }
    const auto attached = attachFiles(*opened, request, *seat, context.clock->now());
    if (!attached) {
        return context.report(attached.error());
    }
    if (const auto saved = writePackage(path, io::Existing::Replace, opened->content); !saved) {
        return context.report(saved.error());
    }
    for (const Attached& each : *attached) {
        tellWhatBecame(context, each, options.target);
    }
    return true;
}

} // namespace

void addAttach(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand(
        "attach", context.tr("Attach files as evidence of a point or a number; all or nothing"));
    const auto options = std::make_shared<Options>();
    command->add_option("file", options->file, context.tr("Assessment"))->required()->type_name("FILE");
    command->add_option("target", options->target, context.tr("Point or number that the files prove"))
        ->required()
        ->type_name("ITEM|FACT");
    command->add_option("papers", options->papers, context.tr("Files to attach"))
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--caption", options->caption,
                     context.tr("Title of the evidence; otherwise the file's name"))
        ->type_name("TEXT");
    command->add_flag("--any-type", options->anyType,
                      context.tr("Take programs, scripts and documents with macros as well"));
    command->callback([&context, options] { attach(context, *options); });
}

} // namespace duibiao::cli
