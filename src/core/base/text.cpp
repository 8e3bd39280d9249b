#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace duibiao {

namespace {

constexpr std::size_t LongestTypedNumber = 200;

std::uint8_t byteAt(std::string_view text, std::size_t offset) {
    return static_cast<std::uint8_t>(text[offset]);
}

bool isContinuation(std::uint8_t byte) {
    return (byte & 0xC0U) == 0x80U;
}

/// What the second byte of a sequence may be; it is what keeps overlong forms, surrogates and values above
/// U+10FFFF out.
struct SecondByte {
    std::uint8_t low;
    std::uint8_t high;
};

SecondByte secondByteAfter(std::uint8_t lead) {
    switch (lead) {
    case 0xE0:
        return {0xA0, 0xBF};
    case 0xED:
        return {0x80, 0x9F};
    case 0xF0:
        return {0x90, 0xBF};
    case 0xF4:
        return {0x80, 0x8F};
    default:
        return {0x80, 0xBF};
    }
}

bool isPlainTriple(const char* bytes) {
    const auto lead = static_cast<std::uint8_t>(bytes[0]);
    const auto second = static_cast<std::uint8_t>(bytes[1]);
    const auto third = static_cast<std::uint8_t>(bytes[2]);
    return lead >= 0xE1 && lead <= 0xEF && lead != 0xED && isContinuation(second) && isContinuation(third);
}

std::size_t announcedLength(std::uint8_t lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

std::string_view whiteSpaceAt(std::string_view text, bool atEnd) {
    static constexpr std::string_view FullWidth = "\u3000";
    static constexpr std::string_view Ascii = " \t\r\n\v\f";
    if (text.empty()) {
        return {};
    }
    if (Ascii.find(atEnd ? text.back() : text.front()) != std::string_view::npos) {
        return Ascii.substr(0, 1);
    }
    return (atEnd ? text.ends_with(FullWidth) : text.starts_with(FullWidth)) ? FullWidth : std::string_view();
}

/// The forms of an input method's full-width mode, and the sign of a word processor.
std::string withPlainDigits(std::string_view typed) {
    static constexpr std::array<std::pair<std::string_view, char>, 17> Forms{{{"０", '0'},
                                                                              {"１", '1'},
                                                                              {"２", '2'},
                                                                              {"３", '3'},
                                                                              {"４", '4'},
                                                                              {"５", '5'},
                                                                              {"６", '6'},
                                                                              {"７", '7'},
                                                                              {"８", '8'},
                                                                              {"９", '9'},
                                                                              {"，", ','},
                                                                              {"％", '%'},
                                                                              {"．", '.'},
                                                                              {"－", '-'},
                                                                              {"−", '-'},
                                                                              {"／", '/'},
                                                                              {"\u3000", ' '}}};
    std::string plain;
    while (!typed.empty()) {
        const auto form =
            std::ranges::find_if(Forms, [&](const auto& each) { return typed.starts_with(each.first); });
        const bool known = form != Forms.end();
        plain += known ? form->second : typed.front();
        typed.remove_prefix(known ? form->first.size() : 1);
    }
    return plain;
}

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

/// Takes the grouping commas out of 12,000; none when they do not stand at every third digit ("1,5",
/// "12,00").
std::optional<std::string> withoutGrouping(const std::string& number) {
    const std::size_t sign = number.starts_with('-') ? 1 : 0;
    const std::size_t end = std::min(number.find_first_not_of("0123456789,", sign), number.size());
    const std::string_view whole = std::string_view(number).substr(sign, end - sign);
    if (number.find(',') == std::string::npos) {
        return number;
    }
    const std::vector<std::string_view> groups = split(whole, ',');
    const bool wellGrouped = !groups.front().empty() && groups.front().size() <= 3 &&
                             std::all_of(groups.begin() + 1, groups.end(),
                                         [](std::string_view group) { return group.size() == 3; });
    const std::string rest = number.substr(end);
    if (!wellGrouped || rest.find_first_of(",/") != std::string::npos) {
        return std::nullopt;
    }
    std::string plain = number.substr(0, sign);
    std::ranges::copy_if(whole, std::back_inserter(plain), isDigit);
    return plain + rest;
}

} // namespace

std::size_t utf8SequenceAt(std::string_view text, std::size_t offset) {
    const std::uint8_t lead = byteAt(text, offset);
    const std::size_t length = announcedLength(lead);
    if (length <= 1) {
        return length;
    }
    if (text.size() - offset < length) {
        return 0;
    }
    const SecondByte second = secondByteAfter(lead);
    const std::uint8_t next = byteAt(text, offset + 1);
    if (next < second.low || next > second.high) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if (!isContinuation(byteAt(text, offset + i))) {
            return 0;
        }
    }
    return length;
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) {
    constexpr std::uint64_t AnyHighBit = 0x8080'8080'8080'8080;
    std::size_t offset = 0;
    while (offset < text.size()) {
        // Most of a file is ASCII: eight bytes at a time.
        if (std::uint64_t eight = 0; text.size() - offset >= sizeof eight) {
            std::memcpy(&eight, text.data() + offset, sizeof eight);
            if ((eight & AnyHighBit) == 0) {
                offset += sizeof eight;
                continue;
            }
        }
        // The rest is mostly Chinese: three bytes each, without the two leads that restrict the second byte.
        while (text.size() - offset >= 3 && isPlainTriple(text.data() + offset)) {
            offset += 3;
        }
        if (offset == text.size() || byteAt(text, offset) < 0x80) {
            offset += offset < text.size() ? 1U : 0U;
            continue;
        }
        const std::size_t length = utf8SequenceAt(text, offset);
        if (length == 0) {
            return offset;
        }
        offset += length;
    }
    return std::nullopt;
}

bool isValidUtf8(std::string_view text) {
    return !firstInvalidUtf8(text);
}

std::size_t characterCount(std::string_view text) {
    std::size_t count = 0;
    for (const char character : text) { // a plain loop: compilers turn it into vector instructions
        count += static_cast<signed char>(character) >= -0x40 ? 1U : 0U;
    }
    return count;
}

std::size_t utf16Length(std::string_view text) {
    // A character of four bytes is a surrogate pair; every other one is a single unit.
    const auto pairs = std::ranges::count_if(
        text, [](char character) { return static_cast<std::uint8_t>(character) >= 0xF0; });
    return characterCount(text) + static_cast<std::size_t>(pairs);
}

std::string_view utf16Prefix(std::string_view text, std::size_t units) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        const std::size_t length = announcedLength(byteAt(text, offset));
        const std::size_t needed = length == 4 ? 2 : 1;
        if (needed > units) {
            break;
        }
        units -= needed;
        offset += std::max<std::size_t>(length, 1);
    }
    return text.substr(0, offset);
}

std::string_view trimmed(std::string_view text) {
    while (true) {
        const std::string_view space = whiteSpaceAt(text, false);
        if (space.empty()) {
            break;
        }
        text.remove_prefix(space.size());
    }
    while (true) {
        const std::string_view space = whiteSpaceAt(text, true);
        if (space.empty()) {
            return text;
        }
        text.remove_suffix(space.size());
    }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    while (true) {
        const std::size_t end = text.find(separator, start);
        if (end == std::string_view::npos) {
            parts.push_back(text.substr(start));
            return parts;
        }
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string joined;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) {
            joined += separator;
        }
        joined += part;
    }
    return joined;
}

std::optional<Exact> typedNumber(std::string_view text) {
    if (text.size() > LongestTypedNumber) {
        return std::nullopt;
    }
    std::string plain = withPlainDigits(trimmed(text));
    if (plain.ends_with('%')) {
        plain.pop_back();
        plain = std::string(trimmed(plain)) + '%';
    }
    const std::optional<std::string> number = withoutGrouping(plain);
    return number ? Exact::parse(*number) : std::nullopt;
}

} // namespace duibiao
