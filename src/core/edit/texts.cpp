#include "core/edit/texts.h"

#include "core/base/catalogue.h"
#include "core/base/text.h"

#include <algorithm>
#include <optional>

namespace duibiao {

namespace {

/// Its length is counted as file systems count it.
constexpr std::string_view FileName = msgid("the file name");

bool isIdCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
}

/// XML 1.0 cannot hold control characters, U+FFFE and U+FFFF; DEL has no meaning in a text.
bool isKept(std::string_view character) {
    const auto byte = static_cast<unsigned char>(character.front());
    if (byte < 0x20 || byte == 0x7F) {
        return byte == '\t' || byte == '\n';
    }
    return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
}

void visitEvidence(Evidence& evidence, const TextVisitor& visit) {
    visit(msgid("the title"), evidence.title, LongestLine);
    visit(FileName, evidence.fileName, LongestLabel);
    visit(msgid("the place where it is kept"), evidence.whereKept, LongestLine);
    visit(msgid("the issuer"), evidence.issuer, LongestLine);
    visit(msgid("the remark"), evidence.remark, LongestText);
}

void visitColumns(RosterEntry& entry, const TextVisitor& visit) {
    std::map<std::string, std::string> columns;
    for (const auto& column : entry.columns) {
        auto [name, value] = std::pair<std::string, std::string>(column);
        visit(msgid("the entry of the list"), name, LongestLine);
        visit(msgid("the entry of the list"), value, LongestText);
        columns.emplace(std::move(name), std::move(value));
    }
    entry.columns = std::move(columns);
}

struct Texts {
    const TextVisitor& visit;
    void operator()(SetName& edit) const { visit(msgid("the name"), edit.name, LongestLine); }
    void operator()(SetField& edit) const {
        for (std::string& word : edit.words) {
            visit(msgid("the property"), word, LongestLine);
        }
    }
    void operator()(SetPeriod& edit) const { visit(msgid("the period"), edit.period.label, LongestLine); }
    void operator()(SetSeat& edit) const { visit(msgid("the name"), edit.name, LongestLine); }
    void operator()(SetNotApplicable& edit) const {
        if (edit.claim) {
            visit(msgid("the reason"), edit.claim->reason, LongestText);
            visit(msgid("the approver"), edit.claim->approver, LongestLine);
        }
    }
    void operator()(SetComment& edit) const { visit(msgid("the comment"), edit.comment, LongestText); }
    void operator()(AddEvidence& edit) const { visitEvidence(edit.evidence, visit); }
    void operator()(ChangeEvidence& edit) const { visitEvidence(edit.evidence, visit); }
    void operator()(AddRosterEntry& edit) const { visitColumns(edit.entry, visit); }
    void operator()(ChangeRosterEntry& edit) const { visitColumns(edit.entry, visit); }
    void operator()(auto&) const {} // the others hold ids and numbers
};

/// The ids of an edit, for one check of their form.
struct Ids {
    std::vector<std::string> found;
    void add(const Voice& voice) {
        if (voice.kind == Voice::Kind::Seat) {
            found.push_back(voice.seat.str());
        }
    }
    void add(const Target& target) {
        std::visit([this](const auto& id) { found.push_back(id.str()); }, target);
    }
    void add(const Evidence& evidence) {
        found.push_back(evidence.id.str());
        found.insert(found.end(), evidence.supports.begin(), evidence.supports.end());
    }
    void operator()(const SetName&) {}
    void operator()(const SetPeriod&) {}
    void operator()(const SetField& edit) { found.push_back(edit.field.str()); }
    void operator()(const SetSeat& edit) { found.push_back(edit.seat.str()); }
    void operator()(const SetValue& edit) {
        add(edit.target);
        add(edit.voice);
        if (edit.value && std::holds_alternative<WordId>(*edit.value)) {
            found.push_back(std::get<WordId>(*edit.value).str());
        }
    }
    void operator()(const SetNotApplicable& edit) {
        found.push_back(edit.item.str());
        add(edit.voice);
    }
    void operator()(const SetComment& edit) {
        add(edit.target);
        add(edit.voice);
    }
    void operator()(const AddEvidence& edit) { add(edit.evidence); }
    void operator()(const ChangeEvidence& edit) { add(edit.evidence); }
    void operator()(const RemoveEvidence& edit) { found.push_back(edit.id.str()); }
    void operator()(const LinkEvidence& edit) { found.insert(found.end(), {edit.id.str(), edit.supports}); }
    void operator()(const UnlinkEvidence& edit) { found.insert(found.end(), {edit.id.str(), edit.supports}); }
    void operator()(const AddRosterEntry& edit) {
        found.insert(found.end(), {edit.roster.str(), edit.entry.id.str()});
    }
    void operator()(const ChangeRosterEntry& edit) {
        found.insert(found.end(), {edit.roster.str(), edit.entry.id.str()});
    }
    void operator()(const RemoveRosterEntry& edit) {
        found.insert(found.end(), {edit.roster.str(), edit.entry.str()});
    }
};

} // namespace

std::string tidyText(std::string_view text) {
    constexpr std::string_view Replacement = "\xEF\xBF\xBD";
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t length = utf8SequenceAt(text, offset);
        const std::string_view character = text.substr(offset, std::max<std::size_t>(length, 1));
        offset += character.size();
        if (character == "\r") {
            clean += text.substr(offset).starts_with('\n') ? "" : "\n";
        } else if (length == 0) {
            clean += Replacement;
        } else if (isKept(character)) {
            clean += character;
        }
    }
    return std::string(trimmed(clean));
}

void forEachText(Edit& edit, const TextVisitor& visit) {
    std::visit(Texts{visit}, edit);
}

Edit tidied(Edit edit) {
    forEachText(edit, [](std::string_view, std::string& text, std::size_t) { text = tidyText(text); });
    return edit;
}

bool isId(std::string_view text) {
    constexpr std::size_t Longest = 64;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !text.empty() && text.size() <= Longest && isLetter(text.front()) &&
           std::ranges::all_of(text, isIdCharacter);
}

Result<void> checkTexts(const Edit& edit) {
    std::optional<Error> problem;
    Edit copy = edit;
    forEachText(copy, [&](std::string_view what, std::string& text, std::size_t limit) {
        if (problem) {
            return;
        }
        if (tidyText(text) != text) {
            problem = Error(TextNotTidy, {{"what", std::string(what)}});
            return;
        }
        const std::size_t size = what == FileName ? utf16Length(text) : characterCount(text);
        if (size > limit) {
            problem = Error(TextTooLong, {{"what", std::string(what)},
                                          {"size", std::to_string(size)},
                                          {"limit", std::to_string(limit)}});
        }
    });
    if (problem) {
        return std::unexpected(*problem);
    }
    Ids ids;
    std::visit(ids, edit);
    const auto bad = std::ranges::find_if_not(ids.found, isId);
    if (bad != ids.found.end()) {
        return fail(IdInvalid, {{"id", tidyText(*bad)}});
    }
    return {};
}

} // namespace duibiao
