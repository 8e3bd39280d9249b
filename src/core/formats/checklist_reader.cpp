#include "core/formats/checklist_reader.h"

#include "core/base/hash.h"
#include "core/formats/checklist_fields.h"
#include "core/formats/element_reader.h"
#include "core/formats/format_errors.h"
#include "core/formats/format_version.h"
#include "core/io/xml.h"

#include <memory>
#include <utility>

namespace duibiao {

namespace {

constexpr std::string_view RootName = "checklist";
constexpr std::size_t MostParts = 20'000; ///< sections and items; real checklists have a few hundred

class ChecklistReader {
public:
    explicit ChecklistReader(FileFindings& findings)
        : findings_(findings) {}

    [[nodiscard]] Checklist read(const io::XmlElement& root) {
        findings_.ids.addPart("checklist:", root);
        if (const io::XmlElement scheme = root.firstChild("scheme")) {
            findings_.ids.addPart("scheme:", scheme);
        }
        ElementReader io(root, findings_);
        std::string space;
        io.text("xmlns", space); // checked before
        describeHead(io, checklist_);
        io.each("section", [&](const io::XmlElement& element) { readSection(element, {}); });
        io.otherChildren(checklist_.extras);
        return std::move(checklist_);
    }

private:
    void readSection(const io::XmlElement& element, const SectionId& parent) {
        if (isFull(element)) {
            return;
        }
        ElementReader io(element, findings_);
        const std::size_t index = checklist_.sections.size();
        checklist_.sections.emplace_back().parent = parent;
        describeHead(io, checklist_.sections[index]);
        const SectionId id = checklist_.sections[index].id; // a copy: the sections below move the vector
        io.each("item", [&](const io::XmlElement& child) { readItem(child, id); });
        io.each("section", [&](const io::XmlElement& child) { readSection(child, id); });
        io.otherChildren(checklist_.sections[index].extras);
    }

    void readItem(const io::XmlElement& element, const SectionId& section) {
        if (isFull(element)) {
            return;
        }
        ElementReader io(element, findings_);
        Item& item = checklist_.items.emplace_back();
        item.section = section;
        describe(io, item);
    }

    /// Says once that there is too much, and then reads no further.
    [[nodiscard]] bool isFull(const io::XmlElement& element) {
        const bool full = checklist_.sections.size() + checklist_.items.size() >= MostParts;
        if (full && !saidFull_) {
            findings_.diagnostics.addError(
                Error(ChecklistTooLarge, {{"limit", std::to_string(MostParts)}}, element.place()));
            saidFull_ = true;
        }
        return full;
    }

    FileFindings& findings_;
    Checklist checklist_;
    bool saidFull_ = false;
};

std::unexpected<Diagnostics> only(Error error) {
    Diagnostics diagnostics;
    diagnostics.addError(std::move(error));
    return std::unexpected(std::move(diagnostics));
}

/// Whether the file is a checklist at all, and of a version that can be read.
Result<FormatAge> recognise(const io::XmlElement& root) {
    const std::string_view space = root.attribute("xmlns").value_or(std::string_view());
    const std::string expected = std::string(RootName) + " xmlns=\"" + std::string(ChecklistNamespace) + '"';
    if (root.name() != RootName || !space.starts_with(ChecklistNamespaceStem)) {
        std::string found(root.name());
        if (!space.empty()) {
            found += " xmlns=\"" + std::string(space) + '"';
        }
        return fail(ForeignRoot, {{"found", std::move(found)}, {"wanted", expected}}, root.place());
    }
    if (space != ChecklistNamespace) {
        return fail(FormatTooNew,
                    {{"format", std::string(space.substr(ChecklistNamespaceStem.size()))},
                     {"known", std::string(ChecklistFormat)}},
                    root.attributePlace("xmlns"));
    }
    return formatAge(root, ChecklistFormat);
}

std::expected<ReadChecklist, Diagnostics> interpret(const io::XmlElement& root, IdTable& ids) {
    const Result<FormatAge> age = recognise(root);
    if (!age) {
        return only(age.error());
    }
    FileFindings findings;
    findings.attributes.reserve(128);
    findings.children.reserve(512);
    findings.newer = *age == FormatAge::NewerMinor;
    ReadChecklist read;
    read.checklist = ChecklistReader(findings).read(root);
    findings.diagnostics.sortByPlace(); // they were found attribute by attribute
    if (findings.diagnostics.hasErrors()) {
        return std::unexpected(std::move(findings.diagnostics));
    }
    if (findings.newer) {
        findings.diagnostics.add(
            Severity::Note,
            Error(FormatNewer, {{"format", read.checklist.format}, {"known", std::string(ChecklistFormat)}},
                  root.attributePlace("format")));
    }
    ids = std::move(findings.ids);
    read.scorable = findings.scorable;
    read.warnings = std::move(findings.diagnostics);
    return read;
}

} // namespace

std::expected<ReadChecklist, Diagnostics> readChecklist(std::string_view bytes, std::string file) {
    Result<io::XmlDocument> document = io::XmlDocument::parseAhead(bytes, std::move(file));
    if (!document) {
        return only(document.error());
    }
    IdTable ids;
    auto read = interpret(document->root(), ids);
    if (const Result<void> passed = document->gatePassed(); !passed) {
        return only(passed.error()); // and what was made of it counts for nothing
    }
    if (read) {
        read->places = {std::make_shared<const io::XmlDocument>(std::move(*document)), std::move(ids)};
    }
    return read;
}

ChecklistIdentity identityOf(const Checklist& checklist, std::string_view bytes) {
    return {checklist.id, checklist.edition, sha256(bytes).text()};
}

} // namespace duibiao
