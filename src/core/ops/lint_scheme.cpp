#include "core/ops/lint_findings.h"
#include "core/scoring/evaluate.h"

#include <algorithm>
#include <set>

namespace duibiao {

namespace {

bool decides(const Item& item) {
    return item.role == ItemRole::Veto || item.role == ItemRole::Admission;
}

void lintRecognition(const Checklist& checklist, Findings& findings) {
    if (checklist.scheme.kind != SchemeKind::Recognition) {
        return;
    }
    if (std::ranges::none_of(checklist.items, decides)) {
        findings.add(Severity::Error, LintNoConditions, "scheme:");
    }
    if (checklist.scheme.vetoLine == VetoLine::Zero) {
        findings.add(Severity::Warning, LintRecognitionAtZero, "scheme:");
    }
}

void lintBandOrder(const Scheme& scheme, Findings& findings) {
    for (std::size_t index = 1; index < scheme.bands.size(); ++index) {
        const Band& above = scheme.bands[index - 1];
        const Band& band = scheme.bands[index];
        const std::string id = "band:" + band.id.str();
        const bool opens = above.lower == band.lower && above.exclusive && !band.exclusive;
        if (band.lower >= above.lower && !opens) {
            findings.add(Severity::Error, LintBandsNotDescending, id, {{"lower", band.lower.text()}});
        }
        if (band.passes && !above.passes) {
            findings.add(Severity::Error, LintBandsPassOutOfOrder, id);
        }
    }
}

void lintBands(const Scheme& scheme, Findings& findings) {
    lintBandOrder(scheme, findings);
    const Exact most = scheme.maximum + scheme.bonusCap;
    for (const Band& band : scheme.bands) {
        if (band.lower > most || (band.lower == most && band.exclusive)) {
            findings.add(Severity::Error, LintBandUnreachable, "band:" + band.id.str(),
                         {{"lower", band.lower.text()}, {"most", most.text()}});
        }
    }
    if (scheme.bands.empty()) {
        return;
    }
    // Below the lowest band that passes, "not passed" needs no band of its own. A band that does not pass is
    // such a band, and then it has to reach down to 0.
    const Band& lowest = scheme.bands.back();
    const bool reachesDown = lowest.lower < Exact(0) || (lowest.lower.isZero() && !lowest.exclusive);
    if (!lowest.passes && !reachesDown) {
        findings.add(Severity::Warning, LintBandsLeaveGap, "band:" + lowest.id.str(),
                     {{"lower", lowest.lower.text()}});
    }
}

/// Items and child sections of a section when everything applies, each group once.
Exact sumBelow(const Checklist& checklist, const Outcome& open, const SectionId& id) {
    Exact sum;
    for (std::size_t index = 0; index < checklist.items.size(); ++index) {
        const Item& item = checklist.items[index];
        const bool earns = item.role != ItemRole::Deduction && item.role != ItemRole::Bonus;
        if (item.section == id && earns && open.items[index].share) {
            sum += open.items[index].weight;
        }
    }
    for (std::size_t index = 0; index < checklist.sections.size(); ++index) {
        if (checklist.sections[index].parent == id) {
            sum += open.sections[index].possible;
        }
    }
    return sum;
}

void lintSections(const Checklist& checklist, const Outcome& open, Findings& findings) {
    for (std::size_t index = 0; index < checklist.sections.size(); ++index) {
        const Section& section = checklist.sections[index];
        const std::optional<Range>& onWhole = open.sections[index].onWhole;
        if (section.points && section.aggregate == Aggregate::Sum) {
            const Exact sum = sumBelow(checklist, open, section.id);
            if (sum != *section.points) {
                findings.add(Severity::Warning, LintWeightsDiffer, section.id.str(),
                             {{"points", section.points->text()}, {"sum", sum.text()}});
            }
        }
        if (section.floor && onWhole && *section.floor > onWhole->high) {
            findings.add(Severity::Warning, LintFloorUnreachable, section.id.str(),
                         {{"floor", section.floor->text()}, {"most", onWhole->high.text()}});
        }
    }
}

} // namespace

void lintScheme(const Checklist& checklist, Findings& findings) {
    lintRecognition(checklist, findings);
    lintBands(checklist.scheme, findings);
    // Without any answer every condition is open, so everything applies and can still reach its best.
    const Outcome open = evaluate(checklist, Assessment());
    lintSections(checklist, open, findings);
    if (checklist.scheme.kind == SchemeKind::Score && !open.possible.isZero() &&
        open.possible != checklist.scheme.maximum) {
        findings.add(Severity::Note, LintMaximumDiffers, "scheme:",
                     {{"maximum", checklist.scheme.maximum.text()}, {"sum", open.possible.text()}});
    }
}

} // namespace duibiao
