#pragma once

#include "core/base/error.h"
#include "core/base/exact.h"
#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/model/ids.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace duibiao {

/// All open items at their worst, and at their best. Equal when nothing is open.
struct Range {
    Exact low;
    Exact high;
    [[nodiscard]] bool settled() const { return low == high; }
    bool operator==(const Range&) const = default;
};

/// The state of an item when a score is computed (scheme 0 in docs/scoring.md).
enum class ItemState : std::uint8_t {
    Answered,
    Open,          ///< no answer, a missing number or field, or a division by zero
    NotApplicable, ///< effective
    NaPending,     ///< claimed, but reason or approver is missing: counts as open
    OutOfScope,    ///< its condition is false
    Recorded,      ///< weight 0 or record(): never judged
};

/// Why something came out as it did: a code with arguments, put into words at the edge by reasonText().
struct Reason {
    std::string code;
    Arguments arguments;
    bool operator==(const Reason&) const = default;
};

struct ItemOutcome {
    ItemId id;
    ItemState state = ItemState::Open;
    std::optional<Value> result; ///< the word or number that counted; a rule's value for numeric items
    std::optional<Range> share;  ///< 0..1; none when not applicable, out of scope or recorded
    std::optional<Range> points; ///< share × weight (of a deduction: what it takes away, ≤ 0); none likewise
    Exact weight;                ///< what the item can earn; 0 for members after the first of a group
    bool countsInGroup = true;   ///< for a group: whether this member gives the group its share
    std::vector<Reason> steps;   ///< how the share came about, in order
    Reason reason;               ///< the last word, one sentence
    std::vector<std::string> missing; ///< facts and fields that are needed and absent
    bool operator==(const ItemOutcome&) const = default;
};

struct SectionOutcome {
    SectionId id;
    bool inScope = true;
    std::optional<Range> share;   ///< none when nothing below applies
    std::optional<Range> points;  ///< obtained, in the section's own points
    Exact possible;               ///< points that apply
    std::optional<Range> onWhole; ///< maximum × obtained ÷ possible of the whole: what floors compare
    std::size_t applicable = 0;   ///< units that apply
    std::size_t answered = 0;
    std::size_t open = 0;
    bool operator==(const SectionOutcome&) const = default;
};

enum class TriState : std::uint8_t { Clear, Open, Hit };

struct VetoOutcome {
    ItemId item; ///< of a group its first member
    GroupId group;
    TriState state = TriState::Open;
    bool operator==(const VetoOutcome&) const = default;
};

struct FloorOutcome {
    SectionId section;
    std::optional<Range> value; ///< none: nothing applicable, not compared
    Exact floor;
    bool operator==(const FloorOutcome&) const = default;
};

/// Two bands while items are open, equal when the grade is settled. Null = below every band.
struct BandRange {
    std::optional<BandId> low;
    std::optional<BandId> high;
    bool operator==(const BandRange&) const = default;
};

struct Progress {
    std::size_t answered = 0;
    std::size_t open = 0;
    std::size_t notApplicable = 0;
    std::size_t outOfScope = 0;
    std::size_t recorded = 0;
    std::size_t applicable = 0; ///< answered + open
    bool operator==(const Progress&) const = default;
};

/// What evaluate() says: exact, with an interval while items are open, and the reason for each.
struct Outcome {
    View view = View::Self;
    Progress progress;
    std::optional<Range>
        score; ///< maximum × O ÷ P; none when nothing applies or the scheme reports no number
    std::optional<Range> obtained;
    Exact possible;
    Exact maximum;
    std::optional<BandRange> bands; ///< none when the scheme has no bands
    std::vector<VetoOutcome> vetoes;
    std::vector<VetoOutcome> admissions;
    std::vector<FloorOutcome> floors;
    Reason conclusion;
    std::vector<SectionOutcome> sections; ///< in the checklist's order
    std::vector<ItemOutcome> items;       ///< in the checklist's order
    /// Facts and fields that open units wait for, those that most wait for first: "answer these first".
    std::vector<std::string> missingFirst;
    bool operator==(const Outcome&) const = default;
};

} // namespace duibiao
