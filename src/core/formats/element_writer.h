#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/exact.h"
#include "core/base/id.h"
#include "core/formats/element_kinds.h"
#include "core/io/xml_writer.h"
#include "core/model/extras.h"
#include "core/model/rule.h"
#include "core/model/text.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace duibiao {

/// Writes one element after its description; the counterpart of ElementReader, which see. What equals its
/// default is left out.
class ElementWriter {
public:
    explicit ElementWriter(io::XmlWriter& xml)
        : xml_(&xml) {}

    template<class Tag>
    void id(std::string_view name, const Id<Tag>& value, IdKind /*kind*/) {
        xml_->attribute(name, value.str());
    }
    void id(std::string_view name, const std::string& value, IdKind /*kind*/) {
        xml_->attribute(name, value);
    }
    template<class Tag>
    void text(std::string_view name, const Id<Tag>& value) {
        text(name, value.str());
    }
    void text(std::string_view name, const std::string& value) {
        if (!value.empty()) {
            xml_->attribute(name, value);
        }
    }
    void requiredText(std::string_view name, const std::string& value) { xml_->attribute(name, value); }
    void number(std::string_view name, const Exact& value, const Exact& fallback, NumberRange /*range*/) {
        if (value != fallback) {
            xml_->attribute(name, value.text());
        }
    }
    void number(std::string_view name, const std::optional<Exact>& value, NumberRange /*range*/) {
        if (value) {
            xml_->attribute(name, value->text());
        }
    }
    void requiredNumber(std::string_view name, const Exact& value, NumberRange /*range*/) {
        xml_->attribute(name, value.text());
    }
    void whole(std::string_view name, int value, int fallback, int /*most*/) {
        if (value != fallback) {
            xml_->attribute(name, std::to_string(value));
        }
    }
    void whole(std::string_view name, const std::optional<std::uint32_t>& value, std::uint32_t /*least*/) {
        if (value) {
            xml_->attribute(name, std::to_string(*value));
        }
    }
    void requiredWhole(std::string_view name, std::uint32_t value, std::uint32_t /*least*/) {
        xml_->attribute(name, std::to_string(value));
    }
    void date(std::string_view name, const std::optional<Date>& value) {
        if (value) {
            xml_->attribute(name, value->text());
        }
    }
    void rule(std::string_view name, const std::optional<Rule>& value);
    void condition(std::string_view name, const std::optional<Rule>& value) { rule(name, value); }
    template<class T, std::size_t N>
    void word(std::string_view name, const T& value, const std::array<FormatWord<T>, N>& words,
              std::type_identity_t<T> fallback) {
        if (value != fallback) {
            xml_->attribute(name, textOf(value, words));
        }
    }
    template<class T, std::size_t N>
    void word(std::string_view name, const std::optional<T>& value,
              const std::array<FormatWord<T>, N>& words) {
        if (value) {
            xml_->attribute(name, textOf(*value, words));
        }
    }
    template<class T, std::size_t N>
    void words(std::string_view name, const std::vector<T>& values,
               const std::array<FormatWord<T>, N>& known) {
        std::string list;
        for (const T& value : values) {
            list += (list.empty() ? "" : " ") + std::string(textOf(value, known));
        }
        text(name, list);
    }
    template<class Tag>
    void reference(std::string_view name, const Id<Tag>& value, IdKind /*kind*/) {
        text(name, value.str());
    }
    [[nodiscard]] bool allows(bool condition, std::string_view /*name*/, const ErrorKind& /*otherwise*/) {
        return condition;
    }
    void otherAttributes(const Extras& extras);
    void noOtherAttributes() {}

    void local(std::string_view name, const LocalText& value) {
        if (!value.empty()) {
            requiredLocal(name, value);
        }
    }
    void requiredLocal(std::string_view name, const LocalText& value);
    void localContent(const LocalText& value);
    void localList(std::string_view name, const std::vector<LocalText>& values);
    template<class T>
    void child(std::string_view name, const T& value) {
        if (value != T{}) {
            requiredChild(name, value);
        }
    }
    template<class T>
    void child(std::string_view name, const std::optional<T>& value) {
        if (value) {
            requiredChild(name, *value);
        }
    }
    template<class T>
    void requiredChild(std::string_view name, const T& value) {
        xml_->open(name);
        describe(*this, value); // of checklist_fields.h, found by the argument's namespace
        xml_->close();
    }
    template<class T>
    void children(std::string_view name, const std::vector<T>& values) {
        for (const T& value : values) {
            requiredChild(name, value);
        }
    }
    template<class T>
    void list(std::string_view container, std::string_view name, const std::vector<T>& values) {
        if (!values.empty()) {
            xml_->open(container);
            children(name, values);
            xml_->close();
        }
    }
    template<class T>
    void answerWords(std::string_view name, const std::vector<T>& values, bool /*asked*/, bool /*needed*/,
                     std::string_view /*asker*/) {
        children(name, values);
    }
    void otherChildren(const Extras& extras);
    void noOtherChildren() {}

private:
    template<class T, std::size_t N>
    [[nodiscard]] static std::string_view textOf(const T& value, const std::array<FormatWord<T>, N>& words) {
        for (const FormatWord<T>& word : words) {
            if (word.value == value) {
                return word.text;
            }
        }
        return {};
    }

    io::XmlWriter* xml_;
};

} // namespace duibiao
