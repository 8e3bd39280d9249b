#include "core/formats/document_writer.h"

#include "core/formats/document_words.h"
#include "core/io/xml_writer.h"

namespace duibiao {

namespace {

using io::XmlWriter;

void attributeUnlessEmpty(XmlWriter& xml, std::string_view name, std::string_view value) {
    if (!value.empty()) {
        xml.attribute(name, value);
    }
}

void elementUnlessEmpty(XmlWriter& xml, std::string_view name, std::string_view text) {
    if (!text.empty()) {
        xml.element(name, text);
    }
}

void writeAttributes(XmlWriter& xml, const Extras& extras) {
    for (const auto& [name, value] : extras.attributes) {
        xml.attribute(name, value);
    }
}

void writeElements(XmlWriter& xml, const Extras& extras) {
    for (const std::string& element : extras.elements) {
        xml.raw(element);
    }
}

void writeValue(XmlWriter& xml, const std::optional<Value>& value) {
    if (!value) {
        return;
    }
    if (const auto* word = std::get_if<WordId>(&*value)) {
        xml.attribute("word", word->str());
    } else {
        xml.attribute("number", std::get<Exact>(*value).text());
    }
}

void writeResponse(XmlWriter& xml, std::string_view name, const Response& response, const SeatId& seat = {}) {
    if (response == Response{}) {
        return;
    }
    xml.open(name);
    attributeUnlessEmpty(xml, "seat", seat.str());
    writeValue(xml, response.value);
    if (response.notApplicable) {
        xml.open("not-applicable");
        attributeUnlessEmpty(xml, "approver", response.notApplicable->approver);
        xml.text(response.notApplicable->reason);
        xml.close();
    }
    elementUnlessEmpty(xml, "comment", response.comment);
    xml.close();
}

void writeAnswer(XmlWriter& xml, std::string_view element, std::string_view key, const std::string& id,
                 const Answer& answer) {
    if (answer == Answer{}) {
        return;
    }
    xml.open(element);
    xml.attribute(key, id);
    writeAttributes(xml, answer.extras);
    writeResponse(xml, "self", answer.self);
    for (const auto& [seat, response] : answer.verified) {
        writeResponse(xml, "verified", response, seat);
    }
    if (answer.consensus) {
        writeResponse(xml, "consensus", *answer.consensus);
    }
    writeElements(xml, answer.extras);
    xml.close();
}

void writePaper(XmlWriter& xml, const Evidence& evidence) {
    xml.open("paper");
    xml.attribute("id", evidence.id.str());
    if (evidence.number != AttachmentNumber{}) {
        xml.attribute("number", attachmentNumberText(evidence.number));
    }
    if (evidence.content) {
        xml.attribute("sha256", evidence.content->text());
        xml.attribute("size", std::to_string(evidence.size));
    }
    if (evidence.kind != EvidenceKind::Unstated) {
        xml.attribute("kind", wordFor(evidence.kind, EvidenceKindWords));
    }
    if (evidence.origin != EvidenceOrigin::SelfAssessment) {
        xml.attribute("origin", wordFor(evidence.origin, EvidenceOriginWords));
    }
    attributeUnlessEmpty(xml, "date", evidence.date ? evidence.date->text() : "");
    attributeUnlessEmpty(xml, "valid-until", evidence.validUntil ? evidence.validUntil->text() : "");
    attributeUnlessEmpty(xml, "pages", evidence.pages ? std::to_string(*evidence.pages) : "");
    writeAttributes(xml, evidence.extras);
    elementUnlessEmpty(xml, "title", evidence.title);
    elementUnlessEmpty(xml, "file", evidence.fileName);
    elementUnlessEmpty(xml, "kept", evidence.whereKept);
    elementUnlessEmpty(xml, "issuer", evidence.issuer);
    elementUnlessEmpty(xml, "remark", evidence.remark);
    for (const std::string& supported : evidence.supports) {
        xml.element("supports", supported);
    }
    writeElements(xml, evidence.extras);
    xml.close();
}

void writeRoster(XmlWriter& xml, const Roster& roster) {
    xml.open("roster");
    xml.attribute("id", roster.id.str());
    writeAttributes(xml, roster.extras);
    for (const RosterEntry& entry : roster.entries) {
        xml.open("entry");
        xml.attribute("id", entry.id.str());
        for (const auto& [name, value] : entry.columns) {
            xml.open("column");
            xml.attribute("name", name);
            xml.text(value);
            xml.close();
        }
        xml.close();
    }
    writeElements(xml, roster.extras);
    xml.close();
}

void writeOrganisation(XmlWriter& xml, const Organisation& organisation) {
    xml.open("organisation");
    xml.element("name", organisation.name);
    for (const auto& [id, words] : organisation.fields) {
        xml.open("field");
        xml.attribute("id", id.str());
        for (const std::string& word : words) {
            xml.element("word", word);
        }
        xml.close();
    }
    xml.close();
}

/// A container with one element for each entry; nothing when there is none.
template<class List, class Write>
void writeList(XmlWriter& xml, std::string_view container, const List& list, Write write) {
    if (list.empty()) {
        return;
    }
    xml.open(container);
    for (const auto& entry : list) {
        write(entry);
    }
    xml.close();
}

void writeHead(XmlWriter& xml, const Assessment& assessment) {
    xml.attribute("xmlns", DocumentNamespace);
    xml.attribute("format", assessment.format);
    xml.attribute("document", assessment.document);
    xml.attribute("copy", assessment.copy);
    xml.attribute("created", assessment.created.text());
    writeAttributes(xml, assessment.extras);
    xml.open("checklist");
    xml.attribute("id", assessment.checklist.id);
    xml.attribute("edition", assessment.checklist.edition);
    xml.attribute("sha256", assessment.checklist.hash);
    xml.close();
    writeOrganisation(xml, assessment.organisation);
    if (assessment.period != Period{}) {
        xml.open("period");
        attributeUnlessEmpty(xml, "label", assessment.period.label);
        xml.attribute("from", assessment.period.from.text());
        xml.attribute("to", assessment.period.to.text());
        xml.close();
    }
}

void writeSeat(XmlWriter& xml, const std::pair<const SeatId, std::string>& seat) {
    xml.open("seat");
    xml.attribute("id", seat.first.str());
    xml.text(seat.second);
    xml.close();
}

void writeLast(XmlWriter& xml, const std::pair<const std::uint32_t, std::uint32_t>& last) {
    xml.open("last");
    xml.attribute("chapter", std::to_string(last.first));
    xml.attribute("sequence", std::to_string(last.second));
    xml.close();
}

} // namespace

std::string writeDocument(const Assessment& assessment) {
    XmlWriter xml;
    xml.open("assessment");
    writeHead(xml, assessment);
    writeList(xml, "seats", assessment.seats, [&](const auto& seat) { writeSeat(xml, seat); });
    writeList(xml, "answers", assessment.answers, [&](const auto& entry) {
        writeAnswer(xml, "answer", "item", entry.first.str(), entry.second);
    });
    writeList(xml, "facts", assessment.facts,
              [&](const auto& entry) { writeAnswer(xml, "fact", "id", entry.first.str(), entry.second); });
    writeList(xml, "evidence", assessment.evidence, [&](const auto& evidence) { writePaper(xml, evidence); });
    writeList(xml, "attachment-numbers", assessment.lastAttachment,
              [&](const auto& last) { writeLast(xml, last); });
    writeList(xml, "rosters", assessment.rosters, [&](const auto& roster) { writeRoster(xml, roster); });
    writeElements(xml, assessment.extras);
    xml.close();
    return xml.finish();
}

} // namespace duibiao
