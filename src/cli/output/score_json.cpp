#include "cli/output/score_json.h"

#include "cli/output/json_values.h"

#include <algorithm>

namespace duibiao::cli {

namespace {

const char* stateWord(ItemState state) {
    switch (state) {
    case ItemState::Answered:
        return "answered";
    case ItemState::NotApplicable:
        return "na";
    case ItemState::NaPending:
        return "na-pending";
    case ItemState::OutOfScope:
        return "out-of-scope";
    case ItemState::Recorded:
        return "recorded";
    case ItemState::Open:
        break;
    }
    return "open";
}

/// "na" for an effective N/A, as `set` writes it; the word or number otherwise; null when there is none.
Json resultJson(const ItemOutcome& item) {
    return item.state == ItemState::NotApplicable ? Json("na") : valueJson(item.result);
}

Json bandJson(const Checklist& checklist, const std::optional<BandId>& id) {
    const auto band =
        std::ranges::find_if(checklist.scheme.bands, [&](const Band& each) { return id && each.id == *id; });
    if (band == checklist.scheme.bands.end()) {
        return {};
    }
    return {{"id", band->id.str()}, {"title", textJson(band->title)}};
}

Json scoreOf(const Outcome& outcome) {
    const bool settled = outcome.score && outcome.score->settled();
    return {{"low", lowJson(outcome.score)},
            {"high", highJson(outcome.score)},
            {"final", settled ? exactJson(outcome.score->low) : Json()},
            {"max", exactJson(outcome.maximum)}};
}

Json vetoesJson(const std::vector<VetoOutcome>& vetoes) {
    Json list = Json::array();
    for (const VetoOutcome& veto : vetoes) {
        if (veto.state == TriState::Clear) {
            continue;
        }
        Json entry{{"item", veto.item.str()}, {"state", veto.state == TriState::Hit ? "hit" : "open"}};
        if (!veto.group.empty()) {
            entry["group"] = veto.group.str();
        }
        list.push_back(std::move(entry));
    }
    return list;
}

Json floorsJson(const Outcome& outcome) {
    Json list = Json::array();
    for (const FloorOutcome& floor : outcome.floors) {
        list.push_back({{"section", floor.section.str()},
                        {"low", lowJson(floor.value)},
                        {"high", highJson(floor.value)},
                        {"floor", exactJson(floor.floor)}});
    }
    return list;
}

Json sectionsJson(const Checklist& checklist, const Outcome& outcome) {
    Json list = Json::array();
    for (std::size_t i = 0; i < outcome.sections.size(); ++i) {
        const SectionOutcome& section = outcome.sections[i];
        const SectionId& parent = checklist.sections[i].parent;
        list.push_back({{"id", section.id.str()},
                        {"parent", parent.empty() ? Json() : Json(parent.str())},
                        {"low", lowJson(section.points)},
                        {"high", highJson(section.points)},
                        {"max", exactJson(section.possible)},
                        {"share_low", lowJson(section.share)},
                        {"share_high", highJson(section.share)},
                        {"in_scope", section.inScope},
                        {"open", section.open}});
    }
    return list;
}

Json itemsJson(const Outcome& outcome) {
    Json list = Json::array();
    for (const ItemOutcome& item : outcome.items) {
        list.push_back({{"id", item.id.str()},
                        {"state", stateWord(item.state)},
                        {"result", resultJson(item)},
                        {"low", lowJson(item.points)},
                        {"high", highJson(item.points)},
                        {"max", exactJson(item.weight)},
                        {"reason", reasonJson(item.reason)},
                        {"missing", item.missing}});
    }
    return list;
}

/// The grade when it is settled, and always the range it can still become.
void addBands(Json& document, const Checklist& checklist, const Outcome& outcome) {
    document["band"] = nullptr;
    document["bands"] = nullptr;
    if (!outcome.bands) {
        return;
    }
    if (outcome.bands->low == outcome.bands->high) {
        document["band"] = bandJson(checklist, outcome.bands->low);
    }
    document["bands"] = {{"low", bandJson(checklist, outcome.bands->low)},
                         {"high", bandJson(checklist, outcome.bands->high)}};
}

Json scoreDocument(const Checklist& checklist, const Assessment& assessment, const Outcome& outcome) {
    Json document;
    document["schema"] = "duibiao.score/1";
    document["view"] = outcome.view == View::Self ? "self" : "verified";
    document["checklist"] = {{"id", checklist.id},
                             {"edition", checklist.edition},
                             {"verified_items", verifiedItems(checklist)},
                             {"items", checklist.items.size()}};
    document["organisation"] = {{"name", assessment.organisation.name}};
    document["progress"] = {
        {"answered", outcome.progress.answered},       {"open", outcome.progress.open},
        {"na", outcome.progress.notApplicable},        {"applicable", outcome.progress.applicable},
        {"out_of_scope", outcome.progress.outOfScope}, {"recorded", outcome.progress.recorded}};
    document["score"] = scoreOf(outcome);
    addBands(document, checklist, outcome);
    document["conclusion"] = reasonJson(outcome.conclusion);
    document["vetoes"] = vetoesJson(outcome.vetoes);
    document["floors"] = floorsJson(outcome);
    document["missing_first"] = outcome.missingFirst;
    document["sections"] = sectionsJson(checklist, outcome);
    document["items"] = itemsJson(outcome);
    return document;
}

} // namespace

std::string scoreJson(const Checklist& checklist, const Assessment& assessment, const Outcome& outcome) {
    return scoreDocument(checklist, assessment, outcome).dump(2) + "\n";
}

std::string whatIfJson(const Checklist& checklist, const Assessment& assessment, const Outcome& before,
                       const Outcome& after) {
    const Json document{{"schema", "duibiao.what-if/1"},
                        {"before", scoreDocument(checklist, assessment, before)},
                        {"after", scoreDocument(checklist, assessment, after)}};
    return document.dump(2) + "\n";
}

} // namespace duibiao::cli
