#include "core/ops/lint.h"

#include "core/ops/lint_findings.h"

namespace duibiao {

namespace {

constexpr std::size_t MostFindings = 500;

} // namespace

void Findings::add(Severity severity, const ErrorKind& kind, const std::string& id, Arguments arguments) {
    const auto place = places_.find(id);
    const std::size_t prefix = id.find(':');
    arguments.emplace(arguments.begin(), "id", prefix == std::string::npos ? id : id.substr(prefix + 1));
    diagnostics_.add(severity,
                     Error(kind, std::move(arguments), place == places_.end() ? Place() : place->second));
}

Diagnostics lintChecklist(const Checklist& checklist, const std::map<std::string, TextPlace>& places) {
    Diagnostics diagnostics(MostFindings);
    Findings findings(diagnostics, places);
    lintItems(checklist, findings);
    lintGroups(checklist, findings);
    lintRules(checklist, findings);
    lintConditions(checklist, findings);
    lintScheme(checklist, findings);
    lintTexts(checklist, findings);
    return diagnostics;
}

} // namespace duibiao
