#include "core/io/xml_writer.h"

#include "core/base/text.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace duibiao::io {

namespace {

constexpr std::string_view ReplacementCharacter = "\xEF\xBF\xBD";

bool isLegal(std::string_view character) {
    const auto byte = static_cast<std::uint8_t>(character.front());
    if (byte < 0x20) {
        return byte == '\t' || byte == '\n';
    }
    return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
}

[[maybe_unused]] bool isOurName(std::string_view name) {
    return !name.empty() && name.find_first_of(" \t\r\n<>&\"'=/?!") == std::string_view::npos &&
           isValidUtf8(name);
}

std::string_view escapeInText(char character) {
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;"; // always, so that "]]>" cannot arise
    default:
        return {};
    }
}

std::string_view escapeInAttribute(char character) {
    switch (character) {
    case '"':
        return "&quot;";
    case '\n':
        return "&#10;"; // as itself it would come back as a space
    case '\t':
        return "&#9;";
    case '>':
        return {}; // legal here, and rules read better
    default:
        return escapeInText(character);
    }
}

template<class Escape>
void appendEscaped(std::string& out, std::string_view text, Escape escape) {
    for (const char character : sanitizedXml(text)) {
        const std::string_view escaped = escape(character);
        if (escaped.empty()) {
            out += character;
        } else {
            out += escaped;
        }
    }
}

} // namespace

std::string sanitizedXml(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    std::size_t offset = 0;
    while (offset < text.size()) {
        const std::size_t length = utf8SequenceAt(text, offset);
        const std::string_view character = text.substr(offset, std::max<std::size_t>(length, 1));
        offset += character.size();
        if (character == "\r") {
            clean += text.substr(offset).starts_with('\n') ? "" : "\n";
        } else {
            clean += length != 0 && isLegal(character) ? character : ReplacementCharacter;
        }
    }
    return clean;
}

XmlWriter::XmlWriter()
    : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

void XmlWriter::endStartTag() {
    if (inStartTag_) {
        out_ += '>';
        inStartTag_ = false;
    }
}

void XmlWriter::indent() {
    out_ += '\n';
    out_.append(2 * open_.size(), ' ');
}

void XmlWriter::open(std::string_view name) {
    assert(isOurName(name));
    endStartTag();
    indent();
    out_ += '<';
    out_ += name;
    open_.emplace_back(name);
    inStartTag_ = true;
    hasText_ = false;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
    assert(inStartTag_ && isOurName(name));
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    appendEscaped(out_, value, escapeInAttribute);
    out_ += '"';
}

void XmlWriter::text(std::string_view text) {
    assert(!open_.empty());
    if (text.empty()) {
        return;
    }
    endStartTag();
    hasText_ = true;
    appendEscaped(out_, text, escapeInText);
}

void XmlWriter::raw(std::string_view element) {
    assert(!open_.empty());
    endStartTag();
    indent();
    out_ += element;
    hasText_ = false;
}

void XmlWriter::close() {
    assert(!open_.empty());
    const std::string name = std::move(open_.back());
    open_.pop_back();
    if (inStartTag_) {
        out_ += "/>";
        inStartTag_ = false;
    } else {
        if (!hasText_) {
            indent();
        }
        out_ += "</" + name + '>';
    }
    hasText_ = false;
}

void XmlWriter::element(std::string_view name, std::string_view content) {
    open(name);
    text(content);
    close();
}

std::string XmlWriter::finish() {
    assert(open_.empty());
    out_ += '\n';
    return std::move(out_);
}

} // namespace duibiao::io
