#pragma once

#include "core/base/error.h"
#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pugi {
struct xml_node_struct;
}

namespace duibiao::io {

/// Caps that hold before anything is allocated for the content. Defaults are those of a checklist.
struct XmlLimits {
    std::size_t bytes = std::size_t{16} << 20U; ///< after decoding to UTF-8
    std::size_t depth = 64;
    std::size_t elements = 200'000;
    std::size_t attributesPerElement = 64;
    std::size_t nameBytes = 256;
    std::size_t attributeBytes = std::size_t{64} << 10U;
    std::size_t textBytes = std::size_t{1} << 20U;
};

class XmlDocument;
class XmlContent;

/// A light view of one element; lives as long as its document (which may be moved meanwhile). A
/// default-constructed one is "none": it has no name, no attributes and no children.
class XmlElement {
public:
    XmlElement() = default;

    [[nodiscard]] explicit operator bool() const { return node_ != nullptr; }
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name) const;
    [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> attributes() const;
    /// The same, behind what `all` holds already.
    void appendAttributes(std::vector<std::pair<std::string_view, std::string_view>>& all) const;
    [[nodiscard]] bool hasAttributes() const;
    /// Name and trimmed text of the children, when the element has no attributes and no text and each of them
    /// nothing but one piece of text: most elements of a checklist are like that. None when anything is
    /// otherwise or there are more than fit.
    [[nodiscard]] std::optional<std::size_t>
    plainLeaves(std::span<std::pair<std::string_view, std::string_view>> leaves) const;
    [[nodiscard]] XmlElement firstChild() const; ///< first child element
    [[nodiscard]] XmlElement firstChild(std::string_view name) const;
    [[nodiscard]] XmlElement nextSibling() const; ///< next element
    [[nodiscard]] std::vector<XmlElement> children() const;
    /// The text directly below, white space at both ends removed.
    [[nodiscard]] std::string text() const;
    /// The first piece of text directly below that is more than white space, trimmed; empty when there is
    /// none.
    [[nodiscard]] std::string_view firstText() const;
    /// The element as it stands in the file, line ends as LF, for Extras.
    [[nodiscard]] std::string raw() const;
    /// file:line:column and the element path, for errors.
    [[nodiscard]] TextPlace place() const;
    /// The place of an attribute's name; its path ends in /@name. The element's place when it has no such
    /// attribute.
    [[nodiscard]] TextPlace attributePlace(std::string_view name) const;
    /// The place of the character number `index` (from 0) within an attribute's value, for messages about
    /// rules.
    [[nodiscard]] TextPlace attributePlace(std::string_view name, std::size_t index) const;

private:
    friend class XmlDocument;
    XmlElement(const XmlContent* content, pugi::xml_node_struct* node)
        : content_(content)
        , node_(node) {}
    const XmlContent* content_ = nullptr;
    pugi::xml_node_struct* node_ = nullptr;
};

/// An XML file that passed the gate: decoded strictly, well-formed, without DTD, within limits, then parsed
/// by pugixml on the same bytes. Movable, not copyable. Places are looked up lazily: use a document on one
/// thread at a time.
class XmlDocument {
public:
    /// `name` is the file name for messages. Not well-formed input is one error (the first).
    [[nodiscard]] static Result<XmlDocument> parse(std::string_view bytes, std::string name,
                                                   const XmlLimits& limits = {});
    /// The same, except that in a file of a usual size the gate may still be at work in another thread: read
    /// on meanwhile, but believe nothing before gatePassed(): until then not even the limits on depth and
    /// attributes hold.
    [[nodiscard]] static Result<XmlDocument> parseAhead(std::string_view bytes, std::string name,
                                                        const XmlLimits& limits = {});
    /// Waits for the gate. Its error comes before anything that was found meanwhile.
    [[nodiscard]] Result<void> gatePassed();
    XmlDocument(XmlDocument&&) noexcept;
    XmlDocument& operator=(XmlDocument&&) noexcept;
    XmlDocument(const XmlDocument&) = delete;
    XmlDocument& operator=(const XmlDocument&) = delete;
    ~XmlDocument();

    [[nodiscard]] XmlElement root() const;

private:
    explicit XmlDocument(std::unique_ptr<XmlContent> content);
    std::unique_ptr<XmlContent> content_;
};

} // namespace duibiao::io
