#include "core/formats/cases_reader.h"

#include "core/base/text.h"
#include "core/formats/checklist_words.h"
#include "core/formats/element_reader.h"
#include "core/formats/format_errors.h"
#include "core/formats/format_version.h"
#include "core/io/xml.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace duibiao {

namespace {

constexpr std::string_view Namespace = "urn:duibiao:cases:1";
constexpr std::string_view Format = "1.0";
constexpr std::string_view RangeDots = "..";
constexpr std::string_view None = "none";
constexpr std::string_view BelowBands = "below";

inline constexpr ErrorKind RangeMalformed =
    errorKind("range-malformed", Category::Input,
              "{attribute}=\"{value}\" is no result; write 62.5, 125/3, 50..70 or none");
inline constexpr ErrorKind AnswerOrNa =
    errorKind("answer-or-na", Category::Input, "<answer> needs value=\"…\" or na=\"yes\"");

constexpr std::array ViewWords{FormatWord<View>{"self", View::Self},
                               FormatWord<View>{"verified", View::Verified}};
constexpr std::array TriStateWords{FormatWord<TriState>{"clear", TriState::Clear},
                                   FormatWord<TriState>{"open", TriState::Open},
                                   FormatWord<TriState>{"hit", TriState::Hit}};
constexpr std::array ItemStateWords{FormatWord<ItemState>{"answered", ItemState::Answered},
                                    FormatWord<ItemState>{"open", ItemState::Open},
                                    FormatWord<ItemState>{"na", ItemState::NotApplicable},
                                    FormatWord<ItemState>{"na-pending", ItemState::NaPending},
                                    FormatWord<ItemState>{"out-of-scope", ItemState::OutOfScope},
                                    FormatWord<ItemState>{"recorded", ItemState::Recorded}};

std::vector<std::string> wordsIn(std::string_view text) {
    std::vector<std::string> words;
    for (const std::string_view word : split(text, ' ')) {
        if (!word.empty()) {
            words.emplace_back(word);
        }
    }
    return words;
}

std::optional<ExpectedRange> parseRange(std::string_view text) {
    if (text == None) {
        return ExpectedRange{};
    }
    const std::size_t dots = text.find(RangeDots);
    const std::optional<Exact> low = Exact::parse(text.substr(0, dots));
    const std::optional<Exact> high =
        dots == std::string_view::npos ? low : Exact::parse(text.substr(dots + RangeDots.size()));
    return low && high ? std::optional(ExpectedRange{Range{*low, *high}}) : std::nullopt;
}

/// "good", "below" or "below..good".
BandRange parseBands(std::string_view text) {
    const auto band = [](std::string_view id) {
        return id == BelowBands ? std::nullopt : std::optional(BandId(id));
    };
    const std::size_t dots = text.find(RangeDots);
    const std::string_view high =
        dots == std::string_view::npos ? text : text.substr(dots + RangeDots.size());
    return {band(text.substr(0, dots)), band(high)};
}

/// A number when it reads as one, else a word.
Value valueOf(std::string_view text) {
    if (const std::optional<Exact> number = Exact::parse(text)) {
        return *number;
    }
    return WordId(text);
}

class CasesReader {
public:
    explicit CasesReader(FileFindings& findings)
        : findings_(findings) {}

    [[nodiscard]] CasesFile read(const io::XmlElement& root);

private:
    void readCase(const io::XmlElement& element, ScoreCase& read);
    void readField(const io::XmlElement& element, Assessment& given);
    void readFact(const io::XmlElement& element, View view, Assessment& given);
    void readAnswer(const io::XmlElement& element, View view, Assessment& given);
    void readExpectation(const io::XmlElement& element, Expectation& expected);
    ExpectedSection readSection(const io::XmlElement& element);
    ExpectedItem readItem(const io::XmlElement& element);
    ExpectedDemand readDemand(const io::XmlElement& element);
    ExpectedFloor readFloor(const io::XmlElement& element);

    void range(ElementReader& io, const io::XmlElement& element, std::string_view name,
               std::optional<ExpectedRange>& value);
    Response& responseFor(Answer& answer, View voice) const {
        return voice == View::Self ? answer.self : answer.verified[SeatId("case")];
    }
    void report(const ErrorKind& kind, Arguments arguments, TextPlace place) {
        findings_.diagnostics.addError(Error(kind, std::move(arguments), std::move(place)));
    }

    FileFindings& findings_;
};

CasesFile CasesReader::read(const io::XmlElement& root) {
    CasesFile file;
    ElementReader io(root, findings_);
    std::string ignored;
    io.text("xmlns", ignored);
    io.text("format", ignored);
    io.requiredText("checklist", file.checklist);
    io.noOtherAttributes();
    std::map<std::string, std::size_t> lines;
    io.each("case", [&](const io::XmlElement& element) {
        ScoreCase& read = file.cases.emplace_back();
        readCase(element, read);
        const auto [first, isNew] = lines.emplace(read.id, read.place.line);
        if (!isNew) {
            report(IdRepeated, {{"id", read.id}, {"line", std::to_string(first->second)}},
                   element.attributePlace("id"));
        }
    });
    io.noOtherChildren();
    return file;
}

void CasesReader::readCase(const io::XmlElement& element, ScoreCase& read) {
    read.place = element.place();
    ElementReader io(element, findings_);
    io.requiredText("id", read.id);
    io.text("title", read.title);
    io.word("view", read.view, ViewWords, View::Self);
    std::string otherwise;
    io.text("otherwise", otherwise);
    for (const std::string& word : wordsIn(otherwise)) {
        read.otherwise.emplace_back(word);
    }
    io.noOtherAttributes();
    io.each("field", [&](const io::XmlElement& child) { readField(child, read.given); });
    io.each("fact", [&](const io::XmlElement& child) { readFact(child, read.view, read.given); });
    io.each("answer", [&](const io::XmlElement& child) { readAnswer(child, read.view, read.given); });
    io.each("expect", [&](const io::XmlElement& child) { readExpectation(child, read.expected); });
    io.noOtherChildren();
    if (!element.firstChild("expect")) {
        report(ElementMissing, {{"parent", "case"}, {"element", "expect"}}, element.place());
    }
}

void CasesReader::readField(const io::XmlElement& element, Assessment& given) {
    ElementReader io(element, findings_);
    std::string id;
    std::string value;
    io.requiredText("id", id);
    io.text("value", value);
    io.noOtherAttributes();
    io.noOtherChildren();
    given.organisation.fields[FieldId(id)] = wordsIn(value);
}

void CasesReader::readFact(const io::XmlElement& element, View view, Assessment& given) {
    ElementReader io(element, findings_);
    std::string id;
    std::string value;
    View voice = view;
    io.requiredText("id", id);
    io.requiredText("value", value);
    io.word("by", voice, ViewWords, view);
    io.noOtherAttributes();
    io.noOtherChildren();
    responseFor(given.facts[FactId(id)], voice).value = valueOf(value);
}

void CasesReader::readAnswer(const io::XmlElement& element, View view, Assessment& given) {
    ElementReader io(element, findings_);
    std::string id;
    std::string value;
    bool notApplicable = false;
    NotApplicable claim;
    View voice = view;
    Response response;
    io.requiredText("item", id);
    io.text("value", value);
    io.word("na", notApplicable, YesNoWords, false);
    io.text("reason", claim.reason);
    io.text("approver", claim.approver);
    io.text("comment", response.comment);
    io.word("by", voice, ViewWords, view);
    io.noOtherAttributes();
    io.noOtherChildren();
    if (value.empty() && !notApplicable) {
        report(AnswerOrNa, {}, element.place());
    }
    if (!value.empty()) {
        response.value = valueOf(value);
    }
    if (notApplicable) {
        response.notApplicable = std::move(claim);
    }
    responseFor(given.answers[ItemId(id)], voice) = std::move(response);
}

void CasesReader::range(ElementReader& io, const io::XmlElement& element, std::string_view name,
                        std::optional<ExpectedRange>& value) {
    std::string text;
    io.text(name, text);
    if (!element.attribute(name)) {
        return;
    }
    value = parseRange(text);
    if (!value) {
        report(RangeMalformed, {{"attribute", std::string(name)}, {"value", text}},
               element.attributePlace(name));
    }
}

void CasesReader::readExpectation(const io::XmlElement& element, Expectation& expected) {
    ElementReader io(element, findings_);
    range(io, element, "score", expected.score);
    std::string conclusion;
    std::string band;
    io.text("conclusion", conclusion);
    io.text("band", band);
    if (!conclusion.empty()) {
        expected.conclusion = conclusion;
    }
    if (!band.empty()) {
        expected.bands = parseBands(band);
    }
    io.noOtherAttributes();
    io.each("section", [&](const auto& child) { expected.sections.push_back(readSection(child)); });
    io.each("item", [&](const auto& child) { expected.items.push_back(readItem(child)); });
    io.each("veto", [&](const auto& child) { expected.vetoes.push_back(readDemand(child)); });
    io.each("admission", [&](const auto& child) { expected.admissions.push_back(readDemand(child)); });
    io.each("floor", [&](const auto& child) { expected.floors.push_back(readFloor(child)); });
    io.noOtherChildren();
}

ExpectedSection CasesReader::readSection(const io::XmlElement& element) {
    ExpectedSection section;
    section.place = element.place();
    ElementReader io(element, findings_);
    std::string id;
    io.requiredText("id", id);
    section.id = SectionId(id);
    range(io, element, "points", section.points);
    range(io, element, "share", section.share);
    io.noOtherAttributes();
    io.noOtherChildren();
    return section;
}

ExpectedItem CasesReader::readItem(const io::XmlElement& element) {
    ExpectedItem item;
    item.place = element.place();
    ElementReader io(element, findings_);
    std::string id;
    io.requiredText("id", id);
    item.id = ItemId(id);
    io.word("state", item.state, ItemStateWords);
    range(io, element, "share", item.share);
    range(io, element, "points", item.points);
    io.noOtherAttributes();
    io.noOtherChildren();
    return item;
}

ExpectedDemand CasesReader::readDemand(const io::XmlElement& element) {
    ExpectedDemand demand;
    demand.place = element.place();
    ElementReader io(element, findings_);
    io.requiredText("id", demand.id);
    io.word("state", demand.state, TriStateWords, TriState::Hit);
    io.noOtherAttributes();
    io.noOtherChildren();
    return demand;
}

ExpectedFloor CasesReader::readFloor(const io::XmlElement& element) {
    ExpectedFloor floor;
    floor.place = element.place();
    ElementReader io(element, findings_);
    std::string id;
    io.requiredText("section", id);
    floor.section = SectionId(id);
    std::optional<ExpectedRange> value;
    range(io, element, "value", value);
    floor.value = value.value_or(ExpectedRange{});
    io.noOtherAttributes();
    io.noOtherChildren();
    return floor;
}

std::unexpected<Diagnostics> only(Error error) {
    Diagnostics diagnostics;
    diagnostics.addError(std::move(error));
    return std::unexpected(std::move(diagnostics));
}

} // namespace

std::expected<CasesFile, Diagnostics> readCases(std::string_view bytes, std::string file) {
    const Result<io::XmlDocument> document = io::XmlDocument::parse(bytes, std::move(file));
    if (!document) {
        return only(document.error());
    }
    const io::XmlElement root = document->root();
    if (root.name() != "cases" || root.attribute("xmlns") != Namespace) {
        const std::string expected = "cases xmlns=\"" + std::string(Namespace) + '"';
        return only(
            Error(ForeignRoot, {{"found", std::string(root.name())}, {"wanted", expected}}, root.place()));
    }
    const Result<FormatAge> age = formatAge(root, Format);
    if (!age) {
        return only(age.error());
    }
    FileFindings findings;
    findings.newer = *age == FormatAge::NewerMinor;
    CasesFile read = CasesReader(findings).read(root);
    if (findings.diagnostics.hasErrors()) {
        return std::unexpected(std::move(findings.diagnostics));
    }
    return read;
}

} // namespace duibiao
