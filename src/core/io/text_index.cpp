#include "core/io/text_index.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>

namespace duibiao::io {

namespace {

constexpr std::size_t BlockBytes = 1024;

bool endsLine(std::string_view text, std::size_t offset) {
    const bool carriageReturn = text[offset] == '\r';
    return text[offset] == '\n' ||
           (carriageReturn && (offset + 1 == text.size() || text[offset + 1] != '\n'));
}

} // namespace

TextIndex::TextIndex(std::string_view text)
    : text_(text)
    , lineStarts_{0} {
    for (std::size_t found = text.find_first_of("\r\n"); found != std::string_view::npos;
         found = text.find_first_of("\r\n", found + 1)) {
        if (endsLine(text, found)) {
            lineStarts_.push_back(found + 1);
        }
    }
    std::size_t characters = 0;
    for (std::size_t block = 0; block < text.size(); block += BlockBytes) {
        charactersBeforeBlock_.push_back(characters);
        characters += characterCount(text.substr(block, BlockBytes));
    }
    charactersBeforeBlock_.push_back(characters);
}

std::size_t TextIndex::charactersBefore(std::size_t offset) const {
    const std::size_t block = offset / BlockBytes;
    const std::size_t start = block * BlockBytes;
    return charactersBeforeBlock_[block] + characterCount(text_.substr(start, offset - start));
}

LineColumn TextIndex::at(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto next = std::ranges::upper_bound(lineStarts_, offset);
    const auto line = static_cast<std::size_t>(std::distance(lineStarts_.begin(), next));
    return {line, charactersBefore(offset) - charactersBefore(lineStarts_[line - 1]) + 1};
}

} // namespace duibiao::io
