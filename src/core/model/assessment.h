#pragma once

#include "core/base/clock.h"
#include "core/base/exact.h"
#include "core/base/hash.h"
#include "core/model/checklist.h"
#include "core/model/extras.h"
#include "core/model/ids.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace duibiao {

/// What was answered: a word of the item's scale or choices, or a number.
using Value = std::variant<WordId, Exact>;

/// A claim that an item does not apply. Effective once the item's NaPermission is satisfied.
struct NotApplicable {
    std::string reason;
    std::string approver;
    bool operator==(const NotApplicable&) const = default;
};

/// One party's result for one item or fact.
struct Response {
    std::optional<Value> value;
    std::optional<NotApplicable> notApplicable;
    std::string comment;
    bool operator==(const Response&) const = default;
};

/// Everything answered about one item: by the body itself, by each evaluator's seat, and what the evaluators
/// agreed.
struct Answer {
    Response self;
    std::map<SeatId, Response> verified;
    std::optional<Response> consensus;
    Extras extras;
    bool operator==(const Answer&) const = default;
};
/// A fact has the same three voices as an item; notApplicable is never set.
using FactEntry = Answer;

/// The body that is assessed. `fields` holds the organisation fields by id (a set has several words): those a
/// checklist declares and the common ones of docs/file-formats.md (credit_code, region, type, level, address
/// …).
struct Organisation {
    std::string name;
    std::map<FieldId, std::vector<std::string>> fields;
    bool operator==(const Organisation&) const = default;
};

/// An ISO interval of days, both included, with the label people use: "2026".
struct Period {
    std::string label;
    Date from;
    Date to;
    bool operator==(const Period&) const = default;
};

enum class EvidenceKind : std::uint8_t { Unstated, Original, Copy, Print, Photo, Electronic };
enum class EvidenceOrigin : std::uint8_t { SelfAssessment, OnSite, Obtained };

/// The number printed on a paper: 附件4-2. Never reused after deletion.
struct AttachmentNumber {
    std::uint32_t chapter = 0;
    std::uint32_t sequence = 0;
    auto operator<=>(const AttachmentNumber&) const = default;
};

/// A paper, picture or file that proves an answer, or a reference to one kept elsewhere ("财务室凭证柜
/// 2025-11").
struct Evidence {
    EvidenceId id;
    AttachmentNumber number;
    std::string title;
    std::string
        fileName; ///< a label only; inside the package files are named by their hash. Empty for a reference
    std::optional<Sha256> content;
    std::uint64_t size = 0;
    std::string whereKept; ///< for a reference without a file
    EvidenceKind kind = EvidenceKind::Unstated;
    EvidenceOrigin origin = EvidenceOrigin::SelfAssessment;
    std::string issuer;
    std::optional<Date> date;
    std::optional<Date> validUntil;
    std::optional<std::uint32_t> pages;
    std::string remark;
    std::vector<std::string> supports; ///< ids of items and facts; empty = waiting in the tray
    Extras extras;
    bool operator==(const Evidence&) const = default;
};

/// A row of a roster (incubatee, graduate, mentor …) with its columns by name.
struct RosterEntry {
    RosterEntryId id;
    std::map<std::string, std::string> columns;
    bool operator==(const RosterEntry&) const = default;
};

struct Roster {
    RosterId id;
    std::vector<RosterEntry> entries;
    Extras extras;
    bool operator==(const Roster&) const = default;
};

/// One organisation's answers to one checklist for one period. A plain value; only edits change it.
struct Assessment {
    std::string document; ///< UUID of the document, the same in every copy
    std::string copy;     ///< UUID of this copy's lineage
    std::string format = "1.0";
    ChecklistIdentity checklist;
    Organisation organisation;
    Period period;
    Timestamp created;
    std::map<ItemId, Answer> answers;
    std::map<FactId, FactEntry> facts;
    std::vector<Evidence> evidence;                        ///< by attachment number
    std::map<std::uint32_t, std::uint32_t> lastAttachment; ///< highest sequence ever used per chapter
    std::vector<Roster> rosters;
    std::map<SeatId, std::string> seats; ///< display names
    Extras extras;

    bool operator==(const Assessment&) const = default;
};

/// Whose values are looked at: the body's own or the verified ones.
enum class View : std::uint8_t { Self, Verified };

/// The response that counts in a view, or null: self; or the consensus, else the only seat that answered.
[[nodiscard]] const Response* responseIn(const Answer& answer, View view);

[[nodiscard]] const Evidence* findEvidence(const Assessment& assessment, const EvidenceId& id);
/// Evidence of an item or fact, by attachment number.
[[nodiscard]] std::vector<const Evidence*> evidenceFor(const Assessment& assessment, const std::string& id);
/// "附件4-2" or "Annex 4-2".
[[nodiscard]] std::string attachmentText(AttachmentNumber number, Language language);

} // namespace duibiao
