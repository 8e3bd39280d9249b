#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao::io {

/// The text as XML 1.0 can hold it: bytes that are no UTF-8 and characters that XML forbids become U+FFFD,
/// CRLF and CR become LF.
[[nodiscard]] std::string sanitizedXml(std::string_view text);

/// Writes UTF-8 XML with two-space indentation and LF. Text is sanitised first: characters that XML 1.0
/// cannot hold are replaced by U+FFFD, CRLF and CR become LF. Names are ours, never a user's text (asserted).
class XmlWriter {
public:
    XmlWriter();
    /// Opens an element; attributes follow before its first child or text.
    void open(std::string_view name);
    void attribute(std::string_view name, std::string_view value);
    void text(std::string_view text);
    /// A whole element kept from a newer version; must be well-formed.
    void raw(std::string_view element);
    void close();
    /// <name>text</name>
    void element(std::string_view name, std::string_view content);
    /// Ends the document and gives its bytes. Precondition: every element is closed.
    [[nodiscard]] std::string finish();

private:
    void endStartTag();
    void indent();
    std::string out_;
    std::vector<std::string> open_;
    bool inStartTag_ = false;
    bool hasText_ = false;
};

} // namespace duibiao::io
