#include "core/ops/run_cases.h"

#include "core/scoring/evaluate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace duibiao {

namespace {

constexpr std::string_view Nothing = "none";
constexpr std::string_view Unknown = "(not in the checklist)";

std::string text(const std::optional<Range>& range) {
    if (!range) {
        return std::string(Nothing);
    }
    return range->settled() ? range->low.text() : range->low.text() + ".." + range->high.text();
}

std::string text(const std::optional<BandRange>& bands) {
    if (!bands) {
        return std::string(Nothing);
    }
    const auto name = [](const std::optional<BandId>& band) {
        return band ? band->str() : std::string("below");
    };
    return bands->low == bands->high ? name(bands->low) : name(bands->low) + ".." + name(bands->high);
}

std::string text(ItemState state) {
    constexpr std::array<std::string_view, 6> names{"answered",   "open",         "na",
                                                    "na-pending", "out-of-scope", "recorded"};
    return std::string(names.at(static_cast<std::size_t>(state)));
}

std::string text(TriState state) {
    constexpr std::array<std::string_view, 3> names{"clear", "open", "hit"};
    return std::string(names.at(static_cast<std::size_t>(state)));
}

/// The case's answers with the default word filled in where nothing is said.
Assessment answersOf(const Checklist& checklist, const ScoreCase& scoreCase) {
    Assessment assessment = scoreCase.given;
    for (const Item& item : checklist.items) {
        if (item.rule || assessment.answers.contains(item.id)) {
            continue;
        }
        const auto fits = [&](const WordId& word) { return findWord(checklist, item, word) != nullptr; };
        const auto word = std::ranges::find_if(scoreCase.otherwise, fits);
        if (word != scoreCase.otherwise.end()) {
            Answer& answer = assessment.answers[item.id];
            Response& response = scoreCase.view == View::Self ? answer.self : answer.verified[SeatId("case")];
            response.value = *word;
        }
    }
    return assessment;
}

class CaseRun {
public:
    CaseRun(const Checklist& checklist, const ScoreCase& scoreCase)
        : checklist_(checklist)
        , case_(scoreCase)
        , outcome_(evaluate(checklist, answersOf(checklist, scoreCase), scoreCase.view)) {}

    CaseResult run();

private:
    void checkNames();
    void checkWhole();
    void checkSections();
    void checkItems();
    void checkDemands(std::string_view what, const std::vector<ExpectedDemand>& expected,
                      const std::vector<VetoOutcome>& got);
    void checkFloors();

    void compare(std::string what, const std::optional<ExpectedRange>& expected,
                 const std::optional<Range>& got, const TextPlace& place) {
        if (expected && expected->range != got) {
            differ(std::move(what), text(expected->range), text(got), place);
        }
    }
    void differ(std::string what, std::string expected, std::string got, const TextPlace& place) {
        result_.differences.push_back({std::move(what), std::move(expected), std::move(got), place});
    }
    /// Something a case names that the checklist does not have.
    void unknown(std::string what) { differ(std::move(what), {}, std::string(Unknown), case_.place); }

    const Checklist& checklist_;
    const ScoreCase& case_;
    Outcome outcome_;
    CaseResult result_;
};

CaseResult CaseRun::run() {
    result_.id = case_.id;
    checkNames();
    checkWhole();
    checkSections();
    checkItems();
    checkDemands("veto", case_.expected.vetoes, outcome_.vetoes);
    checkDemands("admission", case_.expected.admissions, outcome_.admissions);
    checkFloors();
    return std::move(result_);
}

void CaseRun::checkNames() {
    for (const auto& [id, answer] : case_.given.answers) {
        if (findItem(checklist_, id) == nullptr) {
            unknown("answer " + id.str());
        }
    }
    for (const auto& [id, entry] : case_.given.facts) {
        if (findFact(checklist_, id) == nullptr) {
            unknown("fact " + id.str());
        }
    }
    for (const auto& [id, words] : case_.given.organisation.fields) {
        if (findField(checklist_, id) == nullptr) {
            unknown("field " + id.str());
        }
    }
}

void CaseRun::checkWhole() {
    const Expectation& expected = case_.expected;
    compare("score", expected.score, outcome_.score, case_.place);
    if (expected.conclusion && *expected.conclusion != outcome_.conclusion.code) {
        differ("conclusion", *expected.conclusion, outcome_.conclusion.code, case_.place);
    }
    if (expected.bands && expected.bands != outcome_.bands) {
        differ("band", text(expected.bands), text(outcome_.bands), case_.place);
    }
}

void CaseRun::checkSections() {
    for (const ExpectedSection& expected : case_.expected.sections) {
        const std::string what = "section " + expected.id.str();
        const auto got = std::ranges::find(outcome_.sections, expected.id, &SectionOutcome::id);
        if (got == outcome_.sections.end()) {
            unknown(what);
            continue;
        }
        compare(what + " points", expected.points, got->points, expected.place);
        compare(what + " share", expected.share, got->share, expected.place);
    }
}

void CaseRun::checkItems() {
    for (const ExpectedItem& expected : case_.expected.items) {
        const std::string what = "item " + expected.id.str();
        const auto got = std::ranges::find(outcome_.items, expected.id, &ItemOutcome::id);
        if (got == outcome_.items.end()) {
            unknown(what);
            continue;
        }
        if (expected.state && *expected.state != got->state) {
            differ(what + " state", text(*expected.state), text(got->state), expected.place);
        }
        compare(what + " share", expected.share, got->share, expected.place);
        compare(what + " points", expected.points, got->points, expected.place);
    }
}

void CaseRun::checkDemands(std::string_view what, const std::vector<ExpectedDemand>& expected,
                           const std::vector<VetoOutcome>& got) {
    for (const ExpectedDemand& demand : expected) {
        const std::string name = std::string(what) + " " + demand.id;
        const auto is = [&](const VetoOutcome& outcome) {
            return outcome.item.str() == demand.id || outcome.group.str() == demand.id;
        };
        const auto found = std::ranges::find_if(got, is);
        if (found == got.end()) {
            differ(name, text(demand.state), std::string(Nothing), demand.place);
        } else if (found->state != demand.state) {
            differ(name, text(demand.state), text(found->state), demand.place);
        }
    }
}

void CaseRun::checkFloors() {
    for (const ExpectedFloor& expected : case_.expected.floors) {
        const std::string what = "floor " + expected.section.str();
        const auto got = std::ranges::find(outcome_.floors, expected.section, &FloorOutcome::section);
        if (got == outcome_.floors.end()) {
            differ(what, text(expected.value.range), std::string(Nothing), expected.place);
        } else {
            compare(what, expected.value, got->value, expected.place);
        }
    }
}

} // namespace

std::vector<CaseResult> runCases(const Checklist& checklist, const CasesFile& cases) {
    std::vector<CaseResult> results;
    for (const ScoreCase& scoreCase : cases.cases) {
        results.push_back(CaseRun(checklist, scoreCase).run());
    }
    return results;
}

} // namespace duibiao
