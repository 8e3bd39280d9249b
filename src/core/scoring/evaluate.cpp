#include "core/scoring/evaluate.h"

#include "core/scoring/inputs.h"
#include "core/scoring/item_judge.h"
#include "core/scoring/plan.h"
#include "core/scoring/section_score.h"
#include "core/scoring/unit_score.h"
#include "core/scoring/verdict.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace duibiao {

namespace {

std::vector<ConditionResult> sectionScopes(const Checklist& checklist, const Plan& plan,
                                           const Inputs& inputs) {
    std::vector<ConditionResult> scopes;
    for (std::size_t index = 0; index < checklist.sections.size(); ++index) {
        const std::optional<std::size_t> parent = plan.parentOf[index];
        const ConditionResult outer = parent ? scopes[*parent] : ConditionResult();
        scopes.push_back(scopeWithin(outer, checklist.sections[index].appliesIf, inputs));
    }
    return scopes;
}

/// Who is judged, by which list, in whose eyes.
struct Subject {
    const Checklist& checklist;
    const Assessment& assessment;
    View view;
};

std::vector<ItemOutcome> judgeItems(const Subject& subject, const Plan& plan, const Inputs& inputs,
                                    const std::vector<ConditionResult>& scopes) {
    const auto& [checklist, assessment, view] = subject;
    const ConditionResult everywhere;
    std::vector<ItemOutcome> outcomes;
    outcomes.reserve(checklist.items.size());
    for (std::size_t index = 0; index < checklist.items.size(); ++index) {
        const Item& item = checklist.items[index];
        const auto answer = assessment.answers.find(item.id);
        const std::optional<std::size_t> section = plan.sectionOfItem[index];
        outcomes.push_back(
            judgeItem({.checklist = checklist,
                       .item = item,
                       .answer = answer == assessment.answers.end() ? nullptr : &answer->second,
                       .view = view,
                       .sectionScope = section ? scopes[*section] : everywhere,
                       .inputs = inputs}));
    }
    return outcomes;
}

std::vector<UnitScore> scoreUnits(const Checklist& checklist, const Plan& plan,
                                  std::vector<ItemOutcome>& items) {
    const std::vector<NaTreatment> treatments = treatmentOfItems(checklist, plan);
    std::vector<UnitScore> scores;
    scores.reserve(plan.units.size());
    for (const ScoringUnit& unit : plan.units) {
        scores.push_back(scoreUnit(checklist, unit, treatments[unit.members.front()], items));
    }
    return scores;
}

Progress countStates(const std::vector<ItemOutcome>& items) {
    Progress progress;
    for (const ItemOutcome& item : items) {
        switch (item.state) {
        case ItemState::Answered:
            ++progress.answered;
            break;
        case ItemState::Open:
        case ItemState::NaPending:
            ++progress.open;
            break;
        case ItemState::NotApplicable:
            ++progress.notApplicable;
            break;
        case ItemState::OutOfScope:
            ++progress.outOfScope;
            break;
        case ItemState::Recorded:
            ++progress.recorded;
            break;
        }
    }
    progress.applicable = progress.answered + progress.open;
    return progress;
}

/// The names most units wait for stand first; of equals the one that comes first in the checklist.
std::vector<std::string> mostWaitedFor(const std::vector<UnitScore>& units) {
    std::vector<std::pair<std::string, std::size_t>> waiting;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const UnitScore& unit : units) {
        for (const std::string& name : unit.missing) {
            const auto [place, isNew] = places.emplace(name, waiting.size());
            if (isNew) {
                waiting.emplace_back(name, 0);
            }
            ++waiting[place->second].second;
        }
    }
    std::ranges::stable_sort(waiting, std::ranges::greater(), &std::pair<std::string, std::size_t>::second);
    std::vector<std::string> names;
    names.reserve(waiting.size());
    for (auto& [name, count] : waiting) {
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace

Outcome evaluate(const Checklist& checklist, const Assessment& assessment, View view) {
    const Plan plan = makePlan(checklist);
    const Inputs inputs(checklist, assessment, view);
    const std::vector<ConditionResult> scopes = sectionScopes(checklist, plan, inputs);
    Outcome outcome;
    outcome.view = view;
    outcome.items = judgeItems({checklist, assessment, view}, plan, inputs, scopes);
    const std::vector<UnitScore> units = scoreUnits(checklist, plan, outcome.items);
    outcome.progress = countStates(outcome.items);
    SectionScores sections = scoreSections(checklist, plan, scopes, units);
    outcome.sections = std::move(sections.sections);
    outcome.missingFirst = mostWaitedFor(units);
    conclude({checklist, plan, units}, sections.total, outcome);
    return outcome;
}

} // namespace duibiao
