#include "core/base/text.h"
#include "core/report/figures.h"
#include "core/report/sheets.h"
#include "core/report/tally.h"
#include "core/report/words.h"

#include <algorithm>

namespace duibiao::report {

namespace {

/// A unit that lost points, or could still lose them.
struct Loss {
    UnitView unit;
    const ItemOutcome* outcome = nullptr;
    Exact points;  ///< in the unit's own points
    Exact onTotal; ///< on the scale of the whole
};

class GapsBuilder {
public:
    explicit GapsBuilder(const ReportView& view)
        : view_(view)
        , seen_(view.main().view) {
        for (const UnitView& unit : unitsOf(view, seen_)) {
            take(unit);
        }
        if (view.scored()) { // conditions have no price: they stay in reading order
            const auto most = [](const Loss& loss) { return loss.onTotal; };
            std::ranges::stable_sort(lost_, std::ranges::greater(), most);
            std::ranges::stable_sort(open_, std::ranges::greater(), most);
        }
    }

    Page build() const {
        Page page;
        page.name = tr(catalogue(), "Gaps");
        page.landscape = true;
        page.grid = {11, 26, 12, 22, 9, 11, 44, 34};
        const bool scored = view_.scored();
        page.blocks.emplace_back(
            Title{scored ? tr(catalogue(), "Points lost") : tr(catalogue(), "Conditions not met")});
        addList(page, lost_,
                scored ? tr(catalogue(), "No points were lost.") : tr(catalogue(), "No condition is unmet."),
                true);
        page.blocks.emplace_back(Gap{});
        page.blocks.emplace_back(Title{scored ? tr(catalogue(), "Open: could still lose")
                                              : tr(catalogue(), "Undecided conditions")});
        addList(page, open_, tr(catalogue(), "Nothing is open."), false);
        return page;
    }

private:
    const Catalogue& catalogue() const { return view_.catalogue(); }

    void take(const UnitView& unit) {
        if (!unit.share || (!view_.scored() && !unit.decides)) {
            return;
        }
        Loss loss{unit, view_.outcome(unit.first->id, seen_), {}, {}};
        if (loss.outcome == nullptr) {
            return;
        }
        const bool open = !unit.share->settled();
        const Exact share = open ? unit.share->high - unit.share->low : Exact(1) - unit.share->low;
        if (share.isZero()) {
            return;
        }
        loss.points = share * loss.outcome->weight;
        loss.onTotal = onWhole(view_, unit.first->section, loss.points);
        (open ? open_ : lost_).push_back(std::move(loss));
    }

    void addList(Page& page, const std::vector<Loss>& losses, std::string none, bool settled) const {
        if (losses.empty()) {
            page.blocks.emplace_back(Paragraph{std::move(none), Tone::Quiet});
            return;
        }
        Table table;
        table.id = settled ? "lost" : "open";
        table.leads = settled;
        table.columns = {{tr(catalogue(), "No."), Align::Left},
                         {tr(catalogue(), "Check point"), Align::Left, view_.scored() ? 1U : 2U},
                         {tr(catalogue(), "Result"), Align::Centre},
                         {settled ? tr(catalogue(), "Figures") : tr(catalogue(), "What is missing"),
                          Align::Left, view_.scored() ? 1U : 2U}};
        if (view_.scored()) {
            table.columns.push_back(
                {settled ? tr(catalogue(), "Lost") : tr(catalogue(), "At stake"), Align::Right});
            table.columns.push_back({tr(catalogue(), "On the total"), Align::Right});
        }
        table.columns.push_back({view_.scored() ? tr(catalogue(), "What full marks need")
                                                : tr(catalogue(), "What meeting it takes"),
                                 Align::Left});
        table.columns.push_back({tr(catalogue(), "Usual evidence"), Align::Left});
        for (const Loss& loss : losses) {
            table.rows.push_back(row(loss, settled));
        }
        page.blocks.emplace_back(std::move(table));
    }

    Row row(const Loss& loss, bool settled) const {
        const Item& item = *loss.unit.first;
        Row made;
        Cell title = textCell(unitTitle(loss.unit));
        title.strong = true;
        made.cells = {textCell(item.id.str(), Tone::Quiet), std::move(title), unitResult(loss, item),
                      textCell(settled ? figures(loss.unit) : missing(loss.unit))};
        if (view_.scored()) {
            made.cells.push_back(numberCell(loss.points, 2));
            made.cells.push_back(numberCell(loss.onTotal, 2));
        }
        made.cells.push_back(textCell(fullMarks(loss.unit)));
        made.cells.push_back(textCell(evidenceHints(loss.unit)));
        return made;
    }

    /// A group has no word of its own: it is met, not met or undecided, whatever its first member answered.
    Cell unitResult(const Loss& loss, const Item& item) const {
        if (loss.unit.members.size() == 1) {
            return resultCell(view_, item, *loss.outcome);
        }
        const Range& share = *loss.unit.share;
        Cell cell = !share.settled()     ? textCell(tr(catalogue(), "undecided"), Tone::Open)
                    : share.low.isZero() ? textCell(tr(catalogue(), "Not met"), Tone::Bad)
                                         : textCell(tr(catalogue(), "Partly met"), Tone::Partial);
        cell.filled = true;
        return cell;
    }

    std::string unitTitle(const UnitView& unit) const {
        if (unit.members.size() == 1) {
            return localText(catalogue(), unit.first->title);
        }
        std::vector<std::string> titles;
        titles.reserve(unit.members.size());
        for (const Item* item : unit.members) {
            titles.push_back(item->id.str() + " " + localText(catalogue(), item->title));
        }
        const std::string name =
            unit.group == nullptr ? std::string() : localText(catalogue(), unit.group->title);
        return (name.empty() ? "" : name + "\n") + join(titles, "\n");
    }

    std::string figures(const UnitView& unit) const {
        std::vector<std::string> lines;
        for (const Item* item : unit.members) {
            if (!item->rule) {
                continue;
            }
            const std::vector<Figure> found = figuresOf(view_.input(), view_.inputs(seen_), *item->rule);
            if (std::string text = figureLines(view_.input(), found); !text.empty()) {
                lines.push_back(std::move(text));
            }
            for (const Figure& figure : found) {
                if (!figure.shortfall.empty()) {
                    lines.push_back(tr(catalogue(), "short by {amount}", {{"amount", figure.shortfall}}));
                }
                if (!figure.excess.empty()) {
                    lines.push_back(tr(catalogue(), "over by {amount}", {{"amount", figure.excess}}));
                }
            }
        }
        return join(lines, "\n");
    }

    std::string missing(const UnitView& unit) const {
        std::vector<std::string> names;
        for (const Item* item : unit.members) {
            const ItemOutcome* outcome = view_.outcome(item->id, seen_);
            for (const std::string& name :
                 outcome == nullptr ? std::vector<std::string>() : outcome->missing) {
                if (std::string label = inputLabel(view_.input(), name);
                    std::ranges::find(names, label) == names.end()) {
                    names.push_back(std::move(label));
                }
            }
        }
        return names.empty() ? tr(catalogue(), "an answer") : listText(catalogue(), names);
    }

    /// The judging sentence of the best word, else the general ones, else what is checked.
    std::string fullMarks(const UnitView& unit) const {
        std::vector<std::string> lines;
        for (const Item* item : unit.members) {
            const std::vector<Choice> words = wordsOf(view_.checklist(), *item);
            const WordId best = words.empty() ? WordId() : words.front().id;
            std::string text;
            for (const Guidance& guidance : item->guidance) {
                if (guidance.word.empty() || guidance.word == best) {
                    text += (text.empty() ? "" : "\n") + localText(catalogue(), guidance.text);
                }
            }
            lines.push_back(text.empty() ? localText(catalogue(), item->check) : text);
        }
        return join(lines, "\n");
    }

    std::string evidenceHints(const UnitView& unit) const {
        std::vector<std::string> hints;
        for (const Item* item : unit.members) {
            for (const LocalText& hint : item->evidenceHints) {
                hints.push_back(localText(catalogue(), hint));
            }
        }
        return join(hints, catalogue().language() == Language::Chinese ? "；" : "; ");
    }

    const ReportView& view_;
    View seen_;
    std::vector<Loss> lost_;
    std::vector<Loss> open_;
};

} // namespace

Page gapsPage(const ReportView& view) {
    return GapsBuilder(view).build();
}

} // namespace duibiao::report
