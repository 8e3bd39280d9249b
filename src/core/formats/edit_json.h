#pragma once

#include "core/base/hash.h"
#include "core/edit/edit.h"
#include "core/model/assessment.h"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Edits as JSON, docs/file-formats.md §5. Inside formats only: it shows the JSON library.
namespace duibiao::journal {

/// A text with the salt that keeps its hash from being guessed.
struct SaltedText {
    std::string salt; ///< 32 hexadecimal digits
    std::string text;
    [[nodiscard]] Sha256 hash() const;
};
[[nodiscard]] SaltedText salted(std::string text);

/// Takes the texts out of edits on their way into an entry.
class TextsOut {
public:
    /// "" or {"sha256":…}
    [[nodiscard]] nlohmann::json put(const std::string& text);
    [[nodiscard]] const std::vector<SaltedText>& texts() const { return texts_; }

private:
    std::vector<SaltedText> texts_;
};

/// Puts them back. A text that was removed for good reads as empty, and missing() says so.
class TextsIn {
public:
    std::map<std::string, std::optional<std::string>> byHash;
    /// Throws nlohmann::json::exception or std::out_of_range for what is no text.
    [[nodiscard]] std::string get(const nlohmann::json& json);
    [[nodiscard]] bool missing() const { return missing_; }

private:
    bool missing_ = false;
};

[[nodiscard]] nlohmann::json toJson(const Edit& edit, TextsOut& texts);
/// None for an unknown kind. Throws as TextsIn::get, and Malformed, for what is no edit.
[[nodiscard]] std::optional<Edit> fromJson(const nlohmann::json& json, TextsIn& texts);

struct Malformed {};

} // namespace duibiao::journal
