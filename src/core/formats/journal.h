#pragma once

#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/edit/edit.h"
#include "core/model/assessment.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

inline constexpr ErrorKind JournalLineMalformed =
    errorKind("journal-line-malformed", Category::Input,
              "line {line} of the history is damaged ({fault}); get the file again from its sender");
inline constexpr ErrorKind JournalFull =
    errorKind("journal-full", Category::Output,
              "the history has {limit} entries, the most that are kept; save the file without its history");

/// What an assessment is born with.
struct Creation {
    std::string document;
    std::string copy;
    Timestamp created;
    ChecklistIdentity checklist{};
    bool operator==(const Creation&) const = default;
};

/// One step of the history.
struct JournalEntry {
    Sha256 id; ///< of "duibiao-log-v1" and its raw line
    std::vector<Sha256> parents;
    SeatId seat;
    Timestamp time;
    std::optional<Creation> creation; ///< of the first entry alone
    std::vector<Edit> edits;
    bool complete = true; ///< false: a text was removed for good or an edit is of a kind that is not known
};

/// The history of an assessment (docs/file-formats.md §5): it is only ever added to.
class Journal {
public:
    static constexpr std::size_t LargestCount = 200'000;

    /// Checks the form of every line, every hash of a text, that parents stand before and that only the first
    /// entry has none. JournalLineMalformed names the first fault.
    [[nodiscard]] static Result<Journal> parse(std::string_view bytes);

    /// The entry that begins a history. Precondition: there is none yet.
    [[nodiscard]] Result<void> begin(const Creation& creation, const SeatId& seat, Timestamp time,
                                     const std::vector<Edit>& edits);
    /// One more entry behind all heads. The edits are those that were applied, with their new values.
    [[nodiscard]] Result<void> append(const SeatId& seat, Timestamp time, const std::vector<Edit>& edits);

    [[nodiscard]] const std::vector<JournalEntry>& entries() const { return entries_; }
    /// Entries nobody has built upon yet, sorted: one, except in a file that was merged badly.
    [[nodiscard]] std::vector<Sha256> heads() const { return {heads_.begin(), heads_.end()}; }
    /// The bytes of log.jsonl.
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

    /// The assessment the history leads to; none when that cannot be told: entries are incomplete, side by
    /// side, or do not fit onto one another.
    [[nodiscard]] std::optional<Assessment> replay() const;

private:
    [[nodiscard]] Result<void> add(std::optional<Creation> creation, const SeatId& seat, Timestamp time,
                                   const std::vector<Edit>& edits);
    void keep(JournalEntry entry);
    friend class JournalParser;

    std::string bytes_;
    std::vector<JournalEntry> entries_;
    std::set<Sha256> ids_;
    std::set<Sha256> heads_;
};

/// An assessment as it is born, before any edit.
[[nodiscard]] Assessment bornAssessment(const Creation& creation);

} // namespace duibiao
