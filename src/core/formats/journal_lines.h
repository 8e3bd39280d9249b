#pragma once

#include "core/base/hash.h"
#include "core/formats/journal.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Lines of log.jsonl, docs/file-formats.md §5. Inside formats only.
namespace duibiao::journal {

/// A text with the salt that keeps its hash from being guessed.
struct SaltedText {
    std::string salt; ///< 32 hexadecimal digits
    std::string text;
    [[nodiscard]] Sha256 hash() const;
};

/// The texts taken out of an entry's edits, in their order.
using TextsOut = std::vector<SaltedText>;

/// The texts behind an entry. One that was removed for good reads as empty.
struct TextsIn {
    std::map<std::string, std::optional<std::string>> byHash;
    bool missing = false; ///< set when a removed one was asked for
};

/// The line of an entry, without its LF.
[[nodiscard]] std::string entryLine(const JournalEntry& entry, TextsOut& texts);
[[nodiscard]] std::string textLine(const SaltedText& text);
/// Whether a line is an entry's (and not a text's).
[[nodiscard]] bool isEntryLine(std::string_view line);
/// Fills the entry but for its id. What is wrong with the line, or empty.
[[nodiscard]] std::string_view readEntryLine(std::string_view line, TextsIn& texts, JournalEntry& entry);
[[nodiscard]] std::string_view readTextLine(std::string_view line, TextsIn& texts);

} // namespace duibiao::journal
