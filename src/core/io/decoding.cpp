#include "core/io/decoding.h"

#include "core/base/text.h"
#include "core/io/gb18030.h"
#include "core/io/text_index.h"
#include "core/io/xml_errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace duibiao::io {

namespace {

enum class Encoding : std::uint8_t { Utf8, Ascii, Utf16Little, Utf16Big, Gb18030 };

constexpr std::size_t LongestDeclaration = 400;

std::string_view nameOf(Encoding encoding) {
    switch (encoding) {
    case Encoding::Ascii:
        return "US-ASCII";
    case Encoding::Utf16Little:
        return "UTF-16LE";
    case Encoding::Utf16Big:
        return "UTF-16BE";
    case Encoding::Gb18030:
        return "GB18030";
    case Encoding::Utf8:
        break;
    }
    return "UTF-8";
}

bool isUtf16(Encoding encoding) {
    return encoding == Encoding::Utf16Little || encoding == Encoding::Utf16Big;
}

std::string lowerAscii(std::string_view text) {
    std::string lower(text);
    for (char& character : lower) {
        if (character >= 'A' && character <= 'Z') {
            character = static_cast<char>(character - 'A' + 'a');
        }
    }
    return lower;
}

/// What the first bytes give away.
struct Signature {
    std::optional<Encoding> encoding;
    std::size_t bytes = 0; ///< of the byte order mark
};

Signature signatureOf(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        return {Encoding::Utf8, 3};
    }
    if (bytes.starts_with("\xFF\xFE"sv)) {
        return {Encoding::Utf16Little, 2};
    }
    if (bytes.starts_with("\xFE\xFF"sv)) {
        return {Encoding::Utf16Big, 2};
    }
    if (bytes.starts_with("<\0?\0"sv)) {
        return {Encoding::Utf16Little, 0};
    }
    if (bytes.starts_with("\0<\0?"sv)) {
        return {Encoding::Utf16Big, 0};
    }
    return {};
}

bool isUtf32(std::string_view bytes) {
    using namespace std::string_view_literals;
    static constexpr std::array Starts{"\xFF\xFE\0\0"sv, "\0\0\xFE\xFF"sv, "<\0\0\0"sv, "\0\0\0<"sv};
    return std::ranges::any_of(Starts, [&](std::string_view start) { return bytes.starts_with(start); });
}

/// The name in `encoding="…"` of an XML declaration, or nothing. Whether the declaration is in order, the
/// gate says.
std::string_view declaredName(std::string_view text) {
    static constexpr std::string_view Key = "encoding";
    static constexpr std::string_view Space = " \t\r\n";
    if (!text.starts_with("<?xml") || text.size() < 6 || !Space.contains(text[5])) {
        return {};
    }
    const std::string_view declaration = text.substr(0, std::min(text.find("?>"), LongestDeclaration));
    const std::size_t key = declaration.find(Key);
    if (key == std::string_view::npos) {
        return {};
    }
    const std::size_t quote = declaration.find_first_not_of(" \t\r\n=", key + Key.size());
    if (quote == std::string_view::npos || (declaration[quote] != '"' && declaration[quote] != '\'')) {
        return {};
    }
    const std::size_t end = declaration.find(declaration[quote], quote + 1);
    return end == std::string_view::npos ? std::string_view()
                                         : declaration.substr(quote + 1, end - quote - 1);
}

struct NamedEncoding {
    std::string_view name;
    Encoding encoding;
};

std::optional<Encoding> encodingNamed(std::string_view name) {
    // "utf-16" stands for both byte orders; the first bytes tell which.
    static constexpr std::array<NamedEncoding, 12> Known{{{"utf-8", Encoding::Utf8},
                                                          {"utf8", Encoding::Utf8},
                                                          {"us-ascii", Encoding::Ascii},
                                                          {"ascii", Encoding::Ascii},
                                                          {"utf-16", Encoding::Utf16Little},
                                                          {"utf-16le", Encoding::Utf16Little},
                                                          {"utf-16be", Encoding::Utf16Big},
                                                          {"gbk", Encoding::Gb18030},
                                                          {"gb2312", Encoding::Gb18030},
                                                          {"cp936", Encoding::Gb18030},
                                                          {"windows-936", Encoding::Gb18030},
                                                          {"gb18030", Encoding::Gb18030}}};
    const std::string lower = lowerAscii(name);
    const auto found = std::ranges::find(Known, lower, &NamedEncoding::name);
    return found == Known.end() ? std::nullopt : std::optional(found->encoding);
}

bool agree(Encoding found, Encoding declared, std::string_view declaredAs) {
    return found == declared || (isUtf16(found) && lowerAscii(declaredAs) == "utf-16");
}

Place startOf(const std::string& file) {
    return TextPlace{file, 1, 1, {}};
}

/// Checks what the declaration says against what the first bytes say.
Result<Encoding> settle(std::optional<Encoding> found, std::string_view declaredAs, const std::string& file) {
    if (declaredAs.empty()) {
        return found.value_or(Encoding::Utf8);
    }
    const std::optional<Encoding> declared = encodingNamed(declaredAs);
    if (!declared) {
        return fail(EncodingUnknown, {{"encoding", std::string(declaredAs)}}, startOf(file));
    }
    const bool contradicts = found ? !agree(*found, *declared, declaredAs) : isUtf16(*declared);
    if (contradicts) {
        const std::string_view seen = nameOf(found.value_or(Encoding::Utf8));
        return fail(EncodingContradiction,
                    {{"declared", std::string(declaredAs)}, {"found", std::string(seen)}}, startOf(file));
    }
    return found.value_or(*declared);
}

void appendUtf8(std::string& out, std::uint32_t character) {
    const auto trail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((character >> shift) & 0x3FU));
    };
    if (character < 0x80) {
        out += static_cast<char>(character);
    } else if (character < 0x800) {
        out += static_cast<char>(0xC0U | (character >> 6U));
        trail(0);
    } else if (character < 0x10000) {
        out += static_cast<char>(0xE0U | (character >> 12U));
        trail(6);
        trail(0);
    } else {
        out += static_cast<char>(0xF0U | (character >> 18U));
        trail(12);
        trail(6);
        trail(0);
    }
}

std::uint32_t unitAt(std::string_view bytes, std::size_t offset, bool big) {
    const auto first = static_cast<std::uint8_t>(bytes[offset]);
    const auto second = static_cast<std::uint8_t>(bytes[offset + 1]);
    return big ? (std::uint32_t{first} << 8U) | second : (std::uint32_t{second} << 8U) | first;
}

DecodedText decodeUtf16(std::string_view bytes, bool big) {
    DecodedText text;
    text.utf8.reserve(bytes.size());
    std::size_t offset = 0;
    while (offset < bytes.size()) {
        const std::size_t left = bytes.size() - offset;
        std::uint32_t unit = left >= 2 ? unitAt(bytes, offset, big) : 0xDC00;
        std::size_t used = 2;
        if (unit >= 0xD800 && unit <= 0xDBFF && left >= 4) {
            const std::uint32_t low = unitAt(bytes, offset + 2, big);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
                used = 4;
            }
        }
        if (unit >= 0xD800 && unit <= 0xDFFF) {
            text.badByte = offset; // a surrogate alone, or an odd byte at the end
            return text;
        }
        appendUtf8(text.utf8, unit);
        offset += used;
    }
    return text;
}

std::optional<std::size_t> firstNotAscii(std::string_view bytes) {
    const auto found =
        std::ranges::find_if(bytes, [](char byte) { return static_cast<std::uint8_t>(byte) > 0x7F; });
    return found == bytes.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - bytes.begin()));
}

DecodedText decodeAs(Encoding encoding, std::string_view bytes) {
    switch (encoding) {
    case Encoding::Utf16Little:
    case Encoding::Utf16Big:
        return decodeUtf16(bytes, encoding == Encoding::Utf16Big);
    case Encoding::Gb18030:
        return decodeGb18030(bytes);
    case Encoding::Ascii:
        return {std::string(bytes), firstNotAscii(bytes)};
    case Encoding::Utf8:
        break;
    }
    return {std::string(bytes), firstInvalidUtf8(bytes)};
}

/// Where the first character stands that XML 1.0 cannot hold here; a second byte order mark is one, though
/// parsers skip it. Precondition: valid UTF-8.
std::size_t firstIllegal(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        return 0;
    }
    const auto isIllegal = [&](std::size_t i) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        const bool control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
        return control ||
               (byte == 0xEF && (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF"));
    };
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t end = std::min(i + 64, text.size());
        std::uint8_t suspects = 0;
        // Without branches: compilers turn it into vector instructions. Chinese punctuation begins with EF as
        // well, so the byte behind it is looked at; valid UTF-8 does not end with one.
        for (std::size_t j = i; j < end; ++j) {
            const auto byte = static_cast<std::uint8_t>(text[j]);
            suspects |= static_cast<std::uint8_t>(static_cast<std::uint8_t>(byte < 0x20) &
                                                  static_cast<std::uint8_t>(byte != '\n'));
        }
        const std::size_t last = std::min(end, text.size() - 1);
        for (std::size_t j = i; j < last; ++j) {
            suspects |= static_cast<std::uint8_t>(static_cast<std::uint8_t>(text[j] == '\xEF') &
                                                  static_cast<std::uint8_t>(text[j + 1] == '\xBF'));
        }
        for (; suspects != 0 && i < end; ++i) {
            if (isIllegal(i)) {
                return i;
            }
        }
        i = end;
    }
    return std::string_view::npos;
}

Place placeAt(std::string_view text, std::size_t offset, const std::string& file) {
    const std::string_view before = text.substr(0, offset);
    const LineColumn position = TextIndex(before).at(offset);
    return TextPlace{file, position.line, position.column, {}};
}

std::unexpected<Error> undecodable(const DecodedText& text, Encoding encoding, std::size_t markBytes,
                                   const std::string& file) {
    // What could be decoded ends at the bad byte, except where the text is the bytes themselves.
    const bool sameBytes = encoding == Encoding::Utf8 || encoding == Encoding::Ascii;
    const std::size_t end = sameBytes ? *text.badByte : text.utf8.size();
    return fail(UndecodableByte,
                {{"offset", fmt::format("{}", *text.badByte + markBytes)},
                 {"encoding", std::string(nameOf(encoding))}},
                placeAt(text.utf8, end, file));
}

std::unexpected<Error> illegal(std::string_view text, std::size_t offset, const std::string& file) {
    const auto byteAfter = [&](std::size_t ahead) {
        return std::uint32_t{static_cast<std::uint8_t>(text[offset + ahead])};
    };
    // Either a control character or one of U+FEFF, U+FFFE and U+FFFF, which have three bytes.
    const std::uint32_t character = byteAfter(0) < 0x20
                                        ? byteAfter(0)
                                        : 0xF000U | ((byteAfter(1) & 0x3FU) << 6U) | (byteAfter(2) & 0x3FU);
    return fail(IllegalCharacter, {{"character", fmt::format("U+{:04X}", character)}},
                placeAt(text, offset, file));
}

} // namespace

Result<std::string> decodeXml(std::string_view bytes, const std::string& file, std::size_t limit) {
    const Signature signature = signatureOf(bytes);
    const std::string_view content = bytes.substr(signature.bytes);
    const bool wide = signature.encoding && isUtf16(*signature.encoding);
    // Before anything is allocated for it: UTF-16 has at most two bytes where UTF-8 has one.
    const auto tooLarge = fail(XmlTooLarge, {{"limit", fmt::format("{}", limit)}}, startOf(file));
    if (content.size() / (wide ? 2 : 1) > limit) {
        return tooLarge;
    }
    if (isUtf32(bytes)) {
        return fail(EncodingUnknown, {{"encoding", "UTF-32"}}, startOf(file));
    }
    std::string head;
    if (wide) {
        head =
            decodeUtf16(content.substr(0, 2 * LongestDeclaration), *signature.encoding == Encoding::Utf16Big)
                .utf8;
    }
    const std::string_view declaredAs = declaredName(wide ? std::string_view(head) : content);
    const Result<Encoding> encoding = settle(signature.encoding, declaredAs, file);
    if (!encoding) {
        return passOn(encoding);
    }
    DecodedText text = decodeAs(*encoding, content);
    if (text.badByte) {
        return undecodable(text, *encoding, signature.bytes, file);
    }
    if (text.utf8.size() > limit) {
        return tooLarge;
    }
    if (const std::size_t offset = firstIllegal(text.utf8); offset != std::string_view::npos) {
        return illegal(text.utf8, offset, file);
    }
    return std::move(text.utf8);
}

} // namespace duibiao::io
