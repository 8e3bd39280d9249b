#include "cli/context.h"

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
    return placePrefix(finding.error) + std::string(catalogue.translate(severityId(finding.severity))) +
           ": " + describeWithoutPlace(finding.error, catalogue) + placeSuffix(finding.error) + " [" +
           std::string(finding.error.kind().id) + "]";
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
