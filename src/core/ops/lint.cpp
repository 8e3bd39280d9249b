#include "core/ops/lint.h"

#include "core/ops/lint_findings.h"

#include <optional>
#include <utility>

namespace duibiao {

namespace {

constexpr std::size_t MostFindings = 500;

} // namespace

void Findings::add(Severity severity, const ErrorKind& kind, const std::string& id, Arguments arguments) {
    std::optional<TextPlace> place = places_.find(id);
    const std::size_t prefix = id.find(':');
    arguments.emplace(arguments.begin(), "id", prefix == std::string::npos ? id : id.substr(prefix + 1));
    diagnostics_.add(severity, Error(kind, std::move(arguments), place ? Place(std::move(*place)) : Place()));
}

Diagnostics lintChecklist(const Checklist& checklist, const ChecklistPlaces& places) {
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
