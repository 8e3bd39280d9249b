#include "core/io/text_index.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>

namespace duibiao::io {

namespace {

constexpr std::size_t BlockBytes = 1024;

} // namespace

TextIndex::TextIndex(std::string_view text)
    : text_(text)
    , lineStarts_{0} {
    // CR alone ends a line too; no editor writes it, so that the search for it normally finds nothing.
    std::size_t feed = text.find('\n');
    std::size_t carriage = text.find('\r');
    while (feed != std::string_view::npos || carriage != std::string_view::npos) {
        const std::size_t end = std::min(feed, carriage);
        const bool both = end == carriage && feed == carriage + 1;
        lineStarts_.push_back(end + (both ? 2 : 1));
        const std::size_t next = lineStarts_.back();
        if (feed < next) {
            feed = text.find('\n', next);
        }
        if (carriage < next) {
            carriage = text.find('\r', next);
        }
    }
}

std::size_t TextIndex::charactersBefore(std::size_t offset) const {
    if (charactersBeforeBlock_.empty()) {
        std::size_t characters = 0;
        for (std::size_t block = 0; block < text_.size(); block += BlockBytes) {
            charactersBeforeBlock_.push_back(characters);
            characters += characterCount(text_.substr(block, BlockBytes));
        }
        charactersBeforeBlock_.push_back(characters);
    }
    const std::size_t block = offset / BlockBytes;
    const std::size_t start = block * BlockBytes;
    return charactersBeforeBlock_[block] + characterCount(text_.substr(start, offset - start));
}

LineColumn TextIndex::at(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto next = std::ranges::upper_bound(lineStarts_, offset);
    const auto line = static_cast<std::size_t>(std::distance(lineStarts_.begin(), next));
    const std::size_t start = lineStarts_[line - 1];
    const bool near = offset - start < 2 * BlockBytes;
    const std::size_t before = near ? characterCount(text_.substr(start, offset - start))
                                    : charactersBefore(offset) - charactersBefore(start);
    return {line, before + 1};
}

} // namespace duibiao::io
