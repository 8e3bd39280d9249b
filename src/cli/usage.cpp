#include "cli/usage.h"

#include "cli/context.h"
#include "core/settings/version.h"

#include <CLI/CLI.hpp>

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace duibiao::cli {

namespace {

inline constexpr ErrorKind UsageWrong =
    errorKind("usage", Category::Usage,
              "the command line was not understood: {said}. \"duibiao-cli --help\" shows how it is used");

/// What CLI11 itself writes into a help page.
constexpr std::array HelpWords{msgid("Usage"),       msgid("Options"),     msgid("Subcommands"),
                               msgid("Positionals"), msgid("SUBCOMMANDS"), msgid("OPTIONS"),
                               msgid("SUBCOMMAND"),  msgid("REQUIRED")};

/// The deepest verb that was named, whose help is meant.
const CLI::App& deepest(const CLI::App& app) {
    const auto used = app.get_subcommands();
    return used.empty() ? app : deepest(*used.front());
}

} // namespace

void setUpUsage(CLI::App& app, Context& context) {
    app.require_subcommand(1);
    app.fallthrough();
    app.option_defaults()->group(context.tr("Options")); // inherited by every verb
    app.set_version_flag("--version", std::string(Version), context.tr("Print the version and stop"));
    app.set_help_flag("-h,--help", context.tr("Print this help and stop"));
    app.add_option("--lang", context.languageTag, context.tr("Language of texts and reports: zh or en"))
        ->check(CLI::IsMember({"zh", "en"}).description(""))
        ->type_name("zh|en");
    app.add_flag("-q,--quiet", context.quiet, context.tr("Only results and errors, no remarks"));
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const std::string_view word : HelpWords) {
        formatter->label(std::string(word), std::string(context.catalogue.translate(word)));
    }
    formatter->column_width(34);
    app.formatter(formatter);
}

void nameGroups(CLI::App& app, const Context& context) {
    for (CLI::App* verb : app.get_subcommands({})) {
        verb->group(context.tr("Subcommands"));
        verb->get_help_ptr()->group(context.tr("Options")); // made before a verb inherits the defaults
        nameGroups(*verb, context);
    }
}

void reportParseError(const CLI::App& app, const CLI::ParseError& error, Context& context) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        // CLI11 knows which of help, full help and version was asked for, and prints it.
        (void)app.exit(error, context.streams.out, context.streams.err);
        return;
    }
    if (error.get_name() == "RequiredError" && app.get_subcommands().empty()) {
        context.streams.err << deepest(app).help();
        context.exit = Exit::Usage;
        return;
    }
    context.report(Error(UsageWrong, {{"said", error.what()}}));
}

} // namespace duibiao::cli
