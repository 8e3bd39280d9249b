#include "cli/run.h"

#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/usage.h"
#include "core/settings/language.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace duibiao::cli {

namespace {

inline constexpr ErrorKind InternalFault = errorKind(
    "internal", Category::Internal, "something that cannot happen has happened: {said}. Nothing was written");

/// --lang is needed before the options are parsed, because their help is translated.
std::optional<Language> askedLanguage(std::span<const std::string> arguments) {
    constexpr std::string_view Option = "--lang";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == Option && i + 1 < arguments.size()) {
            return parseLanguage(arguments[i + 1]);
        }
        if (argument.starts_with("--lang=")) {
            return parseLanguage(argument.substr(Option.size() + 1));
        }
    }
    return std::nullopt;
}

void addCommands(CLI::App& app, Context& context) {
    addChecklist(app, context);
    addNew(app, context);
    addSet(app, context);
    addAttach(app, context);
    addShow(app, context);
    addScore(app, context);
    addReport(app, context);
}

void parseAndRun(CLI::App& app, std::span<const std::string> arguments, Context& context) {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        reportParseError(app, error, context);
    }
}

} // namespace

int run(std::span<const std::string> arguments, const Streams& streams, const Environment& environment) {
    const Paths paths = findPaths(environment, runningProgram());
    const Language language = askedLanguage(arguments).value_or(systemLanguage(environment));
    Context context{streams, environment, paths,     loadCatalogue(paths, language), clockFrom(environment),
                    false,   {},          Exit::Done};
    try {
        CLI::App app(context.tr("Duibiao: measures an organisation against a checklist, point by point"),
                     "duibiao-cli");
        setUpUsage(app, context);
        addCommands(app, context);
        nameGroups(app, context);
        parseAndRun(app, arguments, context);
    } catch (const std::exception& error) {
        context.report(Error(InternalFault, {{"said", error.what()}}));
    }
    return static_cast<int>(context.exit);
}

} // namespace duibiao::cli
