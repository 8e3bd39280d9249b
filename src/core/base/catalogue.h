#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace duibiao {

enum class Language : std::uint8_t { Chinese, English };

[[nodiscard]] std::string_view languageTag(Language language); ///< "zh", "en"
[[nodiscard]] std::optional<Language> parseLanguage(std::string_view tag);

/// Marks an English text that is translated later, where it is shown (keyword msgid:1 for xgettext).
consteval std::string_view msgid(std::string_view text) {
    return text;
}

/// Translations of one language as a value: several can be alive at once, no global locale is involved.
/// Source texts are English; English itself is the empty catalogue.
class Catalogue {
public:
    explicit Catalogue(Language language = Language::English)
        : language_(language) {}

    /// Reads the bytes of a GNU .mo file (both byte orders, UTF-8 only).
    [[nodiscard]] static Result<Catalogue> fromMo(std::string_view bytes, Language language);

    [[nodiscard]] Language language() const { return language_; }
    /// The translation of `source`, or `source` itself. The view lives as long as both.
    [[nodiscard]] std::string_view translate(std::string_view source) const;
    [[nodiscard]] std::size_t size() const { return texts_.size(); }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    Language language_;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> texts_;
};

/// Puts arguments into `{name}` places; an unknown name stays as it is, so that a mistake is seen.
[[nodiscard]] std::string fillIn(std::string_view pattern, const Arguments& arguments);

/// Arguments of an Error whose values are our own words: the edge translates them too. What goes under these
/// names is marked with msgid(), or is what the system or a library says (then it stays as it is); what
/// people or files bring never does, it could happen to be one of our words.
///   detail: what is wrong with the form of a file     language: of a text that is missing
///   expected: what a rule should have gone on with    reason: why a file was not read or written
///   fault: how a package or a history is damaged      unit, what: the thing a sentence is about
inline constexpr std::array<std::string_view, 7> OwnWordArguments{"detail", "expected", "fault", "language",
                                                                  "reason", "unit",     "what"};

/// The sentence for an error with its place in front: "a.xml:12:5: … (/checklist/item[3])".
[[nodiscard]] std::string describe(const Error& error, const Catalogue& catalogue);
/// What stands before the sentence, "a.xml:12:5: ", and behind it, " (/checklist/item[3])"; both may be
/// empty.
[[nodiscard]] std::string placePrefix(const Error& error);
[[nodiscard]] std::string placeSuffix(const Error& error);
/// The sentence alone.
[[nodiscard]] std::string describeWithoutPlace(const Error& error, const Catalogue& catalogue);

} // namespace duibiao
