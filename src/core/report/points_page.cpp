#include "core/report/figures.h"
#include "core/report/sheets.h"
#include "core/report/tally.h"
#include "core/report/words.h"
#include "core/scoring/reasons.h"

#include <algorithm>
#include <functional>

namespace duibiao::report {

namespace {

/// What one column shows of an item and of a section heading.
struct PointColumn {
    Column column;
    double width;
    std::function<Cell(const Item&)> ofItem;
    std::function<Cell(const Section&)> ofSection = [](const Section&) { return Cell{}; };
};

class PointsBuilder {
public:
    explicit PointsBuilder(const ReportView& view)
        : view_(view)
        , decimals_(view.checklist().scheme.decimals) {
        addColumns();
    }

    Page build() const {
        Page page;
        page.name = tr(view_.catalogue(), "Check points");
        page.landscape = true;
        Table table;
        table.id = PointsTable;
        table.leads = true;
        for (const PointColumn& column : columns_) {
            page.grid.push_back(column.width);
            table.columns.push_back(column.column);
        }
        for (const Section& section : view_.checklist().sections) {
            addSection(section, table);
        }
        page.blocks.emplace_back(std::move(table));
        return page;
    }

private:
    const Catalogue& catalogue() const { return view_.catalogue(); }

    bool anyItem(const std::function<bool(const Item&)>& predicate) const {
        return std::ranges::any_of(view_.checklist().items, predicate);
    }

    void add(std::string title, double width, std::function<Cell(const Item&)> ofItem,
             Align align = Align::Left) {
        columns_.push_back({{std::move(title), align, 1}, width, std::move(ofItem)});
    }

    void addColumns() {
        add(tr(catalogue(), "No."), 11,
            [](const Item& item) { return textCell(item.id.str(), Tone::Quiet); });
        if (anyItem([](const Item& item) { return !item.origin.clause.empty(); })) {
            add(tr(catalogue(), "Clause"), 8, [](const Item& item) { return textCell(item.origin.clause); });
        }
        add(tr(catalogue(), "Check point"), 19, [this](const Item& item) {
            Cell cell = textCell(localText(catalogue(), item.title));
            cell.strong = true;
            return cell;
        });
        add(tr(catalogue(), "What is checked"), 40,
            [this](const Item& item) { return textCell(localText(catalogue(), item.check)); });
        add(
            tr(catalogue(), "Demand"), 8, [this](const Item& item) { return textCell(demand(item)); },
            Align::Centre);
        add(
            tr(catalogue(), "Basis"), 8,
            [this](const Item& item) {
                return textCell(basisWord(catalogue(), item.origin.basis), Tone::Quiet);
            },
            Align::Centre);
        addResultColumns(View::Self);
        if (view_.input().verified) {
            addResultColumns(View::Verified);
        }
        add(tr(catalogue(), "Evidence"), 13, [this](const Item& item) { return evidenceCell(item); });
        add(tr(catalogue(), "Remarks"), 26, [this](const Item& item) { return textCell(remarks(item)); });
    }

    void addResultColumns(View seen) {
        const bool self = seen == View::Self;
        add(
            self ? tr(catalogue(), "Result") : tr(catalogue(), "Verified result"), 10,
            [this, seen](const Item& item) {
                const ItemOutcome* outcome = view_.outcome(item.id, seen);
                return outcome == nullptr ? Cell{} : resultCell(view_, item, *outcome);
            },
            Align::Centre);
        if (anyItem([](const Item& item) { return item.rule.has_value(); })) {
            add(self ? tr(catalogue(), "Figures") : tr(catalogue(), "Verified figures"), 20,
                [this, seen](const Item& item) { return figuresCell(item, seen); });
        }
        if (view_.scored()) {
            addPointsColumns(seen);
        }
    }

    void addPointsColumns(View seen) {
        const bool self = seen == View::Self;
        add(
            self ? tr(catalogue(), "Points") : tr(catalogue(), "Verified points"), 9,
            [this, seen](const Item& item) { return pointsCell(item, seen); }, Align::Right);
        columns_.back().ofSection = [this, seen](const Section& section) {
            const SectionOutcome* outcome = view_.outcome(section.id, seen);
            return outcome == nullptr || !outcome->points ? dashCell()
                                                          : rangeCell(view_, *outcome->points, decimals_);
        };
        if (!self) {
            return;
        }
        add(
            tr(catalogue(), "Possible"), 8, [this](const Item& item) { return possibleCell(item); },
            Align::Right);
        columns_.back().ofSection = [this](const Section& section) {
            const SectionOutcome* outcome = view_.outcome(section.id, View::Self);
            return outcome == nullptr || !outcome->points ? dashCell()
                                                          : numberCell(outcome->possible, decimals_);
        };
    }

    std::string demand(const Item& item) const {
        // Where every condition decides, calling each of them a veto says nothing.
        const std::string role = view_.scored() ? roleWord(catalogue(), item.role) : std::string();
        const std::string word = modalityWord(catalogue(), item);
        return role.empty() ? word : word + "\n" + role;
    }

    Cell figuresCell(const Item& item, View seen) const {
        if (!item.rule) {
            return {};
        }
        return textCell(figureLines(view_.input(), figuresOf(view_.input(), view_.inputs(seen), *item.rule)));
    }

    /// The other members of a group: their points stand with the one that carries them.
    std::optional<Cell> groupCell(const Item& item, View seen) const {
        const ItemOutcome* outcome = view_.outcome(item.id, seen);
        if (item.group.empty() || outcome == nullptr || !outcome->weight.isZero()) {
            return std::nullopt;
        }
        const Item* carrier = carrierOf(view_, item.group, seen);
        if (carrier == nullptr || carrier->id == item.id) {
            return std::nullopt;
        }
        return textCell(tr(catalogue(), "counted in {item}", {{"item", carrier->id.str()}}), Tone::Quiet);
    }

    /// A veto or admission item without points: it decides, but earns nothing.
    static bool carriesNothing(const Item& item, const ItemOutcome& outcome) {
        return item.group.empty() && outcome.weight.isZero();
    }

    Cell pointsCell(const Item& item, View seen) const {
        const ItemOutcome* outcome = view_.outcome(item.id, seen);
        if (outcome == nullptr) {
            return {};
        }
        if (!outcome->points || carriesNothing(item, *outcome)) {
            return dashCell();
        }
        if (const std::optional<Cell> grouped = groupCell(item, seen)) {
            return *grouped;
        }
        if (outcome->state == ItemState::Open && !outcome->points->settled() &&
            outcome->points->low.isZero()) {
            return {}; // unanswered is blank, never 0
        }
        return rangeCell(view_, *outcome->points, decimals_);
    }

    Cell possibleCell(const Item& item) const {
        const ItemOutcome* outcome = view_.outcome(item.id, View::Self);
        if (outcome == nullptr || !outcome->points || carriesNothing(item, *outcome)) {
            return dashCell();
        }
        if (groupCell(item, View::Self)) {
            return {};
        }
        return numberCell(outcome->weight, decimals_);
    }

    Cell evidenceCell(const Item& item) const {
        std::vector<std::string> numbers;
        const std::vector<const Evidence*> found = view_.evidence(item);
        for (const Evidence* evidence : found) {
            numbers.push_back(attachmentText(evidence->number, catalogue().language()));
        }
        Cell cell = textCell(listText(catalogue(), numbers));
        if (!found.empty()) {
            cell.target = evidenceAnchor(*found.front());
        }
        return cell;
    }

    /// Where no points are shown, which member of an any-of group made the group what it is.
    std::string groupRemark(const Item& item) const {
        const ItemOutcome* outcome = view_.outcome(item.id, View::Self);
        if (view_.scored() || outcome == nullptr) {
            return {};
        }
        const auto decided = std::ranges::find(outcome->steps, "group-decided-by", &Reason::code);
        return decided == outcome->steps.end()
                   ? std::string()
                   : reasonText(*decided, catalogue(), {&view_.checklist(), &item});
    }

    std::string remarks(const Item& item) const {
        const Answer* answer = view_.answer(item.id);
        if (answer == nullptr) {
            return groupRemark(item);
        }
        std::string text = answer->self.comment;
        const auto append = [&](const std::string& more) {
            text += (text.empty() || more.empty() ? "" : "\n") + more;
        };
        if (answer->self.notApplicable) {
            append(tr(catalogue(), "Not applicable because: {reason}",
                      {{"reason", answer->self.notApplicable->reason}}));
        }
        const Response* verified = responseIn(*answer, View::Verified);
        if (view_.input().verified && verified != nullptr && !verified->comment.empty()) {
            append(tr(catalogue(), "On site: {comment}", {{"comment", verified->comment}}));
        }
        append(groupRemark(item));
        return text;
    }

    void addSection(const Section& section, Table& table) const {
        const bool hasItems = std::ranges::any_of(
            view_.checklist().items, [&](const Item& item) { return item.section == section.id; });
        if (!view_.isRoot(section)) {
            table.rows.push_back(headingRow(section));
        }
        if (!hasItems) {
            return;
        }
        for (const Item& item : view_.checklist().items) {
            if (item.section == section.id) {
                Row row;
                for (const PointColumn& column : columns_) {
                    row.cells.push_back(column.ofItem(item));
                }
                row.anchor = "item:" + item.id.str();
                table.rows.push_back(std::move(row));
            }
        }
    }

    Row headingRow(const Section& section) const {
        Row row;
        row.heading = true;
        row.level = view_.depth(section);
        for (const PointColumn& column : columns_) {
            row.cells.push_back(column.ofSection(section));
        }
        std::string title = localText(catalogue(), section.title);
        if (!section.origin.clause.empty()) {
            title.insert(0, section.origin.clause + "  ");
        }
        row.cells.front() = textCell(std::move(title));
        return row;
    }

    const ReportView& view_;
    int decimals_;
    std::vector<PointColumn> columns_;
};

} // namespace

Page pointsPage(const ReportView& view) {
    return PointsBuilder(view).build();
}

} // namespace duibiao::report
