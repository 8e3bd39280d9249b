#include "cli/context.h"

#include <variant>

namespace duibiao::cli {

Exit exitFor(Category category) {
    switch (category) {
    case Category::Negative:
        return Exit::Negative;
    case Category::Usage:
        return Exit::Usage;
    case Category::Input:
        return Exit::Input;
    case Category::Output:
        return Exit::Output;
    case Category::Internal:
        break;
    }
    return Exit::Internal;
}

std::string_view severityId(Severity severity) {
    switch (severity) {
    case Severity::Note:
        return msgid("note");
    case Severity::Warning:
        return msgid("warning");
    case Severity::Error:
        break;
    }
    return msgid("error");
}

std::string findingLine(const Diagnostic& finding, const Catalogue& catalogue) {
    const auto* place = std::get_if<TextPlace>(&finding.error.place());
    std::string line;
    if (place != nullptr) {
        line = place->file;
        if (place->line != 0) {
            line += ":" + std::to_string(place->line) + ":" + std::to_string(place->column);
        }
        line += ": ";
    }
    line += catalogue.translate(severityId(finding.severity));
    line += ": ";
    line += place != nullptr ? describeWithoutPlace(finding.error, catalogue)
                             : describe(finding.error, catalogue);
    if (place != nullptr && !place->path.empty()) {
        line += " (" + place->path + ")";
    }
    line += " [";
    line += finding.error.kind().id;
    return line + "]";
}

bool Context::report(const Error& error) {
    streams.err << "duibiao-cli: " << describe(error, catalogue) << '\n';
    exit = exitFor(error.kind().category);
    return false;
}

bool Context::report(const Diagnostics& findings, Category category) {
    for (const Diagnostic& finding : findings.entries()) {
        streams.err << findingLine(finding, catalogue) << '\n';
    }
    if (findings.omitted() > 0) {
        streams.err << tr("… and {n} more", {{"n", std::to_string(findings.omitted())}}) << '\n';
    }
    exit = exitFor(category);
    return false;
}

void Context::remark(std::string_view text) {
    if (!quiet) {
        streams.err << text << '\n';
    }
}

} // namespace duibiao::cli
