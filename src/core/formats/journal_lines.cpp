#include "core/formats/journal_lines.h"

#include "core/base/catalogue.h"
#include "core/formats/document_words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace duibiao::journal {

namespace {

using nlohmann::json;

/// What stands there has no meaning.
struct Malformed {};

std::string hex(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += Digits[byte >> 4U];
        text += Digits[byte & 0x0FU];
    }
    return text;
}

std::string saltBytes(std::string_view text) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        bytes += static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1]));
    }
    return bytes;
}

SaltedText salted(std::string text) {
    std::array<std::uint8_t, 16> salt{};
    fillRandom(salt);
    return {hex(salt), std::move(text)};
}

/// "" or {"sha256":…}
json putText(TextsOut& texts, const std::string& text) {
    if (text.empty()) {
        return "";
    }
    texts.push_back(salted(text));
    return {{"sha256", texts.back().hash().text()}};
}

std::string getText(TextsIn& texts, const json& in) {
    if (in.is_string() && in.get_ref<const std::string&>().empty()) {
        return {};
    }
    const std::optional<std::string>& text = texts.byHash.at(in.at("sha256").get<std::string>());
    texts.missing = texts.missing || !text;
    return text.value_or("");
}

/// A value that has to be there in its one form.
template<class T>
T need(std::optional<T> value) {
    if (!value) {
        throw Malformed{};
    }
    return std::move(*value);
}

// To JSON

std::string voiceText(const Voice& voice) {
    switch (voice.kind) {
    case Voice::Kind::Seat:
        return "seat:" + voice.seat.str();
    case Voice::Kind::Consensus:
        return "consensus";
    case Voice::Kind::Self:
        break;
    }
    return "self";
}

void putTarget(json& out, const Target& target) {
    if (const auto* item = std::get_if<ItemId>(&target)) {
        out["item"] = item->str();
    } else {
        out["fact"] = std::get<FactId>(target).str();
    }
}

void putExtras(json& out, const Extras& extras, TextsOut& texts) {
    for (const auto& [name, value] : extras.attributes) {
        out["extra-attributes"].push_back(json::array({name, putText(texts, value)}));
    }
    for (const std::string& element : extras.elements) {
        out["extra-elements"].push_back(putText(texts, element));
    }
}

json evidenceJson(const Evidence& evidence, TextsOut& texts) {
    json out = {{"id", evidence.id.str()},
                {"title", putText(texts, evidence.title)},
                {"file", putText(texts, evidence.fileName)},
                {"kept", putText(texts, evidence.whereKept)},
                {"issuer", putText(texts, evidence.issuer)},
                {"remark", putText(texts, evidence.remark)},
                {"kind", wordFor(evidence.kind, EvidenceKindWords)},
                {"origin", wordFor(evidence.origin, EvidenceOriginWords)},
                {"supports", evidence.supports}};
    if (evidence.number != AttachmentNumber{}) {
        out["number"] = attachmentNumberText(evidence.number);
    }
    if (evidence.content) {
        out["sha256"] = evidence.content->text();
        out["size"] = evidence.size;
    }
    if (evidence.date) {
        out["date"] = evidence.date->text();
    }
    if (evidence.validUntil) {
        out["valid-until"] = evidence.validUntil->text();
    }
    if (evidence.pages) {
        out["pages"] = *evidence.pages;
    }
    putExtras(out, evidence.extras, texts);
    return out;
}

json entryJson(std::string_view kind, const RosterId& roster, const RosterEntry& entry, TextsOut& texts) {
    json columns = json::array();
    for (const auto& [name, value] : entry.columns) {
        columns.push_back(json::array({putText(texts, name), putText(texts, value)}));
    }
    return {
        {"kind", kind}, {"roster", roster.str()}, {"id", entry.id.str()}, {"columns", std::move(columns)}};
}

struct ToJson {
    TextsOut& texts;

    json operator()(const SetName& edit) const {
        return {{"kind", "set-name"}, {"name", putText(texts, edit.name)}};
    }
    json operator()(const SetField& edit) const {
        json words = json::array();
        for (const std::string& word : edit.words) {
            words.push_back(putText(texts, word));
        }
        return {{"kind", "set-field"}, {"field", edit.field.str()}, {"words", std::move(words)}};
    }
    json operator()(const SetPeriod& edit) const {
        json out = {{"kind", "set-period"}, {"label", putText(texts, edit.period.label)}};
        if (edit.period.from != Date{} || edit.period.to != Date{}) {
            out["from"] = edit.period.from.text();
            out["to"] = edit.period.to.text();
        }
        return out;
    }
    json operator()(const SetSeat& edit) const {
        return {{"kind", "set-seat"}, {"id", edit.seat.str()}, {"name", putText(texts, edit.name)}};
    }
    json operator()(const SetValue& edit) const {
        json out = {{"kind", "set-value"}, {"voice", voiceText(edit.voice)}};
        putTarget(out, edit.target);
        if (edit.value) {
            if (const auto* word = std::get_if<WordId>(&*edit.value)) {
                out["word"] = word->str();
            } else {
                out["number"] = std::get<Exact>(*edit.value).text();
            }
        }
        return out;
    }
    json operator()(const SetNotApplicable& edit) const {
        json out = {
            {"kind", "set-not-applicable"}, {"item", edit.item.str()}, {"voice", voiceText(edit.voice)}};
        if (edit.claim) {
            out["reason"] = putText(texts, edit.claim->reason);
            out["approver"] = putText(texts, edit.claim->approver);
        }
        return out;
    }
    json operator()(const SetComment& edit) const {
        json out = {{"kind", "set-comment"},
                    {"voice", voiceText(edit.voice)},
                    {"text", putText(texts, edit.comment)}};
        putTarget(out, edit.target);
        return out;
    }
    json operator()(const AddEvidence& edit) const {
        return {{"kind", "add-evidence"}, {"evidence", evidenceJson(edit.evidence, texts)}};
    }
    json operator()(const ChangeEvidence& edit) const {
        return {{"kind", "change-evidence"}, {"evidence", evidenceJson(edit.evidence, texts)}};
    }
    json operator()(const RemoveEvidence& edit) const {
        return {{"kind", "remove-evidence"}, {"id", edit.id.str()}};
    }
    json operator()(const LinkEvidence& edit) const {
        json out = {{"kind", "link-evidence"}, {"id", edit.id.str()}, {"supports", edit.supports}};
        if (edit.at) {
            out["at"] = *edit.at;
        }
        return out;
    }
    json operator()(const UnlinkEvidence& edit) const {
        return {{"kind", "unlink-evidence"}, {"id", edit.id.str()}, {"supports", edit.supports}};
    }
    json operator()(const AddRosterEntry& edit) const {
        json out = entryJson("add-roster-entry", edit.roster, edit.entry, texts);
        if (edit.at) {
            out["at"] = *edit.at;
        }
        return out;
    }
    json operator()(const ChangeRosterEntry& edit) const {
        return entryJson("change-roster-entry", edit.roster, edit.entry, texts);
    }
    json operator()(const RemoveRosterEntry& edit) const {
        return {{"kind", "remove-roster-entry"}, {"roster", edit.roster.str()}, {"id", edit.entry.str()}};
    }
};

// From JSON

std::string textAt(const json& in, const char* key) {
    return in.at(key).get<std::string>();
}

template<class Parse>
auto optionalAt(const json& in, const char* key, Parse parse) -> decltype(parse(std::string_view())) {
    if (!in.contains(key)) {
        return std::nullopt;
    }
    return need(parse(textAt(in, key)));
}

Voice voiceAt(const json& in) {
    const std::string text = textAt(in, "voice");
    constexpr std::string_view Seat = "seat:";
    if (text.starts_with(Seat)) {
        return {Voice::Kind::Seat, SeatId(text.substr(Seat.size()))};
    }
    if (text != "self" && text != "consensus") {
        throw Malformed{};
    }
    return {text == "self" ? Voice::Kind::Self : Voice::Kind::Consensus};
}

Target targetAt(const json& in) {
    if (in.contains("item") == in.contains("fact")) {
        throw Malformed{};
    }
    return in.contains("item") ? Target(ItemId(textAt(in, "item"))) : Target(FactId(textAt(in, "fact")));
}

std::optional<Value> valueAt(const json& in) {
    if (in.contains("word")) {
        return WordId(textAt(in, "word"));
    }
    const auto number = optionalAt(in, "number", Exact::parse);
    return number ? std::optional<Value>(*number) : std::nullopt;
}

std::optional<std::size_t> placeAt(const json& in) {
    return in.contains("at") ? std::optional(in.at("at").get<std::size_t>()) : std::nullopt;
}

Extras extrasAt(const json& in, TextsIn& texts) {
    Extras extras;
    for (const json& attribute : in.value("extra-attributes", json::array())) {
        extras.attributes.emplace_back(attribute.at(0).get<std::string>(), getText(texts, attribute.at(1)));
    }
    for (const json& element : in.value("extra-elements", json::array())) {
        extras.elements.push_back(getText(texts, element));
    }
    return extras;
}

Evidence evidenceAt(const json& edit, TextsIn& texts) {
    const json& in = edit.at("evidence");
    Evidence evidence;
    evidence.id = EvidenceId(textAt(in, "id"));
    evidence.number = optionalAt(in, "number", parseAttachmentNumber).value_or(AttachmentNumber{});
    evidence.title = getText(texts, in.at("title"));
    evidence.fileName = getText(texts, in.at("file"));
    evidence.content = optionalAt(in, "sha256", Sha256::parse);
    evidence.size = evidence.content ? in.at("size").get<std::uint64_t>() : 0;
    evidence.whereKept = getText(texts, in.at("kept"));
    evidence.kind = need(valueFor(textAt(in, "kind"), EvidenceKindWords));
    evidence.origin = need(valueFor(textAt(in, "origin"), EvidenceOriginWords));
    evidence.issuer = getText(texts, in.at("issuer"));
    evidence.date = optionalAt(in, "date", Date::parse);
    evidence.validUntil = optionalAt(in, "valid-until", Date::parse);
    if (in.contains("pages")) {
        evidence.pages = in.at("pages").get<std::uint32_t>();
    }
    evidence.remark = getText(texts, in.at("remark"));
    evidence.supports = in.at("supports").get<std::vector<std::string>>();
    evidence.extras = extrasAt(in, texts);
    return evidence;
}

RosterEntry entryAt(const json& in, TextsIn& texts) {
    RosterEntry entry;
    entry.id = RosterEntryId(textAt(in, "id"));
    for (const json& column : in.at("columns")) {
        entry.columns.emplace(getText(texts, column.at(0)), getText(texts, column.at(1)));
    }
    return entry;
}

Edit readSetName(const json& in, TextsIn& texts) {
    return SetName{getText(texts, in.at("name"))};
}
Edit readSetField(const json& in, TextsIn& texts) {
    SetField edit{FieldId(textAt(in, "field")), {}};
    for (const json& word : in.at("words")) {
        edit.words.push_back(getText(texts, word));
    }
    return edit;
}
Edit readSetPeriod(const json& in, TextsIn& texts) {
    SetPeriod edit{{getText(texts, in.at("label")), {}, {}}};
    edit.period.from = optionalAt(in, "from", Date::parse).value_or(Date{});
    edit.period.to = optionalAt(in, "to", Date::parse).value_or(Date{});
    return edit;
}
Edit readSetSeat(const json& in, TextsIn& texts) {
    return SetSeat{SeatId(textAt(in, "id")), getText(texts, in.at("name"))};
}
Edit readSetValue(const json& in, TextsIn& /*texts*/) {
    return SetValue{targetAt(in), voiceAt(in), valueAt(in)};
}
Edit readSetNotApplicable(const json& in, TextsIn& texts) {
    SetNotApplicable edit{ItemId(textAt(in, "item")), voiceAt(in), std::nullopt};
    if (in.contains("reason")) {
        edit.claim = NotApplicable{getText(texts, in.at("reason")), getText(texts, in.at("approver"))};
    }
    return edit;
}
Edit readSetComment(const json& in, TextsIn& texts) {
    return SetComment{targetAt(in), voiceAt(in), getText(texts, in.at("text"))};
}
Edit readAddEvidence(const json& in, TextsIn& texts) {
    return AddEvidence{evidenceAt(in, texts)};
}
Edit readChangeEvidence(const json& in, TextsIn& texts) {
    return ChangeEvidence{evidenceAt(in, texts)};
}
Edit readRemoveEvidence(const json& in, TextsIn& /*texts*/) {
    return RemoveEvidence{EvidenceId(textAt(in, "id"))};
}
Edit readLinkEvidence(const json& in, TextsIn& /*texts*/) {
    return LinkEvidence{EvidenceId(textAt(in, "id")), textAt(in, "supports"), placeAt(in)};
}
Edit readUnlinkEvidence(const json& in, TextsIn& /*texts*/) {
    return UnlinkEvidence{EvidenceId(textAt(in, "id")), textAt(in, "supports")};
}
Edit readAddRosterEntry(const json& in, TextsIn& texts) {
    return AddRosterEntry{RosterId(textAt(in, "roster")), entryAt(in, texts), placeAt(in)};
}
Edit readChangeRosterEntry(const json& in, TextsIn& texts) {
    return ChangeRosterEntry{RosterId(textAt(in, "roster")), entryAt(in, texts)};
}
Edit readRemoveRosterEntry(const json& in, TextsIn& /*texts*/) {
    return RemoveRosterEntry{RosterId(textAt(in, "roster")), RosterEntryId(textAt(in, "id"))};
}

struct KindReader {
    std::string_view kind;
    Edit (*read)(const json&, TextsIn&);
};
constexpr std::array KindReaders{
    KindReader{"set-name", readSetName},
    KindReader{"set-field", readSetField},
    KindReader{"set-period", readSetPeriod},
    KindReader{"set-seat", readSetSeat},
    KindReader{"set-value", readSetValue},
    KindReader{"set-not-applicable", readSetNotApplicable},
    KindReader{"set-comment", readSetComment},
    KindReader{"add-evidence", readAddEvidence},
    KindReader{"change-evidence", readChangeEvidence},
    KindReader{"remove-evidence", readRemoveEvidence},
    KindReader{"link-evidence", readLinkEvidence},
    KindReader{"unlink-evidence", readUnlinkEvidence},
    KindReader{"add-roster-entry", readAddRosterEntry},
    KindReader{"change-roster-entry", readChangeRosterEntry},
    KindReader{"remove-roster-entry", readRemoveRosterEntry},
};
static_assert(KindReaders.size() == std::variant_size_v<Edit>);

json editJson(const Edit& edit, TextsOut& texts) {
    return std::visit(ToJson{texts}, edit);
}

/// None for a kind that is not known.
std::optional<Edit> editFrom(const json& in, TextsIn& texts) {
    const std::string kind = textAt(in, "kind");
    const auto* reader = std::ranges::find(KindReaders, kind, &KindReader::kind);
    return reader == KindReaders.end() ? std::nullopt : std::optional(reader->read(in, texts));
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

Creation creationFrom(const json& in) {
    const json& checklist = in.at("checklist");
    return {textAt(in, "document"),
            textAt(in, "copy"),
            need(Timestamp::parse(textAt(in, "created"))),
            {textAt(checklist, "id"), textAt(checklist, "edition"), textAt(checklist, "sha256")}};
}

void readEntry(const json& in, TextsIn& texts, JournalEntry& entry) {
    for (const json& parent : in.at("parents")) {
        entry.parents.push_back(need(Sha256::parse(parent.get<std::string>())));
    }
    entry.seat = SeatId(textAt(in, "seat"));
    entry.time = need(Timestamp::parse(textAt(in, "time")));
    if (in.contains("create")) {
        entry.creation = creationFrom(in["create"]);
    }
    for (const json& edit : in.at("edits")) {
        if (auto read = editFrom(edit, texts)) {
            entry.edits.push_back(std::move(*read));
        } else {
            entry.complete = false;
        }
    }
    entry.complete = entry.complete && !texts.missing;
}

/// One content has one form: so no key stands twice and nothing hides between the values.
std::optional<json> parseLine(std::string_view line) {
    json parsed = json::parse(line, nullptr, false);
    if (parsed.is_discarded() || !parsed.is_object() || parsed.dump() != line) {
        return std::nullopt;
    }
    return parsed;
}

bool isSalt(std::string_view text) {
    constexpr std::size_t Length = 32;
    return text.size() == Length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

Sha256 SaltedText::hash() const {
    return sha256(saltBytes(salt) + text);
}

std::string entryLine(const JournalEntry& entry, TextsOut& texts) {
    json out = {{"seat", entry.seat.str()},
                {"time", entry.time.text()},
                {"parents", json::array()},
                {"edits", json::array()}};
    for (const Sha256& parent : entry.parents) {
        out["parents"].push_back(parent.text());
    }
    if (entry.creation) {
        out["create"] = creationJson(*entry.creation);
    }
    for (const Edit& edit : entry.edits) {
        out["edits"].push_back(editJson(edit, texts));
    }
    return out.dump();
}

std::string textLine(const SaltedText& text) {
    return json({{"salt", text.salt}, {"sha256", text.hash().text()}, {"text", text.text}}).dump();
}

bool isEntryLine(std::string_view line) {
    return line.find("\"edits\":[") != std::string_view::npos; // within a text the quotes would be escaped
}

std::string_view readEntryLine(std::string_view line, TextsIn& texts, JournalEntry& entry) {
    const auto parsed = parseLine(line);
    if (!parsed) {
        return msgid("it is not written as this program writes");
    }
    try {
        readEntry(*parsed, texts, entry);
    } catch (const json::exception&) {
        return msgid("what was changed cannot be read");
    } catch (const std::out_of_range&) {
        return msgid("a text is missing");
    } catch (const Malformed&) {
        return msgid("what was changed cannot be read");
    }
    return {};
}

std::string_view readTextLine(std::string_view line, TextsIn& texts) {
    const auto parsed = parseLine(line);
    if (!parsed) {
        return msgid("it is not written as this program writes");
    }
    const json& in = *parsed;
    const bool removed = in.size() == 2 && in.value("removed", json()) == json(true);
    const bool kept =
        in.size() == 3 && in.value("salt", json()).is_string() && in.value("text", json()).is_string();
    if (!(removed || kept) || !in.value("sha256", json()).is_string()) {
        return msgid("a text stands where none belongs or is not complete");
    }
    std::optional<std::string> text;
    if (kept) {
        const SaltedText read{textAt(in, "salt"), textAt(in, "text")};
        if (!isSalt(read.salt)) {
            return msgid("a text stands where none belongs or is not complete");
        }
        if (read.hash().text() != textAt(in, "sha256")) {
            return msgid("a text was changed");
        }
        text = read.text;
    }
    return texts.byHash.emplace(textAt(in, "sha256"), std::move(text)).second ? "" : "text-twice";
}

} // namespace duibiao::journal
