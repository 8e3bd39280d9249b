#include "core/formats/edit_json.h"

#include "core/formats/document_words.h"

#include <array>
#include <utility>

namespace duibiao::journal {

namespace {

using nlohmann::json;

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
        out["extra-attributes"].push_back(json::array({name, texts.put(value)}));
    }
    for (const std::string& element : extras.elements) {
        out["extra-elements"].push_back(texts.put(element));
    }
}

json evidenceJson(const Evidence& evidence, TextsOut& texts) {
    json out = {{"id", evidence.id.str()},
                {"title", texts.put(evidence.title)},
                {"file", texts.put(evidence.fileName)},
                {"kept", texts.put(evidence.whereKept)},
                {"issuer", texts.put(evidence.issuer)},
                {"remark", texts.put(evidence.remark)},
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
        columns.push_back(json::array({texts.put(name), texts.put(value)}));
    }
    return {
        {"kind", kind}, {"roster", roster.str()}, {"id", entry.id.str()}, {"columns", std::move(columns)}};
}

struct ToJson {
    TextsOut& texts;

    json operator()(const SetName& edit) const {
        return {{"kind", "set-name"}, {"name", texts.put(edit.name)}};
    }
    json operator()(const SetField& edit) const {
        json words = json::array();
        for (const std::string& word : edit.words) {
            words.push_back(texts.put(word));
        }
        return {{"kind", "set-field"}, {"field", edit.field.str()}, {"words", std::move(words)}};
    }
    json operator()(const SetPeriod& edit) const {
        json out = {{"kind", "set-period"}, {"label", texts.put(edit.period.label)}};
        if (edit.period.from != Date{} || edit.period.to != Date{}) {
            out["from"] = edit.period.from.text();
            out["to"] = edit.period.to.text();
        }
        return out;
    }
    json operator()(const SetSeat& edit) const {
        return {{"kind", "set-seat"}, {"id", edit.seat.str()}, {"name", texts.put(edit.name)}};
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
            out["reason"] = texts.put(edit.claim->reason);
            out["approver"] = texts.put(edit.claim->approver);
        }
        return out;
    }
    json operator()(const SetComment& edit) const {
        json out = {
            {"kind", "set-comment"}, {"voice", voiceText(edit.voice)}, {"text", texts.put(edit.comment)}};
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
        extras.attributes.emplace_back(attribute.at(0).get<std::string>(), texts.get(attribute.at(1)));
    }
    for (const json& element : in.value("extra-elements", json::array())) {
        extras.elements.push_back(texts.get(element));
    }
    return extras;
}

Evidence evidenceAt(const json& edit, TextsIn& texts) {
    const json& in = edit.at("evidence");
    Evidence evidence;
    evidence.id = EvidenceId(textAt(in, "id"));
    evidence.number = optionalAt(in, "number", parseAttachmentNumber).value_or(AttachmentNumber{});
    evidence.title = texts.get(in.at("title"));
    evidence.fileName = texts.get(in.at("file"));
    evidence.content = optionalAt(in, "sha256", Sha256::parse);
    evidence.size = evidence.content ? in.at("size").get<std::uint64_t>() : 0;
    evidence.whereKept = texts.get(in.at("kept"));
    evidence.kind = need(valueFor(textAt(in, "kind"), EvidenceKindWords));
    evidence.origin = need(valueFor(textAt(in, "origin"), EvidenceOriginWords));
    evidence.issuer = texts.get(in.at("issuer"));
    evidence.date = optionalAt(in, "date", Date::parse);
    evidence.validUntil = optionalAt(in, "valid-until", Date::parse);
    if (in.contains("pages")) {
        evidence.pages = in.at("pages").get<std::uint32_t>();
    }
    evidence.remark = texts.get(in.at("remark"));
    evidence.supports = in.at("supports").get<std::vector<std::string>>();
    evidence.extras = extrasAt(in, texts);
    return evidence;
}

RosterEntry entryAt(const json& in, TextsIn& texts) {
    RosterEntry entry;
    entry.id = RosterEntryId(textAt(in, "id"));
    for (const json& column : in.at("columns")) {
        entry.columns.emplace(texts.get(column.at(0)), texts.get(column.at(1)));
    }
    return entry;
}

Edit readSetName(const json& in, TextsIn& texts) {
    return SetName{texts.get(in.at("name"))};
}
Edit readSetField(const json& in, TextsIn& texts) {
    SetField edit{FieldId(textAt(in, "field")), {}};
    for (const json& word : in.at("words")) {
        edit.words.push_back(texts.get(word));
    }
    return edit;
}
Edit readSetPeriod(const json& in, TextsIn& texts) {
    SetPeriod edit{{texts.get(in.at("label")), {}, {}}};
    edit.period.from = optionalAt(in, "from", Date::parse).value_or(Date{});
    edit.period.to = optionalAt(in, "to", Date::parse).value_or(Date{});
    return edit;
}
Edit readSetSeat(const json& in, TextsIn& texts) {
    return SetSeat{SeatId(textAt(in, "id")), texts.get(in.at("name"))};
}
Edit readSetValue(const json& in, TextsIn& /*texts*/) {
    return SetValue{targetAt(in), voiceAt(in), valueAt(in)};
}
Edit readSetNotApplicable(const json& in, TextsIn& texts) {
    SetNotApplicable edit{ItemId(textAt(in, "item")), voiceAt(in), std::nullopt};
    if (in.contains("reason")) {
        edit.claim = NotApplicable{texts.get(in.at("reason")), texts.get(in.at("approver"))};
    }
    return edit;
}
Edit readSetComment(const json& in, TextsIn& texts) {
    return SetComment{targetAt(in), voiceAt(in), texts.get(in.at("text"))};
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

} // namespace

Sha256 SaltedText::hash() const {
    return sha256(saltBytes(salt) + text);
}

SaltedText salted(std::string text) {
    std::array<std::uint8_t, 16> salt{};
    fillRandom(salt);
    return {hex(salt), std::move(text)};
}

json TextsOut::put(const std::string& text) {
    if (text.empty()) {
        return "";
    }
    texts_.push_back(salted(text));
    return {{"sha256", texts_.back().hash().text()}};
}

std::string TextsIn::get(const json& in) {
    if (in.is_string() && in.get_ref<const std::string&>().empty()) {
        return {};
    }
    const std::optional<std::string>& text = byHash.at(textAt(in, "sha256"));
    missing_ = missing_ || !text;
    return text.value_or("");
}

json toJson(const Edit& edit, TextsOut& texts) {
    return std::visit(ToJson{texts}, edit);
}

std::optional<Edit> fromJson(const json& in, TextsIn& texts) {
    const std::string kind = textAt(in, "kind");
    for (const KindReader& reader : KindReaders) {
        if (reader.kind == kind) {
            return reader.read(in, texts);
        }
    }
    return std::nullopt;
}

} // namespace duibiao::journal
