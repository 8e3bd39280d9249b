#include "cli/output/score_text.h"

#include "cli/context.h"
#include "cli/output/text_table.h"
#include "core/scoring/display.h"
#include "core/scoring/reasons.h"

#include <algorithm>
#include <map>

namespace duibiao::cli {

namespace {

constexpr const char* Nothing = "—";

std::string rangeText(const Context& context, const Checklist& checklist, const std::optional<Range>& range) {
    return range ? displayRange(*range, checklist.scheme, context.catalogue) : Nothing;
}

void printProgress(Context& context, const Outcome& outcome) {
    const Progress& progress = outcome.progress;
    context.streams.out
        << context.tr(
               "Answered {answered} of {applicable}, open {open}, not applicable {na}, out of scope {out}",
               {{"answered", std::to_string(progress.answered)},
                {"applicable", std::to_string(progress.applicable)},
                {"open", std::to_string(progress.open)},
                {"na", std::to_string(progress.notApplicable)},
                {"out", std::to_string(progress.outOfScope)}})
        << '\n';
}

void printSections(Context& context, const Checklist& checklist, const Outcome& outcome) {
    using enum TextTable::Align;
    TextTable table({Left, Right, Right, Right});
    table.row({context.tr("Section"), context.tr("Points obtained"), context.tr("Points possible"),
               context.tr("Open")});
    std::map<SectionId, std::size_t> depth;
    for (std::size_t i = 0; i < checklist.sections.size(); ++i) {
        const Section& section = checklist.sections[i];
        const SectionOutcome& result = outcome.sections[i];
        const std::size_t level = section.parent.empty() ? 0 : depth[section.parent] + 1;
        depth[section.id] = level;
        table.row({std::string(level * 2, ' ') + section.title.in(context.language()),
                   rangeText(context, checklist, result.points),
                   result.points ? displayScore(result.possible, checklist.scheme.decimals) : Nothing,
                   result.open > 0 ? std::to_string(result.open) : ""});
    }
    table.print(context.streams.out);
}

void printObstacles(Context& context, const Checklist& checklist, const Outcome& outcome) {
    for (const VetoOutcome& veto : outcome.vetoes) {
        if (veto.state == TriState::Clear) {
            continue;
        }
        const Item* item = findItem(checklist, veto.item);
        const std::string_view state =
            veto.state == TriState::Hit ? msgid("Veto failed: {item}") : msgid("Veto not settled: {item}");
        context.streams.out
            << context.tr(state, {{"item", veto.item.str() + " " +
                                               (item != nullptr ? item->title.in(context.language()) : "")}})
            << '\n';
    }
    for (const FloorOutcome& floor : outcome.floors) {
        if (floor.value && floor.value->low < floor.floor) {
            context.streams.out << context.tr("Floor of {section}: {value}, needed {floor}",
                                              {{"section", floor.section.str()},
                                               {"value", rangeText(context, checklist, floor.value)},
                                               {"floor", floor.floor.text()}})
                                << '\n';
        }
    }
}

void printMissing(Context& context, const Outcome& outcome) {
    if (outcome.missingFirst.empty()) {
        return;
    }
    context.streams.out << context.tr("Answer these first:");
    for (const std::string& name : outcome.missingFirst) {
        context.streams.out << ' ' << name;
    }
    context.streams.out << '\n';
}

} // namespace

void printScore(Context& context, const Checklist& checklist, const Assessment& assessment,
                const Outcome& outcome) {
    std::ostream& out = context.streams.out;
    out << assessment.organisation.name << " · " << checklist.title.in(context.language()) << " · "
        << assessment.period.label << '\n';
    if (outcome.score) {
        out << context.tr("Score by this checklist: {score} of {max}",
                          {{"score", displayRange(*outcome.score, checklist.scheme, context.catalogue)},
                           {"max", displayScore(outcome.maximum, 0)}})
            << '\n';
    }
    out << reasonText(outcome.conclusion, context.catalogue, {&checklist, nullptr}) << '\n';
    printProgress(context, outcome);
    printObstacles(context, checklist, outcome);
    printMissing(context, outcome);
    out << '\n';
    printSections(context, checklist, outcome);
}

void printDifference(Context& context, const Checklist& checklist, const Outcome& before,
                     const Outcome& after) {
    context.streams.out << context.tr("Now {before}, then {after}",
                                      {{"before", rangeText(context, checklist, before.score)},
                                       {"after", rangeText(context, checklist, after.score)}})
                        << '\n'
                        << reasonText(after.conclusion, context.catalogue, {&checklist, nullptr}) << '\n';
}

} // namespace duibiao::cli
