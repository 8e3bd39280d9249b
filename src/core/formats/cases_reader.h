#pragma once

#include "core/base/diagnostics.h"
#include "core/base/error.h"
#include "core/base/exact.h"
#include "core/model/assessment.h"
#include "core/model/ids.h"
#include "core/model/outcome.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

/// A range that is expected, or "none".
struct ExpectedRange {
    std::optional<Range> range; ///< null: no score is expected
    bool operator==(const ExpectedRange&) const = default;
};

struct ExpectedSection {
    SectionId id;
    std::optional<ExpectedRange> points;
    std::optional<ExpectedRange> share;
    TextPlace place;
};

struct ExpectedItem {
    ItemId id;
    std::optional<ItemState> state;
    std::optional<ExpectedRange> share;
    std::optional<ExpectedRange> points;
    TextPlace place;
};

/// The state of a veto or an admission, by item or by group.
struct ExpectedDemand {
    std::string id;
    TriState state = TriState::Hit;
    TextPlace place;
};

struct ExpectedFloor {
    SectionId section;
    ExpectedRange value;
    TextPlace place;
};

/// What a case says must come out; what it does not mention is not compared.
struct Expectation {
    std::optional<ExpectedRange> score;
    std::optional<std::string> conclusion; ///< a code
    std::optional<BandRange> bands;
    std::vector<ExpectedSection> sections;
    std::vector<ExpectedItem> items;
    std::vector<ExpectedDemand> vetoes;
    std::vector<ExpectedDemand> admissions;
    std::vector<ExpectedFloor> floors;
};

/// Answers and what they must score.
struct ScoreCase {
    std::string id;
    std::string title;
    View view = View::Self;
    /// For every item with words that is not named: the first of these that it can be answered with.
    std::vector<WordId> otherwise;
    Assessment given; ///< organisation fields, facts and answers
    Expectation expected;
    TextPlace place;
};

struct CasesFile {
    std::string checklist; ///< id of the checklist the cases belong to
    std::vector<ScoreCase> cases;
};

/// Reads the cases kept beside a checklist (docs/file-formats.md §2). Every problem comes at once.
[[nodiscard]] std::expected<CasesFile, Diagnostics> readCases(std::string_view bytes, std::string file);

} // namespace duibiao
