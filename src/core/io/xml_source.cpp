#include "core/io/xml_source.h"

#include "core/base/text.h"

#include <algorithm>

namespace duibiao::io {

namespace {

/// The offset behind `mark`, or the end.
std::size_t behind(std::string_view source, std::string_view mark, std::size_t from) {
    const std::size_t found = source.find(mark, from);
    return found == std::string_view::npos ? source.size() : found + mark.size();
}

/// The offset behind the tag that starts at `from`; a ">" within quotes does not end it.
std::size_t behindTag(std::string_view source, std::size_t from) {
    std::size_t offset = from;
    while (offset < source.size()) {
        const char character = source[offset];
        if (character == '>') {
            return offset + 1;
        }
        const bool quoted = character == '"' || character == '\'';
        offset = quoted ? behind(source, std::string_view(&source[offset], 1), offset + 1) : offset + 1;
    }
    return source.size();
}

} // namespace

std::string_view elementSource(std::string_view source) {
    std::size_t depth = 0;
    std::size_t offset = 0;
    do {
        const std::string_view rest = source.substr(offset);
        if (rest.starts_with("<!--")) {
            offset = behind(source, "-->", offset + 4);
        } else if (rest.starts_with("<![CDATA[")) {
            offset = behind(source, "]]>", offset);
        } else {
            const std::size_t end = behindTag(source, offset);
            if (rest.starts_with("</")) {
                --depth;
            } else if (source[end - 2] != '/') {
                ++depth;
            }
            offset = end;
        }
        if (depth > 0) {
            offset = std::min(source.find('<', offset), source.size());
        }
    } while (depth > 0 && offset < source.size());
    return source.substr(0, offset);
}

std::size_t writtenLength(std::string_view source, std::size_t characters) {
    std::size_t offset = 0;
    for (; characters > 0 && offset < source.size(); --characters) {
        if (source[offset] == '&') {
            offset = behind(source, ";", offset);
        } else if (source.substr(offset).starts_with("\r\n")) {
            offset += 2;
        } else {
            offset += std::max<std::size_t>(utf8SequenceAt(source, offset), 1);
        }
    }
    return offset;
}

std::string withLineFeeds(std::string_view text) {
    std::string converted;
    converted.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            converted += text[i];
        } else if (!text.substr(i + 1).starts_with('\n')) {
            converted += '\n';
        }
    }
    return converted;
}

} // namespace duibiao::io
