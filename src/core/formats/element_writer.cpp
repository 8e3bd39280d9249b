#include "core/formats/element_writer.h"

#include "core/model/rule_parser.h"

namespace duibiao {

void ElementWriter::rule(std::string_view name, const std::optional<Rule>& value) {
    if (value) {
        xml_->attribute(name, ruleText(*value));
    }
}

void ElementWriter::otherAttributes(const Extras& extras) {
    for (const auto& [name, value] : extras.attributes) {
        xml_->attribute(name, value);
    }
}

void ElementWriter::otherChildren(const Extras& extras) {
    for (const std::string& element : extras.elements) {
        xml_->raw(element);
    }
}

void ElementWriter::requiredLocal(std::string_view name, const LocalText& value) {
    xml_->open(name);
    localContent(value);
    xml_->close();
}

void ElementWriter::localContent(const LocalText& value) {
    if (!value.zh.empty()) {
        xml_->element("zh", value.zh);
    }
    if (!value.en.empty()) {
        xml_->element("en", value.en);
    }
}

void ElementWriter::localList(std::string_view name, const std::vector<LocalText>& values) {
    for (const LocalText& value : values) {
        requiredLocal(name, value);
    }
}

} // namespace duibiao
