#include "core/report/conclusion.h"
#include "core/report/figures.h"
#include "core/report/sheets.h"
#include "core/report/tally.h"
#include "core/report/words.h"

#include <algorithm>

namespace duibiao::report {

namespace {

constexpr const char* SectionsTable = "sections";

/// The grid all blocks of the sheet stand on: name, then seven narrow columns.
const std::vector<double> SummaryGrid{34, 10, 10, 10, 11, 11, 11, 11};

std::string stateText(const ReportView& view, TriState state) {
    switch (state) {
    case TriState::Clear:
        return tr(view.catalogue(), "passed");
    case TriState::Hit:
        return tr(view.catalogue(), "hit");
    case TriState::Open:
        break;
    }
    return tr(view.catalogue(), "undecided");
}

Tone toneOf(TriState state) {
    return state == TriState::Clear ? Tone::Good : state == TriState::Hit ? Tone::Bad : Tone::Open;
}

std::string itemName(const ReportView& view, const ItemId& id) {
    const Item* item = findItem(view.checklist(), id);
    return item == nullptr ? id.str() : id.str() + " " + localText(view.catalogue(), item->title);
}

Cell vetoCell(const ReportView& view, const std::vector<VetoOutcome>& vetoes) {
    const auto count = [&](TriState state) { return std::ranges::count(vetoes, state, &VetoOutcome::state); };
    std::string text = tr(view.catalogue(), "{total} in all: {passed} passed, {hit} hit, {open} undecided",
                          {{"total", std::to_string(vetoes.size())},
                           {"passed", std::to_string(count(TriState::Clear))},
                           {"hit", std::to_string(count(TriState::Hit))},
                           {"open", std::to_string(count(TriState::Open))}});
    const Tone tone = count(TriState::Hit) > 0    ? Tone::Bad
                      : count(TriState::Open) > 0 ? Tone::Partial
                                                  : Tone::Good;
    return textCell(std::move(text), tone);
}

Cell floorCell(const ReportView& view, const FloorOutcome& floor) {
    const int decimals = view.checklist().scheme.decimals;
    if (!floor.value) {
        return dashCell();
    }
    const bool reached = floor.value->low >= floor.floor;
    const bool missed = floor.value->high < floor.floor;
    return textCell(tr(view.catalogue(), "{value}, floor {floor}: {verdict}",
                       {{"value", rangeText(view, *floor.value, decimals)},
                        {"floor", floor.floor.rounded(decimals)},
                        {"verdict", reached  ? tr(view.catalogue(), "reached")
                                    : missed ? tr(view.catalogue(), "not reached")
                                             : tr(view.catalogue(), "undecided")}}),
                    reached  ? Tone::Good
                    : missed ? Tone::Bad
                             : Tone::Partial);
}

Cell progressCell(const ReportView& view) {
    const Progress& progress = view.main().progress;
    std::string text = tr(view.catalogue(), "{answered} of {applicable} answered, {open} open",
                          {{"answered", std::to_string(progress.answered)},
                           {"applicable", std::to_string(progress.applicable)},
                           {"open", std::to_string(progress.open)}});
    const auto append = [&](std::size_t count, const std::string& words) {
        if (count > 0) {
            text += tr(view.catalogue(), "; {count} {words}",
                       {{"count", std::to_string(count)}, {"words", words}});
        }
    };
    append(progress.notApplicable, tr(view.catalogue(), "not applicable"));
    append(progress.outOfScope, tr(view.catalogue(), "out of scope"));
    append(progress.recorded, tr(view.catalogue(), "recorded only"));
    return textCell(std::move(text), progress.open > 0 ? Tone::Partial : Tone::Normal);
}

KeyValues keyFigures(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    const Outcome& outcome = view.main();
    KeyValues values;
    if (const std::string conclusion = conclusionText(view, outcome); view.scored() && !conclusion.empty()) {
        Cell cell = textCell(conclusion);
        cell.strong = true;
        values.entries.emplace_back(tr(catalogue, "Conclusion"), std::move(cell));
    }
    values.entries.emplace_back(tr(catalogue, "Progress"), progressCell(view));
    if (view.scored() && !outcome.admissions.empty()) {
        values.entries.emplace_back(tr(catalogue, "Admission conditions"),
                                    vetoCell(view, outcome.admissions));
    }
    if (view.scored() && !outcome.vetoes.empty()) {
        values.entries.emplace_back(tr(catalogue, "Veto items"), vetoCell(view, outcome.vetoes));
    }
    for (const FloorOutcome& floor : outcome.floors) {
        const Section* section = findSection(view.checklist(), floor.section);
        values.entries.emplace_back(section == nullptr ? floor.section.str()
                                                       : localText(catalogue, section->title),
                                    floorCell(view, floor));
    }
    if (!outcome.missingFirst.empty()) {
        std::vector<std::string> names;
        for (const std::string& name : outcome.missingFirst) {
            names.push_back(inputLabel(view.input(), name));
        }
        values.entries.emplace_back(tr(catalogue, "Answer these first"),
                                    textCell(listText(catalogue, names), Tone::Partial));
    }
    return values;
}

/// Columns of the section table. The charts refer to "share" and "share at best".
struct SectionColumns {
    std::size_t share = 0;
    std::optional<std::size_t> best;
};

Cell percentCell(const Exact& share) {
    Cell cell;
    cell.value = Number{share, 1, NumberForm::Percent};
    return cell;
}

Row scoreRow(const ReportView& view, const Section& section, bool open) {
    const SectionOutcome& outcome = *view.outcome(section.id, view.main().view);
    Row row;
    row.level = view.depth(section);
    row.cells = {textCell(localText(view.catalogue(), section.title)),
                 numberCell(Exact(static_cast<std::int64_t>(outcome.applicable)), 0),
                 numberCell(Exact(static_cast<std::int64_t>(outcome.answered)), 0)};
    const bool counts = outcome.points && outcome.share;
    const auto add = [&](const Exact& value) {
        row.cells.push_back(counts ? numberCell(value, 2) : dashCell());
    };
    add(counts ? outcome.points->low : Exact());
    if (open) {
        add(counts ? outcome.points->high : Exact());
    }
    add(outcome.possible);
    row.cells.push_back(counts ? percentCell(outcome.share->low) : dashCell());
    if (open) {
        row.cells.push_back(counts ? percentCell(outcome.share->high) : dashCell());
    }
    return row;
}

Table scoreTable(const ReportView& view, const std::vector<const Section*>& sections, SectionColumns& where) {
    const Catalogue& catalogue = view.catalogue();
    const bool open = view.main().obtained && !view.main().obtained->settled();
    Table table;
    table.columns = {{tr(catalogue, "Section"), Align::Left},
                     {tr(catalogue, "Applicable"), Align::Right},
                     {tr(catalogue, "Answered"), Align::Right}};
    if (open) {
        table.columns.push_back({tr(catalogue, "Points, least"), Align::Right});
        table.columns.push_back({tr(catalogue, "Points, most"), Align::Right});
    } else {
        table.columns.push_back({tr(catalogue, "Points"), Align::Right});
    }
    table.columns.push_back({tr(catalogue, "Possible"), Align::Right});
    where.share = table.columns.size();
    if (open) {
        where.best = where.share + 1;
        table.columns.push_back({tr(catalogue, "Share, least"), Align::Right});
        table.columns.push_back({tr(catalogue, "Share, most"), Align::Right});
    } else {
        table.columns.push_back({tr(catalogue, "Share"), Align::Right});
        table.columns.front().span = 3; // the room of the columns an interval would need
    }
    for (const Section* section : sections) {
        table.rows.push_back(scoreRow(view, *section, open));
    }
    return table;
}

Table tallyTable(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    Table table;
    table.id = SectionsTable;
    table.columns = {{tr(catalogue, "Section"), Align::Left, 4},
                     {tr(catalogue, "Met"), Align::Right},
                     {tr(catalogue, "Not met"), Align::Right},
                     {tr(catalogue, "Undecided"), Align::Right},
                     {tr(catalogue, "Not applicable"), Align::Right}};
    for (const Section& section : view.checklist().sections) {
        if (view.isRoot(section)) {
            continue;
        }
        const Tally tally = tallyOf(unitsOf(view, view.main().view, &section));
        const auto count = [](std::size_t value, Tone tone) {
            Cell cell = numberCell(Exact(static_cast<std::int64_t>(value)), 0);
            cell.tone = value > 0 ? tone : Tone::Quiet;
            cell.strong = value > 0;
            return cell;
        };
        Row row;
        row.level = view.depth(section);
        row.cells = {textCell(localText(catalogue, section.title)), count(tally.met, Tone::Good),
                     count(tally.notMet, Tone::Bad), count(tally.undecided, Tone::Partial),
                     count(tally.notApplicable, Tone::Neutral)};
        table.rows.push_back(std::move(row));
    }
    table.indentColumn = 0;
    return table;
}

void addCharts(const ReportView& view, const SectionColumns& where, std::size_t axes, Page& page) {
    const Catalogue& catalogue = view.catalogue();
    std::vector<ChartSeries> series{
        {where.best ? tr(catalogue, "Least") : tr(catalogue, "Share"), where.share, false}};
    if (where.best) {
        series.push_back({tr(catalogue, "Most"), *where.best, true});
    }
    if (axes >= 3) {
        page.blocks.emplace_back(
            Chart{ChartKind::Radar, tr(catalogue, "Shares by section"), SectionsTable, 0, series});
    }
    page.blocks.emplace_back(Chart{ChartKind::Bars, tr(catalogue, "Share of points obtained"), SectionsTable,
                                   0, std::move(series)});
}

void addSections(const ReportView& view, Page& page) {
    const Catalogue& catalogue = view.catalogue();
    const std::vector<const Section*> shown = view.chartSections();
    SectionColumns where;
    Table table = scoreTable(view, shown, where);
    table.id = SectionsTable;
    page.blocks.emplace_back(Title{tr(catalogue, "Points by section")});
    page.blocks.emplace_back(std::move(table));
    page.blocks.emplace_back(Gap{});
    if (!shown.empty()) {
        addCharts(view, where, shown.size(), page);
    }
    std::vector<const Section*> all;
    for (const Section& section : view.checklist().sections) {
        if (!view.isRoot(section)) {
            all.push_back(&section);
        }
    }
    std::erase_if(
        all, [&](const Section* section) { return view.outcome(section->id, view.main().view) == nullptr; });
    if (all.size() > shown.size()) {
        Table every = scoreTable(view, all, where);
        every.id = "all-sections";
        every.indentColumn = 0;
        page.blocks.emplace_back(Title{tr(catalogue, "All sections")});
        page.blocks.emplace_back(std::move(every));
    }
}

void addVetoes(const ReportView& view, std::string title, const std::vector<VetoOutcome>& vetoes,
               Page& page) {
    if (vetoes.empty()) {
        return;
    }
    Table table;
    table.columns = {{tr(view.catalogue(), "Check point"), Align::Left, 6},
                     {tr(view.catalogue(), "State"), Align::Centre, 2}};
    for (const VetoOutcome& veto : vetoes) {
        Cell state = textCell(stateText(view, veto.state), toneOf(veto.state));
        state.filled = true;
        const Group* group = findGroup(view.checklist(), veto.group);
        Row row;
        row.cells = {textCell(group == nullptr || group->title.empty()
                                  ? itemName(view, veto.item)
                                  : localText(view.catalogue(), group->title)),
                     std::move(state)};
        table.rows.push_back(std::move(row));
    }
    page.blocks.emplace_back(Title{std::move(title)});
    page.blocks.emplace_back(std::move(table));
}

} // namespace

Page summaryPage(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    Page page;
    page.name = tr(catalogue, "Summary");
    page.grid = SummaryGrid;
    page.blocks.emplace_back(resultBanner(view));
    page.blocks.emplace_back(keyFigures(view));
    page.blocks.emplace_back(Gap{});
    if (view.scored()) {
        addSections(view, page);
        addVetoes(view, tr(catalogue, "Admission conditions"), view.main().admissions, page);
        addVetoes(view, tr(catalogue, "Veto items"), view.main().vetoes, page);
    } else {
        page.blocks.emplace_back(Title{tr(catalogue, "Conditions by section")});
        page.blocks.emplace_back(tallyTable(view));
    }
    return page;
}

} // namespace duibiao::report
