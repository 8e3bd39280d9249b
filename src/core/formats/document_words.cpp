#include "core/formats/document_words.h"

#include <algorithm>
#include <charconv>

namespace duibiao {

namespace {

/// A whole number without sign, blanks or leading zeros.
template<class Number>
std::optional<Number> parseWhole(std::string_view text) {
    Number number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool leadingZero = text.size() > 1 && text.front() == '0';
    if (problem != std::errc() || end != text.data() + text.size() || leadingZero || text.starts_with('-')) {
        return std::nullopt;
    }
    return number;
}

} // namespace

std::optional<AttachmentNumber> parseAttachmentNumber(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto chapter = parseWhole<std::uint32_t>(text.substr(0, dash));
    const auto sequence = parseWhole<std::uint32_t>(text.substr(dash + 1));
    if (!chapter || !sequence || *sequence == 0) {
        return std::nullopt;
    }
    return AttachmentNumber{*chapter, *sequence};
}

std::string attachmentNumberText(AttachmentNumber number) {
    return std::to_string(number.chapter) + "-" + std::to_string(number.sequence);
}

bool isUuid(std::string_view text) {
    constexpr std::string_view Form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    return std::ranges::equal(text, Form, [](char c, char form) {
        return form == '-' ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

std::optional<std::uint64_t> parseSize(std::string_view text) {
    return parseWhole<std::uint64_t>(text);
}

} // namespace duibiao
