#include "core/settings/language.h"

#include "core/io/files.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace duibiao {

namespace {

constexpr std::size_t LargestCatalogue = std::size_t{8} << 20U;

} // namespace

Language systemLanguage(const Environment& environment) {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const auto value = environment(variable)) {
            return parseLanguage(*value).value_or(Language::English);
        }
    }
    return Language::English;
}

Catalogue loadCatalogue(const Paths& paths, Language language) {
    if (language != Language::English) {
        const auto file = findData(paths, "i18n/" + std::string(languageTag(language)) + ".mo");
        const auto bytes = file ? io::readFile(*file, LargestCatalogue) : Result<std::string>(std::string());
        auto catalogue = bytes ? Catalogue::fromMo(*bytes, language) : Result<Catalogue>(Catalogue(language));
        return catalogue ? std::move(*catalogue) : Catalogue(language);
    }
    return Catalogue(language);
}

std::unique_ptr<Clock> clockFrom(const Environment& environment) {
    const auto fixed = environment("DUIBIAO_NOW");
    const auto time = fixed ? Timestamp::parse(*fixed) : std::nullopt;
    if (time) {
        return std::make_unique<FixedClock>(*time);
    }
    return std::make_unique<SystemClock>();
}

} // namespace duibiao
