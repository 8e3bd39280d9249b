#include "cli/context.h"
#include "cli/output/json_values.h"
#include "cli/output/score_text.h"
#include "core/scoring/display.h"
#include "core/scoring/reasons.h"

#include <algorithm>
#include <span>
#include <utility>

namespace duibiao::cli {

namespace {

/// What is explained, whether it is a point or a section.
struct Explained {
    std::string id;
    std::string title;
    std::optional<Range> points;
    Exact possible;
    std::vector<Reason> steps;
    ReasonScope scope;
};

std::string explanationJson(const Context& context, const Explained& what) {
    Json steps = Json::array();
    for (const Reason& step : what.steps) {
        Json entry = reasonJson(step);
        entry["text"] = reasonText(step, context.catalogue, what.scope);
        steps.push_back(std::move(entry));
    }
    const Json json{{"schema", "duibiao.explain/1"}, {"id", what.id},
                    {"low", lowJson(what.points)},   {"high", highJson(what.points)},
                    {"max", what.possible.text()},   {"steps", std::move(steps)}};
    return json.dump(2) + "\n";
}

void printExplanation(const Context& context, const Checklist& checklist, const Explained& what) {
    std::ostream& out = context.streams.out;
    out << what.id << "  " << what.title << '\n';
    for (const Reason& step : what.steps) {
        out << "  " << reasonText(step, context.catalogue, what.scope) << '\n';
    }
    if (what.points) {
        out << "  "
            << context.tr("{points} of {max} points",
                          {{"points", displayRange(*what.points, checklist.scheme, context.catalogue)},
                           {"max", displayScore(what.possible, checklist.scheme.decimals)}})
            << '\n';
    }
}

std::optional<Explained> explainedItem(const Context& context, const Checklist& checklist,
                                       const Outcome& outcome, const std::string& id) {
    const auto found = std::ranges::find(outcome.items, ItemId(id), &ItemOutcome::id);
    if (found == outcome.items.end()) {
        return std::nullopt;
    }
    const Item* item = findItem(checklist, found->id);
    std::vector<Reason> steps = found->steps;
    if (std::ranges::find(steps, found->reason) == steps.end()) {
        steps.push_back(found->reason);
    }
    return Explained{id,
                     item->title.in(context.language()),
                     found->points,
                     found->weight,
                     std::move(steps),
                     {&checklist, item}};
}

bool isBelow(const Checklist& checklist, const SectionId& section, const SectionId& ancestor) {
    const Section* found = findSection(checklist, section);
    return found != nullptr && (found->id == ancestor || isBelow(checklist, found->parent, ancestor));
}

} // namespace

bool explain(Context& context, const Checklist& checklist, const Outcome& outcome, const std::string& id,
             bool json) {
    if (const auto item = explainedItem(context, checklist, outcome, id)) {
        json ? void(context.streams.out << explanationJson(context, *item))
             : printExplanation(context, checklist, *item);
        return true;
    }
    const auto section = std::ranges::find(outcome.sections, SectionId(id), &SectionOutcome::id);
    if (section == outcome.sections.end()) {
        return false;
    }
    const Explained whole{id,
                          findSection(checklist, section->id)->title.in(context.language()),
                          section->points,
                          section->possible,
                          {},
                          {&checklist, nullptr}};
    if (json) {
        context.streams.out << explanationJson(context, whole);
        return true;
    }
    printExplanation(context, checklist, whole);
    for (const Item& item : checklist.items) {
        if (isBelow(checklist, item.section, section->id)) {
            printExplanation(context, checklist, *explainedItem(context, checklist, outcome, item.id.str()));
        }
    }
    return true;
}

} // namespace duibiao::cli
