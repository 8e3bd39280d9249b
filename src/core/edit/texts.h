#pragma once

#include "core/base/result.h"
#include "core/edit/edit.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace duibiao {

inline constexpr ErrorKind TextTooLong =
    errorKind("text-too-long", Category::Usage,
              "{what} has {size} characters and at most {limit} are kept; shorten it");
inline constexpr ErrorKind TextNotTidy =
    errorKind("text-not-tidy", Category::Usage,
              "{what} holds white space at an end or characters that no file can hold; type it again");
inline constexpr ErrorKind IdInvalid =
    errorKind("id-invalid", Category::Usage,
              "\"{id}\" is no id: a letter, then letters, digits, '.', '_' and '-', at most 64 characters");

inline constexpr std::size_t LongestText = 100'000; ///< characters of a comment, reason or remark
inline constexpr std::size_t LongestLine = 1'000;   ///< characters of a name or title
inline constexpr std::size_t LongestLabel = 120;    ///< UTF-16 units of a file's label

/// A text as files can hold it and people mean it: no white space at the ends, LF as line end, no control
/// characters, valid UTF-8 (what is none becomes U+FFFD).
[[nodiscard]] std::string tidyText(std::string_view text);
/// The edit with all its texts tidied. What comes from people goes through this once, before applyEdit.
[[nodiscard]] Edit tidied(Edit edit);
/// Whether all texts of an edit are tidy and short enough and all its ids are ids.
[[nodiscard]] Result<void> checkTexts(const Edit& edit);

/// Letters, digits, '.', '_', '-', first a letter, at most 64.
[[nodiscard]] bool isId(std::string_view text);

/// A text of an edit: its name for messages, itself, and how many characters it may have.
/// `what` is one of our words: how a sentence calls the text.
using TextVisitor = std::function<void(std::string_view what, std::string& text, std::size_t limit)>;
void forEachText(Edit& edit, const TextVisitor& visit);

} // namespace duibiao
