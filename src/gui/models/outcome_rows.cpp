#include "gui/models/outcome_rows.h"

#include "core/scoring/display.h"
#include "core/scoring/reasons.h"
#include "core/scoring/result_word.h"

#include <map>

namespace duibiao::gui {

namespace {

constexpr const char* Nothing = "—"; ///< nothing applies; never 0

std::string tr(const Catalogue& catalogue, std::string_view text, const Arguments& arguments = {}) {
    return fillIn(catalogue.translate(text), arguments);
}

class RowBuilder {
public:
    RowBuilder(const Checklist& checklist, const Outcome& outcome, const Catalogue& catalogue)
        : checklist_(checklist)
        , outcome_(outcome)
        , catalogue_(catalogue) {
        for (std::size_t i = 0; i < checklist.items.size(); ++i) {
            itemsOf_[checklist.items[i].section].push_back(i);
        }
    }

    std::vector<OutcomeRow> build() {
        std::map<SectionId, int> depth;
        std::vector<OutcomeRow> rows;
        for (std::size_t i = 0; i < checklist_.sections.size(); ++i) {
            const Section& section = checklist_.sections[i];
            const int level = section.parent.empty() ? 0 : depth[section.parent] + 1;
            depth[section.id] = level;
            rows.push_back(sectionRow(section, outcome_.sections[i], level));
            for (const std::size_t index : itemsOf_[section.id]) {
                rows.push_back(itemRow(checklist_.items[index], outcome_.items[index], level + 1));
            }
        }
        return rows;
    }

private:
    [[nodiscard]] std::string range(const std::optional<Range>& points) const {
        return points ? displayRange(*points, checklist_.scheme, catalogue_) : Nothing;
    }

    [[nodiscard]] OutcomeRow sectionRow(const Section& section, const SectionOutcome& outcome,
                                        int depth) const {
        const std::string possible =
            outcome.points ? displayScore(outcome.possible, checklist_.scheme.decimals) : Nothing;
        return {true,
                depth,
                section.id.str(),
                section.title.in(catalogue_.language()),
                {},
                range(outcome.points),
                possible};
    }

    [[nodiscard]] OutcomeRow itemRow(const Item& item, const ItemOutcome& outcome, int depth) const {
        const std::string possible =
            outcome.points ? displayScore(outcome.weight, checklist_.scheme.decimals) : Nothing;
        return {false,
                depth,
                item.id.str(),
                item.title.in(catalogue_.language()),
                resultWord(checklist_, item, outcome, catalogue_),
                range(outcome.points),
                possible};
    }

    const Checklist& checklist_;
    const Outcome& outcome_;
    const Catalogue& catalogue_;
    std::map<SectionId, std::vector<std::size_t>> itemsOf_;
};

} // namespace

std::vector<OutcomeRow> outcomeRows(const Checklist& checklist, const Outcome& outcome,
                                    const Catalogue& catalogue) {
    return RowBuilder(checklist, outcome, catalogue).build();
}

std::string outcomeHeadline(const Checklist& checklist, const Outcome& outcome, const Catalogue& catalogue) {
    std::string text;
    if (outcome.score) {
        text = tr(catalogue, "Score by this checklist: {score} of {max}",
                  {{"score", displayRange(*outcome.score, checklist.scheme, catalogue)},
                   {"max", displayScore(outcome.maximum, 0)}});
        text += " · ";
    }
    text += reasonText(outcome.conclusion, catalogue, {&checklist, nullptr});
    if (outcome.progress.open > 0) {
        text += " · " + tr(catalogue, "{n} points are open", {{"n", std::to_string(outcome.progress.open)}});
    }
    return text;
}

std::string verificationSentence(const Checklist& checklist, const Catalogue& catalogue) {
    const std::size_t compared = verifiedItems(checklist);
    if (compared == 0) {
        return tr(catalogue,
                  "None of the {n} points of this checklist has been compared with the official text.",
                  {{"n", std::to_string(checklist.items.size())}});
    }
    return tr(catalogue,
              "{compared} of the {n} points of this checklist have been compared with the official text.",
              {{"compared", std::to_string(compared)}, {"n", std::to_string(checklist.items.size())}});
}

} // namespace duibiao::gui
