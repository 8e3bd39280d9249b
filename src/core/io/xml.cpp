#include "core/io/xml.h"

#include "core/base/ahead.h"
#include "core/base/text.h"
#include "core/io/decoding.h"
#include "core/io/text_index.h"
#include "core/io/xml_errors.h"
#include "core/io/xml_gate.h"
#include "core/io/xml_source.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <cstdint>
#include <future>
#include <unordered_map>

namespace duibiao::io {

namespace {

// Pinned, whatever pugixml's defaults become. White space alone is left out, which is most of the nodes;
// text() knows the one case where that would lose a character.
constexpr unsigned ParseOptions =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute | pugi::parse_eol;

constexpr std::string_view XmlSpace = " \t\r\n";

std::string_view withoutXmlSpace(std::string_view text) {
    const std::size_t start = text.find_first_not_of(XmlSpace);
    if (start == std::string_view::npos) {
        return {};
    }
    return text.substr(start, text.find_last_not_of(XmlSpace) - start + 1);
}

bool isText(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

pugi::xml_node elementFrom(pugi::xml_node node) {
    while (node && node.type() != pugi::node_element) {
        node = node.next_sibling();
    }
    return node;
}

/// The text of an element in pieces, such as "<![CDATA[a]]> <![CDATA[b]]>", where white space alone counts.
std::string textWithAllSpace(const std::string& element) {
    pugi::xml_document again;
    std::string text;
    if (again.load_buffer(element.data(), element.size(), ParseOptions | pugi::parse_ws_pcdata,
                          pugi::encoding_utf8)) {
        for (const pugi::xml_node& child : again.document_element().children()) {
            if (isText(child)) {
                text += child.value();
            }
        }
    }
    return text;
}

constexpr std::size_t SmallestAhead = std::size_t{32} << 10U;
constexpr std::size_t LargestAhead = std::size_t{1} << 20U;

} // namespace

/// What a document holds: the decoded source for places, the same bytes as pugixml has cut them up, and
/// look-up tables that are made when the first error asks for a place.
class XmlContent {
public:
    XmlContent(std::string name, std::string text)
        : name_(std::move(name))
        , source_(std::move(text))
        , buffer_(source_) {}

    [[nodiscard]] pugi::xml_parse_result load() {
        return document_.load_buffer_inplace(buffer_.data(), buffer_.size(), ParseOptions,
                                             pugi::encoding_utf8);
    }

    [[nodiscard]] std::unexpected<Error> parserFailed(const pugi::xml_parse_result& loaded) const {
        // The gate accepted it, so this is ours to answer for.
        return fail(XmlParserFailed, {{"detail", loaded.description()}}, TextPlace{name_, 1, 1, {}});
    }

    void startGate(const XmlLimits& limits) {
        gate_ = workAhead([this, limits] { return checkWellFormed(source_, name_, limits); });
    }

    [[nodiscard]] Result<void> waitForGate() {
        if (gate_.valid()) {
            verdict_ = gate_.get();
        }
        return verdict_;
    }

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view source() const { return source_; }
    [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

    /// Where a name or value stands in the source; pugixml points into the buffer and never moves what begins
    /// there.
    [[nodiscard]] std::size_t offsetOf(const char* inBuffer) const {
        return static_cast<std::size_t>(inBuffer - buffer_.data());
    }

    [[nodiscard]] TextPlace placeAt(std::size_t offset, std::string path) const {
        if (!index_) {
            index_ = std::make_unique<TextIndex>(source_);
        }
        const LineColumn position = index_->at(offset);
        return {name_, position.line, position.column, std::move(path)};
    }

    [[nodiscard]] std::string pathOf(const pugi::xml_node& node) const {
        const pugi::xml_node parent = node.parent();
        if (!parent) {
            return {};
        }
        std::string path = pathOf(parent) + '/' + node.name();
        if (const std::uint32_t ordinal = ordinalOf(node, parent); ordinal != 0) {
            path += fmt::format("[{}]", ordinal);
        }
        return path;
    }

private:
    /// Which of its like-named siblings, from 1; 0 when it is the only one.
    [[nodiscard]] std::uint32_t ordinalOf(const pugi::xml_node& node, const pugi::xml_node& parent) const {
        if (!ordinals_.contains(node.internal_object())) {
            countChildren(parent); // all at once: asking one by one would be quadratic
        }
        return ordinals_.at(node.internal_object());
    }

    void countChildren(const pugi::xml_node& parent) const {
        std::unordered_map<std::string_view, std::uint32_t> counts;
        for (auto child = elementFrom(parent.first_child()); child;
             child = elementFrom(child.next_sibling())) {
            ordinals_[child.internal_object()] = ++counts[child.name()];
        }
        for (auto child = elementFrom(parent.first_child()); child;
             child = elementFrom(child.next_sibling())) {
            if (counts[child.name()] == 1) {
                ordinals_[child.internal_object()] = 0;
            }
        }
    }

    std::string name_;
    std::string source_;
    std::string buffer_; ///< pugixml writes its terminators into it
    pugi::xml_document document_;
    mutable std::unique_ptr<TextIndex> index_;
    mutable std::unordered_map<const pugi::xml_node_struct*, std::uint32_t> ordinals_;
    Result<void> verdict_;
    std::future<Result<void>> gate_; ///< last: its end waits for the thread, which reads the source
};

// XmlElement

std::string_view XmlElement::name() const {
    return pugi::xml_node(node_).name();
}

std::optional<std::string_view> XmlElement::attribute(std::string_view name) const {
    for (const pugi::xml_attribute& attribute : pugi::xml_node(node_).attributes()) {
        if (attribute.name() == name) {
            return attribute.value();
        }
    }
    return std::nullopt;
}

std::vector<std::pair<std::string_view, std::string_view>> XmlElement::attributes() const {
    std::vector<std::pair<std::string_view, std::string_view>> all;
    appendAttributes(all);
    return all;
}

void XmlElement::appendAttributes(std::vector<std::pair<std::string_view, std::string_view>>& all) const {
    for (auto each = pugi::xml_node(node_).first_attribute(); each; each = each.next_attribute()) {
        all.emplace_back(each.name(), each.value());
    }
}

bool XmlElement::hasAttributes() const {
    return !pugi::xml_node(node_).first_attribute().empty();
}

std::optional<std::size_t>
XmlElement::plainLeaves(std::span<std::pair<std::string_view, std::string_view>> leaves) const {
    std::size_t count = 0;
    if (hasAttributes()) {
        return std::nullopt;
    }
    for (auto leaf = pugi::xml_node(node_).first_child(); leaf; leaf = leaf.next_sibling()) {
        const pugi::xml_node text = leaf.first_child();
        if (count == leaves.size() || leaf.type() != pugi::node_element || !leaf.first_attribute().empty() ||
            (!text.empty() && (!isText(text) || !text.next_sibling().empty()))) {
            return std::nullopt;
        }
        leaves[count++] = {leaf.name(), withoutXmlSpace(text.value())};
    }
    return count;
}

XmlElement XmlElement::firstChild() const {
    return {content_, elementFrom(pugi::xml_node(node_).first_child()).internal_object()};
}

XmlElement XmlElement::firstChild(std::string_view name) const {
    XmlElement child = firstChild();
    while (child && child.name() != name) {
        child = child.nextSibling();
    }
    return child;
}

XmlElement XmlElement::nextSibling() const {
    return {content_, elementFrom(pugi::xml_node(node_).next_sibling()).internal_object()};
}

std::vector<XmlElement> XmlElement::children() const {
    std::vector<XmlElement> all;
    for (XmlElement child = firstChild(); child; child = child.nextSibling()) {
        all.push_back(child);
    }
    return all;
}

std::string XmlElement::text() const {
    const pugi::xml_node only = pugi::xml_node(node_).first_child();
    if (!only.next_sibling()) { // the usual case, and then the text is copied once
        return isText(only) ? std::string(withoutXmlSpace(only.value())) : std::string();
    }
    std::string text;
    std::size_t parts = 0;
    for (const pugi::xml_node& child : pugi::xml_node(node_).children()) {
        if (isText(child)) {
            text += child.value();
            ++parts;
        }
    }
    if (parts > 1) {
        text = textWithAllSpace(raw());
    }
    const std::string_view bare = withoutXmlSpace(text);
    return bare.size() == text.size() ? std::move(text) : std::string(bare);
}

std::string_view XmlElement::firstText() const {
    for (const pugi::xml_node& child : pugi::xml_node(node_).children()) {
        if (!isText(child)) {
            continue;
        }
        if (const std::string_view text = withoutXmlSpace(child.value()); !text.empty()) {
            return text;
        }
    }
    return {};
}

std::string XmlElement::raw() const {
    if (node_ == nullptr) {
        return {};
    }
    const std::size_t start = content_->offsetOf(pugi::xml_node(node_).name()) - 1;
    return withLineFeeds(elementSource(content_->source().substr(start)));
}

TextPlace XmlElement::place() const {
    if (node_ == nullptr) {
        return {};
    }
    const pugi::xml_node node(node_);
    return content_->placeAt(content_->offsetOf(node.name()) - 1, content_->pathOf(node));
}

TextPlace XmlElement::attributePlace(std::string_view name) const {
    const pugi::xml_node node(node_);
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        if (attribute.name() == name) {
            return content_->placeAt(content_->offsetOf(attribute.name()),
                                     content_->pathOf(node) + "/@" + std::string(name));
        }
    }
    return place();
}

TextPlace XmlElement::attributePlace(std::string_view name, std::size_t index) const {
    const pugi::xml_node node(node_);
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        if (attribute.name() == name) {
            const std::size_t start = content_->offsetOf(attribute.value());
            const std::size_t length = writtenLength(content_->source().substr(start), index);
            return content_->placeAt(start + length, content_->pathOf(node) + "/@" + std::string(name));
        }
    }
    return place();
}

// XmlDocument

Result<XmlDocument> XmlDocument::parse(std::string_view bytes, std::string name, const XmlLimits& limits) {
    Result<std::string> text = decodeXml(bytes, name, limits.bytes);
    if (!text) {
        return passOn(text);
    }
    if (const Result<void> checked = checkWellFormed(*text, name, limits); !checked) {
        return passOn(checked);
    }
    auto content = std::make_unique<XmlContent>(std::move(name), std::move(*text));
    const pugi::xml_parse_result loaded = content->load();
    if (!loaded || !content->root()) {
        return content->parserFailed(loaded);
    }
    return XmlDocument(std::move(content));
}

Result<XmlDocument> XmlDocument::parseAhead(std::string_view bytes, std::string name,
                                            const XmlLimits& limits) {
    // Smaller files are read before a thread has started; in larger ones the tree of what the gate would
    // refuse could take a lot of memory.
    if (bytes.size() < SmallestAhead || bytes.size() > LargestAhead) {
        return parse(bytes, std::move(name), limits);
    }
    Result<std::string> text = decodeXml(bytes, name, limits.bytes);
    if (!text) {
        return passOn(text);
    }
    auto content = std::make_unique<XmlContent>(std::move(name), std::move(*text));
    content->startGate(limits);
    const pugi::xml_parse_result loaded = content->load();
    const bool usable = loaded && !content->root().empty();
    if (!usable) {
        if (const Result<void> passed = content->waitForGate(); !passed) {
            return passOn(passed);
        }
        return content->parserFailed(loaded);
    }
    return XmlDocument(std::move(content));
}

Result<void> XmlDocument::gatePassed() {
    return content_->waitForGate();
}

XmlDocument::XmlDocument(std::unique_ptr<XmlContent> content)
    : content_(std::move(content)) {}
XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;
XmlDocument::~XmlDocument() = default;

XmlElement XmlDocument::root() const {
    return {content_.get(), content_->root().internal_object()};
}

} // namespace duibiao::io
