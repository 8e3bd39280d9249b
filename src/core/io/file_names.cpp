#include "core/io/file_names.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace duibiao::io {

namespace {

constexpr std::size_t LongestExtension = 12;

/// The code point of a well-formed UTF-8 sequence.
std::uint32_t codePoint(std::string_view sequence) {
    constexpr std::array<std::uint32_t, 5> FirstMask{0, 0x7F, 0x1F, 0x0F, 0x07};
    std::uint32_t code = static_cast<unsigned char>(sequence[0]) & FirstMask[sequence.size()];
    for (const char byte : sequence.substr(1)) {
        code = (code << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    }
    return code;
}

struct Span {
    std::uint32_t first;
    std::uint32_t last;
};
// Control characters and what is not seen, or turns the direction of reading so that "exe.fdp" looks like
// "pdf.exe".
constexpr std::array Dropped{Span{0x00, 0x1F},     Span{0x7F, 0x9F},      Span{0xAD, 0xAD},
                             Span{0x061C, 0x061C}, Span{0x115F, 0x1160},  Span{0x17B4, 0x17B5},
                             Span{0x180B, 0x180F}, Span{0x200B, 0x200F},  Span{0x2028, 0x202E},
                             Span{0x2060, 0x206F}, Span{0x3164, 0x3164},  Span{0xFE00, 0xFE0F},
                             Span{0xFEFF, 0xFEFF}, Span{0xFFA0, 0xFFA0},  Span{0xFFF0, 0xFFFB},
                             Span{0xFFFE, 0xFFFF}, Span{0xE0000, 0xE0FFF}};

bool isDropped(std::uint32_t code) {
    return std::ranges::any_of(Dropped,
                               [&](const Span& span) { return code >= span.first && code <= span.last; });
}

bool isReplaced(std::uint32_t code) {
    return code < 0x80 &&
           std::string_view("<>:\"/\\|?*").find(static_cast<char>(code)) != std::string_view::npos;
}

std::string withPlainCharacters(std::string_view label) {
    std::string name;
    for (std::size_t offset = 0; offset < label.size();) {
        const std::size_t length = utf8SequenceAt(label, offset);
        const std::string_view character = label.substr(offset, std::max<std::size_t>(length, 1));
        offset += character.size();
        const std::uint32_t code = length == 0 ? 0 : codePoint(character);
        if (length == 0 || isReplaced(code)) {
            name += '_';
        } else if (!isDropped(code)) {
            name += character;
        }
    }
    return name;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string_view withoutEnd(std::string_view name) {
    const std::size_t last = name.find_last_not_of(". ");
    return name.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Names that Windows takes for devices, whatever extension follows.
bool isDevice(std::string_view name) {
    constexpr std::array Devices{"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"};
    const std::string stem = lower(withoutEnd(name.substr(0, name.find('.'))));
    if (std::ranges::find(Devices, stem) != Devices.end()) {
        return true;
    }
    const std::string_view digit = std::string_view(stem).substr(std::min<std::size_t>(stem.size(), 3));
    const bool isPort = stem.starts_with("com") || stem.starts_with("lpt");
    const bool oneDigit = (digit.size() == 1 && digit[0] >= '0' && digit[0] <= '9') || digit == "¹" ||
                          digit == "²" || digit == "³"; // Windows counts these too
    return isPort && oneDigit;
}

std::string shortened(std::string_view name) {
    if (utf16Length(name) <= LongestFileName) {
        return std::string(name);
    }
    const std::string extension = extensionOf(name);
    const std::string_view kept = extension.empty() ? name : stemOf(name);
    const std::string end = extension.empty() ? "" : std::string(name.substr(kept.size()));
    const std::string_view start = utf16Prefix(kept, LongestFileName - utf16Length(end));
    return std::string(withoutEnd(start)) + end;
}

} // namespace

std::string extensionOf(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || name.size() - dot - 1 > LongestExtension) {
        return {};
    }
    return lower(name.substr(dot + 1));
}

std::string_view stemOf(std::string_view name) {
    return extensionOf(name).empty() ? name : name.substr(0, name.rfind('.'));
}

std::string safeFileName(std::string_view label) {
    std::string name(trimmed(withPlainCharacters(label)));
    name = withoutEnd(name);
    if (name.starts_with('.') || name.starts_with('~') || isDevice(name)) {
        name.insert(0, "_"); // hidden, a lock file, a device
    }
    name = shortened(name);
    return name.empty() ? "file" : name;
}

std::string numberedFileName(std::string_view name, std::size_t number) {
    const std::string_view stem = stemOf(name);
    const std::string end = " (" + std::to_string(number) + ")" + std::string(name.substr(stem.size()));
    const std::string_view start = utf16Prefix(stem, LongestFileName - utf16Length(end));
    return std::string(start) + end;
}

} // namespace duibiao::io
