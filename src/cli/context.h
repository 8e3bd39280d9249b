#pragma once

#include "cli/run.h"
#include "core/base/catalogue.h"
#include "core/base/clock.h"
#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/settings/paths.h"

#include <memory>
#include <string>
#include <string_view>

namespace duibiao::cli {

/// The exit codes of docs/cli.md.
enum class Exit : int { Done = 0, Negative = 1, Usage = 2, Input = 3, Output = 4, Internal = 5 };

[[nodiscard]] Exit exitFor(Category category);

/// What every command works with. One lives as long as one run().
struct Context {
    Streams streams;
    Environment environment;
    Paths paths;
    Catalogue catalogue;
    std::unique_ptr<Clock> clock;
    bool quiet = false;
    std::string
        languageTag; ///< what --lang said; read before parsing, kept so that it is checked and shown in help
    Exit exit = Exit::Done;

    [[nodiscard]] Language language() const { return catalogue.language(); }
    /// The translation of an English source text with its arguments filled in.
    [[nodiscard]] std::string tr(std::string_view source, const Arguments& arguments = {}) const {
        return fillIn(catalogue.translate(source), arguments);
    }
    /// Prints the sentence on standard error and sets the exit code. Returns false, so that a command can
    /// `return context.report(error);`
    bool report(const Error& error);
    /// The same for all findings, one a line, each with its severity.
    bool report(const Diagnostics& findings, Category category = Category::Input);
    /// A remark on standard error that --quiet silences.
    void remark(std::string_view text);
};

/// One finding as a line: "a.xml:3:5: error: … [code]".
[[nodiscard]] std::string findingLine(const Diagnostic& finding, const Catalogue& catalogue);
[[nodiscard]] std::string_view severityId(Severity severity);

} // namespace duibiao::cli
