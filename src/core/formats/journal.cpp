#include "core/formats/journal.h"

#include "core/base/catalogue.h"
#include "core/edit/apply.h"
#include "core/formats/journal_lines.h"

#include <utility>

namespace duibiao {

namespace {

using journal::SaltedText;
using journal::TextsIn;
using journal::TextsOut;

constexpr std::string_view IdPrefix = "duibiao-log-v1";
constexpr std::size_t LongestLine = std::size_t{4} << 20U;

Sha256 idOf(std::string_view line) {
    Sha256Stream stream;
    stream.add(IdPrefix);
    stream.add(line);
    return stream.finish();
}

} // namespace

/// Reads lines one by one; an entry is finished when the next one begins, for its texts stand behind it.
class JournalParser {
public:
    [[nodiscard]] Result<Journal> parse(std::string_view bytes) {
        journal_.bytes_ = bytes;
        while (!bytes.empty()) {
            ++line_;
            const std::size_t end = bytes.find('\n');
            if (end > LongestLine) { // so is npos
                return damaged(end == std::string_view::npos ? msgid("its end is missing")
                                                             : msgid("it is too long"));
            }
            if (auto read = readLine(bytes.substr(0, end)); !read) {
                return passOn(read);
            }
            bytes.remove_prefix(end + 1);
        }
        if (auto finished = finishEntry(); !finished) {
            return passOn(finished);
        }
        if (journal_.entries_.empty()) {
            return damaged(msgid("there is none"));
        }
        return std::move(journal_);
    }

private:
    [[nodiscard]] std::unexpected<Error> damaged(std::string_view fault) const {
        return fail(JournalLineMalformed, {{"line", std::to_string(line_)}, {"fault", std::string(fault)}});
    }

    Result<void> readLine(std::string_view line) {
        if (!journal::isEntryLine(line)) {
            const std::string_view fault = waiting_
                                               ? journal::readTextLine(line, texts_)
                                               : msgid("a text stands where none belongs or is not complete");
            return fault.empty() ? Result<void>() : Result<void>(damaged(fault));
        }
        if (auto finished = finishEntry(); !finished) {
            return finished;
        }
        if (journal_.entries_.size() >= Journal::LargestCount) {
            return damaged(msgid("there are too many entries"));
        }
        waiting_ = line;
        waitingLine_ = line_;
        return {};
    }

    Result<void> finishEntry() {
        if (!waiting_) {
            return {};
        }
        JournalEntry entry;
        entry.id = idOf(*waiting_);
        std::string_view fault = journal::readEntryLine(*waiting_, texts_, entry);
        fault = fault.empty() ? chainFault(entry) : fault;
        if (!fault.empty()) {
            return damagedEntry(fault);
        }
        waiting_.reset();
        texts_ = {};
        journal_.keep(std::move(entry));
        return {};
    }

    [[nodiscard]] std::unexpected<Error> damagedEntry(std::string_view fault) const {
        return fail(JournalLineMalformed,
                    {{"line", std::to_string(waitingLine_)}, {"fault", std::string(fault)}});
    }

    /// What is wrong with its place in the history; empty when nothing is.
    [[nodiscard]] std::string_view chainFault(const JournalEntry& entry) const {
        const bool first = journal_.entries_.empty();
        if (first != entry.parents.empty() || first != entry.creation.has_value()) {
            return msgid("it is no beginning, or not the only one");
        }
        for (std::size_t i = 0; i < entry.parents.size(); ++i) {
            if (!journal_.ids_.contains(entry.parents[i])) {
                return msgid("what it builds upon is missing or was changed");
            }
            if (i > 0 && entry.parents[i] <= entry.parents[i - 1]) {
                return msgid("what it builds upon is not in order");
            }
        }
        return journal_.ids_.contains(entry.id) ? msgid("it stands there twice") : std::string_view();
    }

    Journal journal_;
    std::size_t line_ = 0;
    std::optional<std::string_view> waiting_; ///< the line of an entry
    std::size_t waitingLine_ = 0;
    TextsIn texts_;
};

Result<Journal> Journal::parse(std::string_view bytes) {
    return JournalParser().parse(bytes);
}

void Journal::keep(JournalEntry entry) {
    ids_.insert(entry.id);
    heads_.insert(entry.id);
    for (const Sha256& parent : entry.parents) {
        heads_.erase(parent);
    }
    entries_.push_back(std::move(entry));
}

Result<void> Journal::begin(const Creation& creation, const SeatId& seat, Timestamp time,
                            const std::vector<Edit>& edits) {
    return add(creation, seat, time, edits);
}

Result<void> Journal::append(const SeatId& seat, Timestamp time, const std::vector<Edit>& edits) {
    return add(std::nullopt, seat, time, edits);
}

Result<void> Journal::add(std::optional<Creation> creation, const SeatId& seat, Timestamp time,
                          const std::vector<Edit>& edits) {
    if (entries_.size() >= LargestCount) {
        return fail(JournalFull, {{"limit", std::to_string(LargestCount)}});
    }
    JournalEntry entry;
    entry.parents = heads();
    entry.seat = seat;
    entry.time = time;
    entry.creation = std::move(creation);
    entry.edits = edits;
    TextsOut texts;
    const std::string line = journal::entryLine(entry, texts);
    entry.id = idOf(line);
    bytes_ += line + '\n';
    for (const SaltedText& text : texts) {
        bytes_ += journal::textLine(text) + '\n';
    }
    keep(std::move(entry));
    return {};
}

std::optional<Assessment> Journal::replay() const {
    std::optional<Assessment> assessment;
    const JournalEntry* before = nullptr;
    for (const JournalEntry& entry : entries_) {
        const bool follows =
            before == nullptr || (entry.parents.size() == 1 && entry.parents[0] == before->id);
        if (!entry.complete || !follows) {
            return std::nullopt;
        }
        if (entry.creation) {
            assessment = bornAssessment(*entry.creation);
        }
        for (const Edit& edit : entry.edits) {
            if (!assessment || !applyEdit(*assessment, edit)) {
                return std::nullopt;
            }
        }
        before = &entry;
    }
    return assessment;
}

Assessment bornAssessment(const Creation& creation) {
    Assessment assessment;
    assessment.document = creation.document;
    assessment.copy = creation.copy;
    assessment.created = creation.created;
    assessment.checklist = creation.checklist;
    return assessment;
}

} // namespace duibiao
