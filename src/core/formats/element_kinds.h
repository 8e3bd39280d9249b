#pragma once

#include <cstdint>
#include <string_view>

namespace duibiao {

/// A word of a file format and what it stands for.
template<class T>
struct FormatWord {
    std::string_view text;
    T value;
};

/// What an id names: which syntax it has and among which others it is the only one.
enum class IdKind : std::uint8_t {
    Shared, ///< items, sections
    Name,   ///< facts, fields: they stand in rules
    Group,
    Scale,
    Band,
    Word,     ///< unique within its list only
    Document, ///< of the whole file
};

enum class NumberRange : std::uint8_t { Any, NotNegative, Positive, Share };

} // namespace duibiao
