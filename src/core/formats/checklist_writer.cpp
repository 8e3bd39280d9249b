#include "core/formats/checklist_writer.h"

#include "core/formats/checklist_fields.h"
#include "core/formats/element_writer.h"
#include "core/io/xml_writer.h"

#include <map>

namespace duibiao {

namespace {

class ChecklistWriter {
public:
    explicit ChecklistWriter(const Checklist& checklist)
        : checklist_(checklist) {
        for (const Section& section : checklist.sections) {
            sections_[section.parent].push_back(&section);
        }
        for (const Item& item : checklist.items) {
            items_[item.section].push_back(&item);
        }
    }

    [[nodiscard]] std::string write() {
        xml_.open("checklist");
        xml_.attribute("xmlns", ChecklistNamespace);
        ElementWriter io(xml_);
        describeHead(io, checklist_);
        writeSections({});
        io.otherChildren(checklist_.extras);
        xml_.close();
        return xml_.finish();
    }

private:
    void writeSections(const SectionId& parent) {
        for (const Section* section : sections_[parent]) {
            xml_.open("section");
            ElementWriter io(xml_);
            describeHead(io, *section);
            for (const Item* item : items_[section->id]) {
                io.requiredChild("item", *item);
            }
            writeSections(section->id);
            io.otherChildren(section->extras);
            xml_.close();
        }
    }

    const Checklist& checklist_;
    std::map<SectionId, std::vector<const Section*>> sections_;
    std::map<SectionId, std::vector<const Item*>> items_;
    io::XmlWriter xml_;
};

} // namespace

std::string writeChecklist(const Checklist& checklist) {
    return ChecklistWriter(checklist).write();
}

} // namespace duibiao
