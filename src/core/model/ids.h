#pragma once

#include "core/base/id.h"

namespace duibiao {

/// Items, facts, sections, groups and organisation fields of one checklist share one space of names: an id
/// means one thing. Syntax: letters, digits, '.', '_' and '-', first a letter, at most 64 characters.
using ItemId = Id<struct ItemTag>;
using SectionId = Id<struct SectionTag>;
using FactId = Id<struct FactTag>;
using GroupId = Id<struct GroupTag>;
using FieldId = Id<struct FieldTag>;
using ScaleId = Id<struct ScaleTag>;
using BandId = Id<struct BandTag>;
/// A word of an answer: "conform", "yes", "national". Words belong to a scale, a choice or a fact.
using WordId = Id<struct WordTag>;

using EvidenceId = Id<struct EvidenceTag>;
using RosterId = Id<struct RosterTag>;
using RosterEntryId = Id<struct RosterEntryTag>;
/// One place from which an assessment is edited: a person on a computer. Names who answered, reviewed or
/// signed.
using SeatId = Id<struct SeatTag>;

} // namespace duibiao
