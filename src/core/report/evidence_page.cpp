#include "core/base/text.h"
#include "core/report/sheets.h"
#include "core/report/words.h"

#include <algorithm>

namespace duibiao::report {

namespace {

std::string dates(const ReportView& view, const Evidence& evidence) {
    std::vector<std::string> parts;
    if (evidence.date) {
        parts.push_back(evidence.date->text());
    }
    if (evidence.validUntil) {
        parts.push_back(tr(view.catalogue(), "valid until {date}", {{"date", evidence.validUntil->text()}}));
    }
    return join(parts, "\n");
}

std::string fileText(const ReportView& view, const Evidence& evidence) {
    if (!evidence.content) {
        return evidence.whereKept.empty()
                   ? std::string()
                   : tr(view.catalogue(), "Kept at: {place}", {{"place", evidence.whereKept}});
    }
    return evidence.fileName + "\n" + sizeText(evidence.size);
}

std::string supportsText(const ReportView& view, const Evidence& evidence) {
    if (evidence.supports.empty()) {
        return tr(view.catalogue(), "not assigned yet");
    }
    std::vector<std::string> names;
    for (const std::string& id : evidence.supports) {
        const FactDefinition* fact = findFact(view.checklist(), FactId(id));
        names.push_back(fact == nullptr ? id : localText(view.catalogue(), fact->label));
    }
    return listText(view.catalogue(), names);
}

Row evidenceRow(const ReportView& view, const Evidence& evidence, std::size_t sequence) {
    const Catalogue& catalogue = view.catalogue();
    Row row;
    row.anchor = evidenceAnchor(evidence);
    Cell title = textCell(evidence.title);
    title.strong = true;
    row.cells = {
        numberCell(Exact(static_cast<std::int64_t>(sequence)), 0),
        textCell(attachmentText(evidence.number, catalogue.language())),
        title,
        textCell(supportsText(view, evidence), evidence.supports.empty() ? Tone::Partial : Tone::Normal),
        textCell(evidenceKindWord(catalogue, evidence.kind)),
        textCell(evidence.issuer),
        textCell(dates(view, evidence)),
        evidence.pages ? numberCell(Exact(*evidence.pages), 0) : Cell{},
        textCell(fileText(view, evidence)),
        textCell(evidence.content ? evidence.content->text().substr(0, 12) : "", Tone::Quiet),
        textCell(evidence.remark)};
    return row;
}

} // namespace

std::string evidenceAnchor(const Evidence& evidence) {
    return "evidence:" + std::to_string(evidence.number.chapter) + "-" +
           std::to_string(evidence.number.sequence);
}

Page evidencePage(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    Page page;
    page.name = tr(catalogue, "Evidence index");
    page.landscape = true;
    page.grid = {6, 11, 30, 26, 9, 18, 16, 7, 26, 14, 20};
    Table table;
    table.id = "evidence";
    table.leads = true;
    table.columns = {{tr(catalogue, "Seq."), Align::Centre},
                     {tr(catalogue, "Attachment"), Align::Left},
                     {tr(catalogue, "Title of the paper"), Align::Left},
                     {tr(catalogue, "Supports"), Align::Left},
                     {tr(catalogue, "Kind"), Align::Centre},
                     {tr(catalogue, "Issued by"), Align::Left},
                     {tr(catalogue, "Date"), Align::Left},
                     {tr(catalogue, "Pages"), Align::Right},
                     {tr(catalogue, "File or place"), Align::Left},
                     {tr(catalogue, "SHA-256 (first 12)"), Align::Left},
                     {tr(catalogue, "Remarks"), Align::Left}};
    std::vector<const Evidence*> sorted;
    for (const Evidence& evidence : view.input().assessment.evidence) {
        sorted.push_back(&evidence);
    }
    std::ranges::sort(sorted, {}, [](const Evidence* evidence) { return evidence->number; });
    for (std::size_t index = 0; index < sorted.size(); ++index) {
        table.rows.push_back(evidenceRow(view, *sorted[index], index + 1));
    }
    const bool empty = sorted.empty();
    page.blocks.emplace_back(std::move(table));
    if (empty) {
        page.blocks.emplace_back(Paragraph{tr(catalogue, "No evidence has been attached."), Tone::Quiet});
    }
    return page;
}

} // namespace duibiao::report
