#include "core/formats/document_reader.h"

#include "core/edit/apply_lists.h"
#include "core/edit/texts.h"
#include "core/formats/document_words.h"
#include "core/formats/element_reader.h"
#include "core/formats/format_errors.h"
#include "core/formats/format_version.h"
#include "core/io/xml.h"

#include <set>
#include <utility>

namespace duibiao {

namespace {

using io::XmlElement;

constexpr std::size_t LargestDocument = std::size_t{64} << 20U;

class DocumentReader {
public:
    explicit DocumentReader(FileFindings& findings)
        : findings_(findings) {}

    [[nodiscard]] Assessment read(const XmlElement& root) {
        ElementReader io(root, findings_);
        static_cast<void>(io.optional("xmlns")); // checked before
        readHead(io);
        io.otherAttributes(assessment_.extras);
        io.one("checklist", [&](const XmlElement& element) { readChecklistIdentity(element); });
        io.one("organisation", [&](const XmlElement& element) { readOrganisation(element); });
        io.one("period", [&](const XmlElement& element) { readPeriod(element); });
        readList(io, "seats", "seat", [&](const XmlElement& element) { readSeat(element); });
        readList(io, "answers", "answer", [&](const XmlElement& element) { readAnswer(element); });
        readList(io, "facts", "fact", [&](const XmlElement& element) { readFact(element); });
        readList(io, "evidence", "paper", [&](const XmlElement& element) { readPaper(element); });
        readList(io, "attachment-numbers", "last", [&](const XmlElement& element) { readLast(element); });
        readList(io, "rosters", "roster", [&](const XmlElement& element) { readRoster(element); });
        io.otherChildren(assessment_.extras);
        if (assessment_.checklist.id.empty()) {
            io.refuse(Error(ElementMissing, {{"element", "checklist"}, {"parent", "assessment"}}));
        }
        checkAttachmentNumbers(io);
        sortEvidence(assessment_.evidence);
        return std::move(assessment_);
    }

private:
    template<class Visit>
    void readList(ElementReader& io, std::string_view container, std::string_view name, Visit visit) {
        io.one(container, [&](const XmlElement& element) {
            ElementReader inner(element, findings_);
            inner.noOtherAttributes();
            inner.each(name, visit);
            inner.noOtherChildren();
        });
    }

    /// One kind of thing has an id once.
    void once(ElementReader& io, std::string_view kind, const std::string& id) {
        if (!seen_.emplace(kind, id).second) {
            io.refuse(Error(DocumentIdRepeated, {{"id", id}}));
        }
    }

    /// The form of texts and ids is that of the edit which would set them.
    void check(ElementReader& io, const Edit& edit) {
        if (const auto checked = checkTexts(edit); !checked) {
            io.refuse(checked.error());
        }
    }

    template<class Parse>
    auto parsed(ElementReader& io, std::string_view name, std::optional<std::string_view> text, Parse parse)
        -> decltype(parse(*text)) {
        if (!text) {
            return std::nullopt;
        }
        auto value = parse(*text);
        if (!value) {
            io.refuse(DocumentValueInvalid, name, {{"value", tidyText(text->substr(0, 80))}});
        }
        return value;
    }

    std::string uuid(ElementReader& io, std::string_view name) {
        const auto parse = [](std::string_view text) {
            return isUuid(text) ? std::optional(std::string(text)) : std::nullopt;
        };
        return parsed(io, name, io.required(name), parse).value_or("");
    }

    void readHead(ElementReader& io) {
        io.requiredText("format", assessment_.format);
        assessment_.document = uuid(io, "document");
        assessment_.copy = uuid(io, "copy");
        assessment_.created =
            parsed(io, "created", io.required("created"), Timestamp::parse).value_or(Timestamp());
    }

    void readChecklistIdentity(const XmlElement& element) {
        ElementReader io(element, findings_);
        io.requiredText("id", assessment_.checklist.id);
        io.requiredText("edition", assessment_.checklist.edition);
        const auto hash = parsed(io, "sha256", io.required("sha256"), Sha256::parse);
        assessment_.checklist.hash = hash ? hash->text() : "";
        io.noOtherAttributes();
        io.noOtherChildren();
    }

    void readOrganisation(const XmlElement& element) {
        ElementReader io(element, findings_);
        io.noOtherAttributes();
        io.leaf("name", assessment_.organisation.name);
        check(io, SetName{assessment_.organisation.name});
        io.each("field", [&](const XmlElement& child) { readField(child); });
        io.noOtherChildren();
    }

    void readField(const XmlElement& element) {
        ElementReader io(element, findings_);
        SetField edit;
        io.id("id", edit.field, IdKind::Document);
        io.noOtherAttributes();
        io.leaves("word", edit.words);
        io.noOtherChildren();
        check(io, edit);
        once(io, "field", edit.field.str());
        if (!edit.words.empty()) {
            assessment_.organisation.fields[edit.field] = std::move(edit.words);
        }
    }

    void readPeriod(const XmlElement& element) {
        ElementReader io(element, findings_);
        Period& period = assessment_.period;
        io.text("label", period.label);
        period.from = parsed(io, "from", io.required("from"), Date::parse).value_or(Date());
        period.to = parsed(io, "to", io.required("to"), Date::parse).value_or(Date());
        io.noOtherAttributes();
        io.noOtherChildren();
        check(io, SetPeriod{period});
        if (period.to < period.from) {
            io.refuse(DocumentValueInvalid, "to", {{"value", period.to.text()}});
        }
    }

    void readSeat(const XmlElement& element) {
        ElementReader io(element, findings_);
        SetSeat edit;
        io.id("id", edit.seat, IdKind::Document);
        io.noOtherAttributes();
        edit.name = io.content();
        check(io, edit);
        once(io, "seat", edit.seat.str());
        if (!edit.name.empty()) {
            assessment_.seats[edit.seat] = std::move(edit.name);
        }
    }

    /// Word or number, N/A and comment of one voice; `notApplicable` says whether the middle one may stand
    /// here.
    Response readResponse(ElementReader& io, const Target& target, const Voice& voice) {
        Response response;
        const auto word = io.optional("word");
        const auto number = parsed(io, "number", io.optional("number"), Exact::parse);
        if (word) {
            response.value = WordId(*word);
        } else if (number) {
            response.value = *number;
        }
        if (word && number) {
            io.refuse(Error(TwoValues));
        }
        io.noOtherAttributes();
        if (const auto* item = std::get_if<ItemId>(&target)) {
            io.one("not-applicable", [&](const XmlElement& element) {
                ElementReader inner(element, findings_);
                NotApplicable& claim = response.notApplicable.emplace();
                inner.text("approver", claim.approver);
                inner.noOtherAttributes();
                claim.reason = inner.content();
                check(inner, SetNotApplicable{*item, voice, claim});
            });
        }
        io.leaf("comment", response.comment);
        io.noOtherChildren();
        check(io, SetValue{target, voice, response.value});
        check(io, SetComment{target, voice, response.comment});
        return response;
    }

    Answer readVoices(ElementReader& io, const Target& target) {
        Answer answer;
        io.otherAttributes(answer.extras);
        io.one("self", [&](const XmlElement& element) {
            ElementReader inner(element, findings_);
            answer.self = readResponse(inner, target, {});
        });
        io.each("verified", [&](const XmlElement& element) {
            ElementReader inner(element, findings_);
            SeatId seat;
            inner.id("seat", seat, IdKind::Document);
            Response response = readResponse(inner, target, {Voice::Kind::Seat, seat});
            if (answer.verified.contains(seat)) {
                inner.refuse(Error(DocumentIdRepeated, {{"id", seat.str()}}));
            }
            if (response != Response{}) {
                answer.verified[seat] = std::move(response);
            }
        });
        io.one("consensus", [&](const XmlElement& element) {
            ElementReader inner(element, findings_);
            const Response response = readResponse(inner, target, {Voice::Kind::Consensus});
            answer.consensus = response == Response{} ? std::nullopt : std::optional(response);
        });
        io.otherChildren(answer.extras);
        return answer;
    }

    template<class Map, class Key>
    void keep(ElementReader& io, std::string_view kind, Map& answers, const Key& id, Answer answer) {
        once(io, kind, id.str());
        if (answer != Answer{}) {
            answers[id] = std::move(answer);
        }
    }

    void readAnswer(const XmlElement& element) {
        ElementReader io(element, findings_);
        ItemId id;
        io.id("item", id, IdKind::Document);
        keep(io, "answer", assessment_.answers, id, readVoices(io, id));
    }

    void readFact(const XmlElement& element) {
        ElementReader io(element, findings_);
        FactId id;
        io.id("id", id, IdKind::Document);
        keep(io, "fact", assessment_.facts, id, readVoices(io, id));
    }

    void readPaper(const XmlElement& element) {
        ElementReader io(element, findings_);
        Evidence evidence;
        io.id("id", evidence.id, IdKind::Document);
        evidence.number =
            parsed(io, "number", io.optional("number"), parseAttachmentNumber).value_or(AttachmentNumber());
        evidence.content = parsed(io, "sha256", io.optional("sha256"), Sha256::parse);
        if (evidence.content) {
            evidence.size = parsed(io, "size", io.required("size"), parseSize).value_or(0);
        }
        io.word("kind", evidence.kind, EvidenceKindWords, EvidenceKind::Unstated);
        io.word("origin", evidence.origin, EvidenceOriginWords, EvidenceOrigin::SelfAssessment);
        io.date("date", evidence.date);
        io.date("valid-until", evidence.validUntil);
        io.whole("pages", evidence.pages, 0);
        io.otherAttributes(evidence.extras);
        io.leaf("title", evidence.title);
        io.leaf("file", evidence.fileName);
        io.leaf("kept", evidence.whereKept);
        io.leaf("issuer", evidence.issuer);
        io.leaf("remark", evidence.remark);
        io.leaves("supports", evidence.supports);
        io.otherChildren(evidence.extras);
        checkPaper(io, evidence);
        assessment_.evidence.push_back(std::move(evidence));
    }

    void checkPaper(ElementReader& io, const Evidence& evidence) {
        check(io, AddEvidence{evidence});
        once(io, "paper", evidence.id.str());
        if (evidence.number != AttachmentNumber{}) {
            once(io, "number", attachmentNumberText(evidence.number));
        }
        std::set<std::string_view> supports;
        for (const std::string& supported : evidence.supports) {
            if (!supports.insert(supported).second) {
                io.refuse(Error(DocumentIdRepeated, {{"id", supported}}));
            }
        }
    }

    void readLast(const XmlElement& element) {
        ElementReader io(element, findings_);
        std::uint32_t chapter = 0;
        std::uint32_t sequence = 0;
        io.requiredWhole("chapter", chapter, 0);
        io.requiredWhole("sequence", sequence, 1);
        io.noOtherAttributes();
        io.noOtherChildren();
        once(io, "last", std::to_string(chapter));
        assessment_.lastAttachment[chapter] = sequence;
    }

    void checkAttachmentNumbers(ElementReader& io) {
        for (const Evidence& evidence : assessment_.evidence) {
            const auto last = assessment_.lastAttachment.find(evidence.number.chapter);
            const std::uint32_t given = last == assessment_.lastAttachment.end() ? 0 : last->second;
            if (evidence.number.sequence > given) {
                io.refuse(
                    Error(AttachmentNumberTooHigh, {{"number", attachmentNumberText(evidence.number)}}));
            }
        }
    }

    void readRoster(const XmlElement& element) {
        ElementReader io(element, findings_);
        Roster roster;
        io.id("id", roster.id, IdKind::Document);
        once(io, "roster", roster.id.str());
        io.otherAttributes(roster.extras);
        io.each("entry",
                [&](const XmlElement& child) { roster.entries.push_back(readEntry(child, roster.id)); });
        io.otherChildren(roster.extras);
        assessment_.rosters.push_back(std::move(roster));
    }

    RosterEntry readEntry(const XmlElement& element, const RosterId& roster) {
        ElementReader io(element, findings_);
        RosterEntry entry;
        io.id("id", entry.id, IdKind::Document);
        once(io, "entry of " + roster.str(), entry.id.str());
        io.noOtherAttributes();
        io.each("column", [&](const XmlElement& child) {
            ElementReader column(child, findings_);
            std::string name;
            column.text("name", name);
            column.noOtherAttributes();
            if (!entry.columns.emplace(name, column.content()).second) {
                column.refuse(Error(DocumentIdRepeated, {{"id", name}}));
            }
        });
        io.noOtherChildren();
        check(io, AddRosterEntry{roster, entry});
        return entry;
    }

    FileFindings& findings_;
    Assessment assessment_;
    std::set<std::pair<std::string, std::string>> seen_;
};

std::unexpected<Diagnostics> only(Error error) {
    Diagnostics diagnostics;
    diagnostics.addError(std::move(error));
    return std::unexpected(std::move(diagnostics));
}

/// Whether it is an assessment at all, and of a version that can be read.
Result<FormatAge> recognise(const XmlElement& root) {
    const std::string space(root.attribute("xmlns").value_or(std::string_view()));
    if (root.name() != "assessment" || !space.starts_with(DocumentNamespaceStem)) {
        return fail(ForeignRoot, {{"found", std::string(root.name())}, {"wanted", "assessment"}},
                    root.place());
    }
    if (space != DocumentNamespace) {
        return fail(
            FormatTooNew,
            {{"format", space.substr(DocumentNamespaceStem.size())}, {"known", std::string(DocumentFormat)}},
            root.attributePlace("xmlns"));
    }
    return formatAge(root, DocumentFormat);
}

} // namespace

std::expected<ReadDocument, Diagnostics> readDocument(std::string_view bytes, std::string file) {
    io::XmlLimits limits;
    limits.bytes = LargestDocument;
    const auto document = io::XmlDocument::parse(bytes, std::move(file), limits);
    if (!document) {
        return only(document.error());
    }
    const XmlElement root = document->root();
    const auto age = recognise(root);
    if (!age) {
        return only(age.error());
    }
    FileFindings findings;
    findings.newer = *age == FormatAge::NewerMinor;
    ReadDocument read;
    read.newer = findings.newer;
    read.assessment = DocumentReader(findings).read(root);
    if (findings.diagnostics.hasErrors()) {
        return std::unexpected(std::move(findings.diagnostics));
    }
    if (read.newer) {
        findings.diagnostics.add(
            Severity::Note,
            Error(FormatNewer, {{"format", read.assessment.format}, {"known", std::string(DocumentFormat)}},
                  root.attributePlace("format")));
    }
    read.scorable = findings.scorable;
    read.warnings = std::move(findings.diagnostics);
    return read;
}

} // namespace duibiao
