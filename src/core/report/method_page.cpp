#include "core/report/conclusion.h"
#include "core/report/sheets.h"
#include "core/report/words.h"

#include <algorithm>
#include <array>
#include <set>

namespace duibiao::report {

namespace {

std::string naText(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    switch (view.checklist().scheme.naTreatment) {
    case NaTreatment::Exclude:
        return tr(catalogue,
                  "An item that does not apply is left out, and the rest is rescaled to the full maximum.");
    case NaTreatment::Full:
        return tr(catalogue, "An item that does not apply counts with full points.");
    case NaTreatment::Zero:
        return tr(catalogue, "An item that does not apply counts with no points.");
    case NaTreatment::Anchor:
        break;
    }
    return tr(catalogue, "An item that does not apply counts with the share of the target profile.");
}

KeyValues rules(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    KeyValues values;
    const auto add = [&](std::string label, std::string text) {
        values.entries.emplace_back(std::move(label), textCell(std::move(text)));
    };
    if (view.scored()) {
        add(tr(catalogue, "Score"),
            tr(catalogue,
               "Score = {maximum} × points obtained ÷ points that apply. It is computed with exact "
               "fractions; "
               "bands, floors and limits are compared with the unrounded value, and only the display is "
               "rounded, half up to {decimals} places.",
               {{"maximum", view.main().maximum.text()},
                {"decimals", std::to_string(view.checklist().scheme.decimals)}}));
        add(tr(catalogue, "Open items"),
            tr(catalogue,
               "While items are open the score is an interval: all open items at their worst, and all at "
               "their best. A blank cell is not answered yet; “—” does not apply. Neither is a zero."));
        add(tr(catalogue, "Not applicable"), naText(view));
    } else {
        add(tr(catalogue, "Conclusion"),
            tr(catalogue,
               "Every condition is met, not met, or undecided while something is missing. No score is "
               "given. Limits are compared with unrounded values."));
    }
    if (!view.checklist().scheme.note.empty()) {
        add(tr(catalogue, "Rules of this checklist"), localText(catalogue, view.checklist().scheme.note));
    }
    add(tr(catalogue, "Comparison with the official text"), verificationStatement(view));
    return values;
}

Table basisTable(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    Table table;
    table.columns = {{tr(catalogue, "Basis"), Align::Left},
                     {tr(catalogue, "Meaning"), Align::Left, 2},
                     {tr(catalogue, "Check points"), Align::Right}};
    static constexpr std::array<Basis, 6> All{Basis::Text, Basis::Derived, Basis::Chapter,
                                              Basis::Rule, Basis::Draft,   Basis::Practice};
    for (const Basis basis : All) {
        const auto count = std::ranges::count_if(
            view.checklist().items, [&](const Item& item) { return item.origin.basis == basis; });
        if (count > 0) {
            Row row;
            row.cells = {textCell(basisWord(catalogue, basis)), textCell(basisMeaning(catalogue, basis)),
                         numberCell(Exact(count), 0)};
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

Table bandTable(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    Table table;
    table.columns = {{tr(catalogue, "Band"), Align::Left}, {tr(catalogue, "From"), Align::Left, 3}};
    for (const Band& band : view.checklist().scheme.bands) {
        Row row;
        row.cells = {textCell(localText(catalogue, band.title)),
                     textCell((band.exclusive ? "> " : "≥ ") + band.lower.text())};
        table.rows.push_back(std::move(row));
    }
    return table;
}

KeyValues identity(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    KeyValues values;
    const auto add = [&](std::string label, std::string text) {
        values.entries.emplace_back(std::move(label), textCell(std::move(text)));
    };
    add(tr(catalogue, "Checklist id"), view.input().identity.id + " · " + view.input().identity.edition);
    add(tr(catalogue, "Checklist SHA-256"), view.input().identity.hash);
    add(tr(catalogue, "Data fingerprint"), view.input().fingerprint);
    add(tr(catalogue, "Printed on"), timeText(view.input().printedAt));
    return values;
}

} // namespace

Page methodPage(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    Page page;
    page.name = tr(catalogue, "Notes");
    page.grid = {20, 30, 30, 12};
    page.blocks.emplace_back(Title{tr(catalogue, "How it was scored")});
    page.blocks.emplace_back(rules(view));
    page.blocks.emplace_back(Gap{});
    if (view.scored() && !view.checklist().scheme.bands.empty()) {
        page.blocks.emplace_back(Title{tr(catalogue, "Bands")});
        page.blocks.emplace_back(bandTable(view));
        page.blocks.emplace_back(Gap{});
    }
    page.blocks.emplace_back(Title{tr(catalogue, "What the check points rest on")});
    page.blocks.emplace_back(basisTable(view));
    page.blocks.emplace_back(Gap{});
    page.blocks.emplace_back(Title{tr(catalogue, "What this report belongs to")});
    page.blocks.emplace_back(identity(view));
    return page;
}

} // namespace duibiao::report
