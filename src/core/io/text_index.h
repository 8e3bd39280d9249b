#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace duibiao::io {

/// A position in a text: line and column count from 1, columns in Unicode characters.
struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1;
    bool operator==(const LineColumn&) const = default;
};

/// Finds line and column of a byte in constant time however long the lines are, so that a hostile file cannot
/// make error messages slow. Lines end at LF, CRLF or CR, as XML sees them.
class TextIndex {
public:
    /// `text` is valid UTF-8 and outlives the index.
    explicit TextIndex(std::string_view text);
    [[nodiscard]] LineColumn at(std::size_t offset) const;

private:
    [[nodiscard]] std::size_t charactersBefore(std::size_t offset) const;

    std::string_view text_;
    std::vector<std::size_t> lineStarts_;
    mutable std::vector<std::size_t> charactersBeforeBlock_; ///< made for the first long line
};

} // namespace duibiao::io
