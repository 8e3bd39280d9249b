#include "core/base/catalogue.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace duibiao {

namespace {

inline constexpr ErrorKind CatalogueDamaged =
    errorKind("catalogue-damaged", Category::Internal, "the translation file is damaged: {detail}");

constexpr std::uint32_t MoMagic = 0x950412de;

/// The words of a .mo file: a header of 7 numbers, then two tables of (length, offset).
class MoReader {
public:
    explicit MoReader(std::string_view bytes)
        : bytes_(bytes)
        , swapped_(bytes.starts_with("\x95\x04\x12\xde")) {}

    [[nodiscard]] bool isMo() const { return bytes_.size() >= HeaderSize && number(0) == MoMagic; }
    [[nodiscard]] std::uint32_t count() const { return number(8); }
    [[nodiscard]] std::optional<std::string_view> source(std::uint32_t index) const {
        return text(number(12), index);
    }
    [[nodiscard]] std::optional<std::string_view> translation(std::uint32_t index) const {
        return text(number(16), index);
    }

private:
    static constexpr std::size_t HeaderSize = 28;

    [[nodiscard]] std::uint32_t number(std::size_t offset) const {
        if (offset + 4 > bytes_.size()) {
            return 0;
        }
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t at = swapped_ ? offset + i : offset + 3 - i;
            value = (value << 8U) | static_cast<unsigned char>(bytes_[at]);
        }
        return value;
    }

    [[nodiscard]] std::optional<std::string_view> text(std::uint32_t table, std::uint32_t index) const {
        const std::size_t entry = std::size_t{table} + std::size_t{index} * 8;
        const std::size_t length = number(entry);
        const std::size_t offset = number(entry + 4);
        if (entry + 8 > bytes_.size() || offset > bytes_.size() || length > bytes_.size() - offset) {
            return std::nullopt;
        }
        return bytes_.substr(offset, length);
    }

    std::string_view bytes_;
    bool swapped_; ///< the file is big-endian
};

std::string placeText(const Place& place) {
    struct Writer {
        std::string operator()(const std::monostate& /*nowhere*/) const { return {}; }
        std::string operator()(const TextPlace& at) const {
            std::string text = at.file;
            if (at.line != 0) {
                text += ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
            }
            return text;
        }
        std::string operator()(const CellPlace& at) const {
            return at.file + ": " + at.sheet + "!" + at.cell;
        }
        std::string operator()(const MemberPlace& at) const {
            return at.member.empty() ? at.package : at.package + ": " + at.member;
        }
    };
    return std::visit(Writer{}, place);
}

} // namespace

std::string_view languageTag(Language language) {
    return language == Language::Chinese ? "zh" : "en";
}

std::optional<Language> parseLanguage(std::string_view tag) {
    if (tag.starts_with("zh")) {
        return Language::Chinese;
    }
    if (tag.starts_with("en")) {
        return Language::English;
    }
    return std::nullopt;
}

Result<Catalogue> Catalogue::fromMo(std::string_view bytes, Language language) {
    const MoReader reader(bytes);
    if (!reader.isMo()) {
        return fail(CatalogueDamaged, {{"detail", std::string(msgid("it is no .mo file"))}});
    }
    if (reader.count() > bytes.size() / 16) {
        return fail(CatalogueDamaged, {{"detail", std::string(msgid("its table does not fit"))}});
    }
    Catalogue catalogue(language);
    catalogue.texts_.reserve(reader.count());
    for (std::uint32_t i = 0; i < reader.count(); ++i) {
        const auto source = reader.source(i);
        const auto translation = reader.translation(i);
        if (!source || !translation) {
            return fail(CatalogueDamaged, {{"detail", std::string(msgid("a text lies outside the file"))}});
        }
        if (!source->empty() && !translation->empty()) {
            catalogue.texts_.emplace(*source, *translation);
        }
    }
    return catalogue;
}

std::string_view Catalogue::translate(std::string_view source) const {
    const auto found = texts_.find(source);
    return found == texts_.end() ? source : std::string_view(found->second);
}

std::string fillIn(std::string_view pattern, const Arguments& arguments) {
    std::string text;
    text.reserve(pattern.size());
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        const std::size_t close = pattern.find('}', open);
        const std::string_view name =
            close == std::string_view::npos ? std::string_view{} : pattern.substr(open + 1, close - open - 1);
        const auto argument = std::ranges::find(arguments, name, &Arguments::value_type::first);
        if (close == std::string_view::npos || argument == arguments.end()) {
            text += '{';
            pattern.remove_prefix(open + 1);
        } else {
            text += argument->second;
            pattern.remove_prefix(close + 1);
        }
    }
    return text;
}

std::string describeWithoutPlace(const Error& error, const Catalogue& catalogue) {
    Arguments arguments = error.arguments();
    for (auto& [name, value] : arguments) {
        if (std::ranges::find(OwnWordArguments, name) != OwnWordArguments.end()) {
            value = catalogue.translate(value);
        }
    }
    return fillIn(catalogue.translate(error.kind().message), arguments);
}

std::string placePrefix(const Error& error) {
    const auto* member = std::get_if<MemberPlace>(&error.place());
    const auto file = std::ranges::find(error.arguments(), "file", &Arguments::value_type::first);
    // A sentence about a package names it itself.
    const bool isNamed =
        member != nullptr && file != error.arguments().end() && file->second == member->package;
    const std::string text = isNamed ? member->member : placeText(error.place());
    return text.empty() ? text : text + ": ";
}

std::string placeSuffix(const Error& error) {
    const auto* position = std::get_if<TextPlace>(&error.place());
    return position == nullptr || position->path.empty() ? std::string() : " (" + position->path + ")";
}

std::string describe(const Error& error, const Catalogue& catalogue) {
    return placePrefix(error) + describeWithoutPlace(error, catalogue) + placeSuffix(error);
}

} // namespace duibiao
