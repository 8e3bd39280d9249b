#pragma once

#include "core/base/clock.h"
#include "core/base/exact.h"
#include "core/model/extras.h"
#include "core/model/ids.h"
#include "core/model/rule.h"
#include "core/model/text.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace duibiao {

/// The state of the standard or rule a checklist is derived from.
enum class StandardStatus : std::uint8_t { InForce, Draft, Superseded };

/// What a check point rests on. See docs/content.md; a report prints it, so that nobody takes ours for a
/// standard's.
enum class Basis : std::uint8_t {
    Text,     ///< a sentence seen in the standard
    Derived,  ///< drawn by us from a term of the standard
    Chapter,  ///< a theme reported to be in the standard
    Rule,     ///< a figure of a government rule
    Draft,    ///< a draft, not a standard's text
    Practice, ///< our own professional point
};

/// How far a source can be trusted.
enum class Confidence : std::uint8_t { High, Medium, Low };

/// Our own degree of demand. 应/宜/可 (OfficialModality) belong to an official text that was compared.
enum class Modality : std::uint8_t { MustCheck, Advised, Recorded };
enum class OfficialModality : std::uint8_t { Shall, Should, May };

/// Whether somebody has compared a check point with the official text.
struct Verification {
    bool compared = false;
    std::string by;
    std::optional<Date> on;
    std::optional<OfficialModality> modality;
    Extras extras{};
    bool operator==(const Verification&) const = default;
};

/// Where a section or item comes from.
struct Origin {
    std::string clause;  ///< clause number of the official text; empty unless it is known
    LocalText reference; ///< our own words about the place, e.g. "据术语 3.2 引申，自拟"
    Basis basis = Basis::Practice;
    std::optional<Confidence> confidence;
    LocalText source;
    Verification verification;
    bool operator==(const Origin&) const = default;
};

/// A word that can be answered, with the share it earns (0..1) where it is scored.
struct Choice {
    WordId id;
    LocalText label;
    std::optional<Exact> share;
    Extras extras{};
    bool operator==(const Choice&) const = default;
};

/// A rating scale, best word first. The built-in one is "conformity": conform 1, partial 1/2, nonconform 0.
struct Scale {
    ScaleId id;
    std::vector<Choice> words;
    Extras extras{};
    bool operator==(const Scale&) const = default;
};

enum class Unit : std::uint8_t {
    Count,
    Ratio, ///< 92 or 92 % typed is 0.92
    Wan,   ///< ten thousand yuan, 万元
    Months,
    SquareMetres,
    Points,
    Level, ///< a whole number between `minimum` and `maximum`
    Word,  ///< one of `words`
    YesNo, ///< "yes" or "no"
};

/// A named input, entered once and read by every rule that names it. The same id has the same meaning in
/// every checklist (assets of the shared dictionary are checked by lint).
struct FactDefinition {
    FactId id;
    Unit unit = Unit::Count;
    LocalText label;
    LocalText note; ///< how it is counted
    std::optional<Exact> minimum;
    std::optional<Exact> maximum;
    std::vector<Choice> words;
    Extras extras;
    bool operator==(const FactDefinition&) const = default;
};

enum class FieldKind : std::uint8_t { Text, Word, Words, YesNo };

/// A property of the organisation that conditions may ask for (type, services offered, region …).
struct FieldDefinition {
    FieldId id;
    FieldKind kind = FieldKind::Word;
    LocalText label;
    LocalText note;
    std::vector<Choice> words;
    Extras extras;
    bool operator==(const FieldDefinition&) const = default;
};

/// How an effective N/A counts. Default of the checklist, may be overridden per section.
enum class NaTreatment : std::uint8_t {
    Exclude, ///< (0, 0): the rest is rescaled
    Full,    ///< (w, w)
    Zero,    ///< (0, w)
    Anchor,  ///< (w·t, w), t = the item's target share
};

/// Whether an item may be answered N/A, and what it takes.
enum class NaPermission : std::uint8_t {
    Never,
    ByCondition, ///< the judging text itself grants it: a reason is enough
    Free,        ///< reason and approver
};

enum class ItemRole : std::uint8_t {
    Scored,
    Veto,       ///< scored, and failing it decides the outcome
    Admission,  ///< must be met before anything is scored
    DirectPass, ///< meeting it replaces floors and bands
    Deduction,
    Bonus,
};

/// Who answers: the body itself or only the evaluators.
enum class Answerer : std::uint8_t { Self, Evaluator };

/// How an item is answered. Rating, YesNo and Choice are words; the numeric kinds are decided by facts and
/// say how to show them.
enum class AnswerKind : std::uint8_t { Rating, YesNo, Choice, Level, Count, Percent, Amount, Months, Area };
[[nodiscard]] bool isWordAnswer(AnswerKind kind);

enum class Method : std::uint8_t { Review, Sample, Interview, Observe };

/// How many to draw on site: `percent` of the population, at least `minimum`, at most `maximum`; `all` when
/// smaller.
struct Sampling {
    LocalText phrase;
    LocalText population;
    std::optional<Exact> percent; ///< as a ratio
    std::optional<std::uint32_t> minimum;
    std::optional<std::uint32_t> maximum;
    bool everything = false;
    Extras extras{};
    bool operator==(const Sampling&) const = default;
};

/// A sentence that helps to judge. `word` names the result it belongs to, or is empty for a general note.
struct Guidance {
    WordId word;
    LocalText text;
    bool operator==(const Guidance&) const = default;
};

/// A check point.
struct Item {
    ItemId id;
    SectionId section;
    Origin origin;
    Modality modality = Modality::MustCheck;
    ItemRole role = ItemRole::Scored;
    Answerer by = Answerer::Self;
    AnswerKind answer = AnswerKind::Rating;
    ScaleId scale;               ///< of a rating; empty = "conformity"
    std::vector<Choice> choices; ///< of a choice
    std::optional<Rule> rule;    ///< reads facts only; then the item has no answer of its own
    GroupId group;               ///< empty = none
    NaPermission na = NaPermission::Free;
    Exact weight = 1;
    std::optional<Exact> target; ///< share in the target profile, for NaTreatment::Anchor
    std::optional<Rule> appliesIf;
    LocalText title;
    LocalText check;
    std::vector<LocalText> evidenceHints;
    std::vector<Method> methods;
    std::optional<Sampling> sampling;
    std::vector<Guidance> guidance;
    Extras extras;
    bool operator==(const Item&) const = default;
};

/// Whether the share of a section is its points over its possible points, or the mean of its children's
/// shares.
enum class Aggregate : std::uint8_t { Sum, Mean };

struct Section {
    SectionId id;
    SectionId parent; ///< empty at the top
    Origin origin;
    LocalText title;
    LocalText note;
    LocalText judging; ///< rules of judging that hold for all its items
    Aggregate aggregate = Aggregate::Sum;
    std::optional<Exact> points; ///< when set, the section counts share × points whatever its items weigh
    std::optional<Exact> floor;  ///< least points on the scale of the whole, inclusive
    std::optional<NaTreatment> naTreatment;
    std::optional<Rule> appliesIf; ///< inherited by everything below
    Extras extras;
    bool operator==(const Section&) const = default;
};

enum class GroupKind : std::uint8_t { AnyOf, AllOf, AtLeast };

/// Items that form one unit: the weight counts once. Members carry the same weight, role and condition
/// (lint).
struct Group {
    GroupId id;
    GroupKind kind = GroupKind::AnyOf;
    std::uint32_t least = 1; ///< of AtLeast
    LocalText title;
    Extras extras;
    bool operator==(const Group&) const = default;
};

struct Band {
    BandId id;
    LocalText title;
    Exact lower;
    bool exclusive = false; ///< the bound itself does not reach the band
    bool passes = true;
    Extras extras{};
    bool operator==(const Band&) const = default;
};

enum class SchemeKind : std::uint8_t {
    Score,       ///< a number, maximum × O ÷ P, with bands and floors
    Recognition, ///< every condition met or not; no number is reported
};
/// When a veto is hit: at share 0, or below share 1.
enum class VetoLine : std::uint8_t { Zero, NotFull };

/// How the checklist turns shares into an outcome.
struct Scheme {
    SchemeKind kind = SchemeKind::Score;
    Exact maximum = 100;
    NaTreatment naTreatment = NaTreatment::Exclude;
    VetoLine vetoLine = VetoLine::Zero;
    int decimals = 2;        ///< of the displayed score
    std::vector<Band> bands; ///< best first
    Exact bonusCap;          ///< most that bonus items may add; 0 = no bonus items
    LocalText note;
    Extras extras;
    bool operator==(const Scheme&) const = default;
};

/// The standard or rule the checklist is measured against.
struct Standard {
    std::string number; ///< "GB/T 39668-2020"
    LocalText title;
    StandardStatus status = StandardStatus::InForce;
    std::string field; ///< key of the standards map, e.g. "business-incubation"
    Extras extras{};
    bool operator==(const Standard&) const = default;
};

struct Checklist {
    std::string id;      ///< "gbt-39668-2020"
    std::string edition; ///< "1.0"; ours, not the standard's
    std::string format = "1.0";
    LocalText title;
    LocalText shortTitle;
    Standard standard;
    LocalText note; ///< what it is and what it is not, printed on every first page
    Scheme scheme;
    std::vector<Scale> scales;
    std::vector<FieldDefinition> fields;
    std::vector<FactDefinition> facts;
    std::vector<Group> groups;
    std::vector<Section> sections; ///< in reading order, a parent before its children
    std::vector<Item> items;       ///< in reading order
    Extras extras;

    bool operator==(const Checklist&) const = default;
};

/// A checklist with the identity of its bytes: id + edition + content hash (hexadecimal SHA-256 of the file
/// as read).
struct ChecklistIdentity {
    std::string id;
    std::string edition;
    std::string hash;
    bool operator==(const ChecklistIdentity&) const = default;
};

// Look-ups by id; null when there is none. Linear: use ChecklistIndex where it matters.
[[nodiscard]] const Item* findItem(const Checklist& checklist, const ItemId& id);
[[nodiscard]] const Section* findSection(const Checklist& checklist, const SectionId& id);
[[nodiscard]] const FactDefinition* findFact(const Checklist& checklist, const FactId& id);
[[nodiscard]] const FieldDefinition* findField(const Checklist& checklist, const FieldId& id);
[[nodiscard]] const Group* findGroup(const Checklist& checklist, const GroupId& id);
/// The scale of a rating item: its own, the checklist's, or the built-in "conformity".
[[nodiscard]] const Scale& scaleOf(const Checklist& checklist, const Item& item);
/// The words an item can be answered with: its scale, yes/no, or its choices; empty for items decided by
/// facts.
[[nodiscard]] std::vector<Choice> wordsOf(const Checklist& checklist, const Item& item);
/// A word an item can be answered with, or null. For an item decided by facts: a word an evaluator may
/// override it with (its scale, its choices, yes and no).
[[nodiscard]] const Choice* findWord(const Checklist& checklist, const Item& item, const WordId& word);
/// How many items somebody has compared with the official text.
[[nodiscard]] std::size_t verifiedItems(const Checklist& checklist);

} // namespace duibiao
