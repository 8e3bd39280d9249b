#include "core/report/build.h"

#include "core/report/conclusion.h"
#include "core/report/sheets.h"
#include "core/report/words.h"

namespace duibiao::report {

namespace {

const LocalText& shortTitle(const Checklist& checklist) {
    return checklist.shortTitle.empty() ? checklist.title : checklist.shortTitle;
}

} // namespace

Report buildReport(const ReportInput& input) {
    const ReportView view(input);
    const Catalogue& catalogue = input.catalogue;
    Report report;
    report.title = localText(catalogue, input.checklist.title);
    report.organisation = input.assessment.organisation.name;
    report.languageTag = std::string(languageTag(catalogue.language()));
    report.headLeft = input.assessment.organisation.name;
    if (!input.assessment.period.label.empty()) {
        report.headLeft += " · " + input.assessment.period.label;
    }
    report.headRight = localText(catalogue, shortTitle(input.checklist)) + " " + input.identity.edition +
                       " · " + verificationMark(view);
    report.footLeft = tr(catalogue, "Page {page} of {pages}");
    report.footRight = tr(catalogue, "Printed {time} · data fingerprint {fingerprint}",
                          {{"time", timeText(input.printedAt)}, {"fingerprint", input.fingerprint}});
    report.cutMark = tr(catalogue, "… [cut here; the full text is in sheet “{sheet}”, row {row}]");
    report.appendix = tr(catalogue, "Appendix");
    report.appendixHead = {tr(catalogue, "Sheet"), tr(catalogue, "Cell"), tr(catalogue, "Part"),
                           tr(catalogue, "Full text")};
    report.pages.push_back(coverPage(view));
    report.pages.push_back(summaryPage(view));
    report.pages.push_back(pointsPage(view));
    report.pages.push_back(gapsPage(view));
    report.pages.push_back(evidencePage(view));
    if (std::optional<Page> page = notApplicablePage(view)) {
        report.pages.push_back(std::move(*page));
    }
    report.pages.push_back(methodPage(view));
    return report;
}

} // namespace duibiao::report
