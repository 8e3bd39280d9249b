#pragma once

#include "core/model/assessment.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace duibiao {

/// Who speaks: the body itself, an evaluator's seat, or the evaluators together.
struct Voice {
    enum class Kind : std::uint8_t { Self, Seat, Consensus };
    Kind kind = Kind::Self;
    SeatId seat{}; ///< of Kind::Seat only
    bool operator==(const Voice&) const = default;
};

/// What is answered: a check point or a named fact.
using Target = std::variant<ItemId, FactId>;

struct SetName {
    std::string name;
    bool operator==(const SetName&) const = default;
};
/// No words: the field is no longer stated.
struct SetField {
    FieldId field;
    std::vector<std::string> words;
    bool operator==(const SetField&) const = default;
};
struct SetPeriod {
    Period period;
    bool operator==(const SetPeriod&) const = default;
};
/// The display name of a seat; empty: the seat is no longer listed.
struct SetSeat {
    SeatId seat;
    std::string name;
    bool operator==(const SetSeat&) const = default;
};
struct SetValue {
    Target target;
    Voice voice;
    std::optional<Value> value;
    bool operator==(const SetValue&) const = default;
};
struct SetNotApplicable {
    ItemId item;
    Voice voice;
    std::optional<NotApplicable> claim;
    bool operator==(const SetNotApplicable&) const = default;
};
struct SetComment {
    Target target;
    Voice voice;
    std::string comment;
    bool operator==(const SetComment&) const = default;
};
struct AddEvidence {
    Evidence evidence;
    bool operator==(const AddEvidence&) const = default;
};
/// Replaces the evidence of the same id.
struct ChangeEvidence {
    Evidence evidence;
    bool operator==(const ChangeEvidence&) const = default;
};
struct RemoveEvidence {
    EvidenceId id;
    bool operator==(const RemoveEvidence&) const = default;
};
struct LinkEvidence {
    EvidenceId id;
    std::string supports;
    std::optional<std::size_t> at{}; ///< place among the others; none: behind them
    bool operator==(const LinkEvidence&) const = default;
};
struct UnlinkEvidence {
    EvidenceId id;
    std::string supports;
    bool operator==(const UnlinkEvidence&) const = default;
};
/// A roster begins with its first entry and ends with its last.
struct AddRosterEntry {
    RosterId roster;
    RosterEntry entry;
    std::optional<std::size_t> at{}; ///< row; none: the last
    bool operator==(const AddRosterEntry&) const = default;
};
/// Replaces the columns of the entry of the same id.
struct ChangeRosterEntry {
    RosterId roster;
    RosterEntry entry;
    bool operator==(const ChangeRosterEntry&) const = default;
};
struct RemoveRosterEntry {
    RosterId roster;
    RosterEntryId entry;
    bool operator==(const RemoveRosterEntry&) const = default;
};

/// One change of an assessment as data: what is set and the new value. The history is made of these.
using Edit = std::variant<SetName, SetField, SetPeriod, SetSeat, SetValue, SetNotApplicable, SetComment,
                          AddEvidence, ChangeEvidence, RemoveEvidence, LinkEvidence, UnlinkEvidence,
                          AddRosterEntry, ChangeRosterEntry, RemoveRosterEntry>;

} // namespace duibiao
