#include "core/report/conclusion.h"
#include "core/report/sheets.h"
#include "core/report/words.h"

#include <algorithm>

namespace duibiao::report {

namespace {

std::string fieldText(const ReportView& view, const char* id) {
    const auto found = view.input().assessment.organisation.fields.find(FieldId(id));
    return found == view.input().assessment.organisation.fields.end()
               ? std::string()
               : listText(view.catalogue(), found->second);
}

std::string periodText(const ReportView& view) {
    const Period& period = view.input().assessment.period;
    const std::string days =
        tr(view.catalogue(), "{from} to {to}", {{"from", period.from.text()}, {"to", period.to.text()}});
    if (period.from == Date() || period.to == Date()) {
        return period.label;
    }
    return period.label.empty()
               ? days
               : tr(view.catalogue(), "{label} ({days})", {{"label", period.label}, {"days", days}});
}

std::string checklistText(const ReportView& view) {
    return tr(view.catalogue(), "{title}, edition {edition}",
              {{"title", localText(view.catalogue(), view.checklist().title)},
               {"edition", view.input().identity.edition}});
}

std::string standardText(const ReportView& view) {
    const Standard& standard = view.checklist().standard;
    return tr(view.catalogue(), "{number} {title} ({status})",
              {{"number", standard.number},
               {"title", localText(view.catalogue(), standard.title)},
               {"status", statusWord(view.catalogue(), standard.status)}});
}

KeyValues identity(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    KeyValues values;
    const auto add = [&](std::string label, std::string text) {
        values.entries.emplace_back(std::move(label), textCell(std::move(text)));
    };
    Cell name = textCell(view.input().assessment.organisation.name);
    name.strong = true;
    values.entries.emplace_back(tr(catalogue, "Organisation"), std::move(name));
    add(tr(catalogue, "Unified social credit code"), fieldText(view, "credit_code"));
    add(tr(catalogue, "Assessment period"), periodText(view));
    add(tr(catalogue, "Checklist"), checklistText(view));
    add(tr(catalogue, "Measured against"), standardText(view));
    return values;
}

} // namespace

Page coverPage(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    Page page;
    page.name = tr(catalogue, "Cover");
    page.grid = std::vector<double>(12, 7.2);
    page.labelColumns = 3;
    page.onePage = true;
    page.blocks.emplace_back(Title{view.input().verified ? tr(catalogue, "Assessment report")
                                                         : tr(catalogue, "Self-assessment report"),
                                   0});
    page.blocks.emplace_back(
        Paragraph{localText(catalogue, view.checklist().title), Tone::Quiet, false, Align::Centre});
    page.blocks.emplace_back(Gap{22});
    page.blocks.emplace_back(identity(view));
    page.blocks.emplace_back(Gap{22});
    page.blocks.emplace_back(resultBanner(view));
    page.blocks.emplace_back(Gap{22});
    page.blocks.emplace_back(Paragraph{
        verificationStatement(view),
        verifiedItems(view.checklist()) == view.checklist().items.size() ? Tone::Good : Tone::Partial, true});
    if (!view.checklist().note.empty()) {
        page.blocks.emplace_back(Paragraph{localText(catalogue, view.checklist().note), Tone::Quiet});
    }
    page.blocks.emplace_back(Gap{22});
    Signatures signatures;
    signatures.roles = {
        {tr(catalogue, "Filled in by"), tr(catalogue, "Signature:")},
        {tr(catalogue, "Checked by"), tr(catalogue, "Signature:")},
        {tr(catalogue, "Head of the organisation"), tr(catalogue, "Signature and official seal:")}};
    signatures.date = tr(catalogue, "Date:");
    page.blocks.emplace_back(std::move(signatures));
    page.blocks.emplace_back(
        Paragraph{tr(catalogue, "Printed {time} · data fingerprint {fingerprint}",
                     {{"time", timeText(view.input().printedAt)}, {"fingerprint", view.input().fingerprint}}),
                  Tone::Quiet, false, Align::Centre});
    return page;
}

} // namespace duibiao::report
