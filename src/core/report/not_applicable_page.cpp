#include "core/report/sheets.h"
#include "core/report/words.h"

namespace duibiao::report {

namespace {

std::string approval(const ReportView& view, const Item& item, const NotApplicable& claim, ItemState state) {
    if (state == ItemState::NaPending) {
        return tr(view.catalogue(), "reason or approver is missing: counts as not answered");
    }
    if (item.na == NaPermission::ByCondition) {
        return tr(view.catalogue(), "granted by the judging text");
    }
    return claim.approver;
}

} // namespace

std::optional<Page> notApplicablePage(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    Table table;
    table.id = "not-applicable";
    table.leads = true;
    table.columns = {{tr(catalogue, "No."), Align::Left},
                     {tr(catalogue, "Check point"), Align::Left},
                     {tr(catalogue, "State"), Align::Centre},
                     {tr(catalogue, "Reason"), Align::Left},
                     {tr(catalogue, "Approved by"), Align::Left}};
    for (const Item& item : view.checklist().items) {
        const ItemOutcome* outcome = view.outcome(item.id, view.main().view);
        const Answer* answer = view.answer(item.id);
        const Response* response = answer == nullptr ? nullptr : responseIn(*answer, view.main().view);
        const bool listed = outcome != nullptr && (outcome->state == ItemState::NotApplicable ||
                                                   outcome->state == ItemState::NaPending);
        if (!listed) {
            continue;
        }
        const NotApplicable claim =
            response != nullptr ? response->notApplicable.value_or(NotApplicable{}) : NotApplicable{};
        Row row;
        row.cells = {textCell(item.id.str(), Tone::Quiet), textCell(localText(catalogue, item.title)),
                     resultCell(view, item, *outcome), textCell(claim.reason),
                     textCell(approval(view, item, claim, outcome->state))};
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) {
        return std::nullopt;
    }
    Page page;
    page.name = tr(catalogue, "Not applicable items");
    page.landscape = true;
    page.grid = {12, 40, 14, 60, 30};
    page.blocks.emplace_back(std::move(table));
    return page;
}

} // namespace duibiao::report
