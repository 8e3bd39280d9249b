#include "core/formats/journal.h"

#include "core/edit/apply.h"
#include "core/formats/document_words.h"
#include "core/formats/edit_json.h"

#include <utility>

namespace duibiao {

namespace {

using journal::SaltedText;
using journal::TextsIn;
using journal::TextsOut;
using nlohmann::json;

constexpr std::string_view IdPrefix = "duibiao-log-v1";
constexpr std::size_t LongestLine = std::size_t{4} << 20U;

Sha256 idOf(std::string_view line) {
    Sha256Stream stream;
    stream.add(IdPrefix);
    stream.add(line);
    return stream.finish();
}

json creationJson(const Creation& creation) {
    return {{"document", creation.document},
            {"copy", creation.copy},
            {"created", creation.created.text()},
            {"checklist",
             {{"id", creation.checklist.id},
              {"edition", creation.checklist.edition},
              {"sha256", creation.checklist.hash}}}};
}

template<class T>
T need(std::optional<T> value) {
    if (!value) {
        throw journal::Malformed{};
    }
    return std::move(*value);
}

Creation creationFrom(const json& in) {
    const json& checklist = in.at("checklist");
    return {in.at("document").get<std::string>(),
            in.at("copy").get<std::string>(),
            need(Timestamp::parse(in.at("created").get<std::string>())),
            {checklist.at("id").get<std::string>(), checklist.at("edition").get<std::string>(),
             checklist.at("sha256").get<std::string>()}};
}

std::string textLine(const SaltedText& text) {
    return json({{"salt", text.salt}, {"sha256", text.hash().text()}, {"text", text.text}}).dump();
}

bool isSalt(std::string_view text) {
    constexpr std::size_t Length = 32;
    return text.size() == Length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
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
            if (end == std::string_view::npos || end > LongestLine) {
                return damaged(end == std::string_view::npos ? "no-line-end" : "line-too-long");
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
            return damaged("empty");
        }
        return std::move(journal_);
    }

private:
    std::unexpected<Error> damaged(std::string_view fault) const {
        return fail(JournalLineMalformed, {{"line", std::to_string(line_)}, {"fault", std::string(fault)}});
    }

    Result<void> readLine(std::string_view line) {
        json parsed = json::parse(line, nullptr, false);
        // One content has one form: so no key stands twice and nothing hides between the values.
        if (parsed.is_discarded() || !parsed.is_object() || parsed.dump() != line) {
            return damaged("form");
        }
        if (!parsed.contains("edits")) {
            return readText(parsed);
        }
        if (auto finished = finishEntry(); !finished) {
            return finished;
        }
        if (journal_.entries_.size() >= Journal::LargestCount) {
            return damaged("too-many-entries");
        }
        waiting_ = std::move(parsed);
        waitingId_ = idOf(line);
        waitingLine_ = line_;
        return {};
    }

    Result<void> readText(const json& line) {
        const bool removed = line.size() == 2 && line.value("removed", json()) == json(true);
        const bool kept = line.size() == 3 && line.contains("salt") && line.contains("text");
        if (!waiting_ || !(removed || kept) || !line.value("sha256", json()).is_string()) {
            return damaged("text");
        }
        const std::string hash = line["sha256"].get<std::string>();
        std::optional<std::string> text;
        if (kept) {
            if (!line["salt"].is_string() || !line["text"].is_string() ||
                !isSalt(line["salt"].get<std::string>())) {
                return damaged("text");
            }
            text = line["text"].get<std::string>();
            if (SaltedText{line["salt"].get<std::string>(), *text}.hash().text() != hash) {
                return damaged("text-hash");
            }
        }
        if (!texts_.byHash.emplace(hash, std::move(text)).second) {
            return damaged("text-twice");
        }
        return {};
    }

    Result<void> finishEntry() {
        if (!waiting_) {
            return {};
        }
        const json in = std::move(*waiting_);
        waiting_.reset();
        JournalEntry entry;
        entry.id = waitingId_;
        try {
            readEntry(in, entry);
        } catch (const json::exception&) {
            return damagedEntry("entry");
        } catch (const std::out_of_range&) {
            return damagedEntry("text-missing");
        } catch (const journal::Malformed&) {
            return damagedEntry("entry");
        }
        if (const std::string_view fault = chainFault(entry); !fault.empty()) {
            return damagedEntry(fault);
        }
        texts_ = {};
        journal_.keep(std::move(entry));
        return {};
    }

    std::unexpected<Error> damagedEntry(std::string_view fault) const {
        return fail(JournalLineMalformed,
                    {{"line", std::to_string(waitingLine_)}, {"fault", std::string(fault)}});
    }

    void readEntry(const json& in, JournalEntry& entry) {
        for (const json& parent : in.at("parents")) {
            entry.parents.push_back(need(Sha256::parse(parent.get<std::string>())));
        }
        entry.seat = SeatId(in.at("seat").get<std::string>());
        entry.time = need(Timestamp::parse(in.at("time").get<std::string>()));
        if (in.contains("create")) {
            entry.creation = creationFrom(in["create"]);
        }
        for (const json& edit : in.at("edits")) {
            if (auto read = journal::fromJson(edit, texts_)) {
                entry.edits.push_back(std::move(*read));
            } else {
                entry.complete = false;
            }
        }
        entry.complete = entry.complete && !texts_.missing();
    }

    /// What is wrong with its place in the history; empty when nothing is.
    [[nodiscard]] std::string_view chainFault(const JournalEntry& entry) const {
        const bool first = journal_.entries_.empty();
        if (first != entry.parents.empty() || first != entry.creation.has_value()) {
            return "beginning";
        }
        for (std::size_t i = 0; i < entry.parents.size(); ++i) {
            if (!journal_.ids_.contains(entry.parents[i])) {
                return "unknown-parent";
            }
            if (i > 0 && entry.parents[i] <= entry.parents[i - 1]) {
                return "order-of-parents";
            }
        }
        return journal_.ids_.contains(entry.id) ? "entry-twice" : "";
    }

    Journal journal_;
    std::size_t line_ = 0;
    std::optional<json> waiting_;
    Sha256 waitingId_;
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
    json out = {
        {"seat", seat.str()}, {"time", time.text()}, {"parents", json::array()}, {"edits", json::array()}};
    for (const Sha256& parent : entry.parents) {
        out["parents"].push_back(parent.text());
    }
    if (entry.creation) {
        out["create"] = creationJson(*entry.creation);
    }
    for (const Edit& edit : edits) {
        out["edits"].push_back(journal::toJson(edit, texts));
    }
    const std::string line = out.dump();
    entry.id = idOf(line);
    bytes_ += line + '\n';
    for (const SaltedText& text : texts.texts()) {
        bytes_ += textLine(text) + '\n';
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
