#include "core/report/workbook_text.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace duibiao::report {

namespace {

constexpr std::string_view Replacement = "\xEF\xBF\xBD";

/// Length of the well-formed sequence at the start, 0 when it is broken.
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t{0};
    };
    const std::uint8_t lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (length == 1) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    for (std::size_t at = 1; at < length; ++at) {
        if ((byte(at) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
    const bool tooHigh = lead == 0xF4 && byte(1) >= 0x90;
    return overlong || surrogate || tooHigh ? 0 : length;
}

/// The quick answer for nearly every character: printable ASCII, and three-byte sequences whose lead byte
/// alone rules out overlong forms, surrogates and non-characters. 0 = look closer.
std::size_t plainLength(std::string_view text, std::size_t at) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if (lead < 0x80) {
        return lead >= 0x20 && lead != 0x7F ? 1 : 0;
    }
    const bool isSimple = lead > 0xE0 && lead < 0xEF && lead != 0xED && at + 2 < text.size();
    const auto continues = [&](std::size_t index) {
        return (static_cast<std::uint8_t>(text[index]) & 0xC0U) == 0x80U;
    };
    return isSimple && continues(at + 1) && continues(at + 2) ? 3 : 0;
}

bool isAllowed(std::string_view sequence) {
    const auto first = static_cast<std::uint8_t>(sequence.front());
    if (sequence.size() == 1) {
        return first >= 0x20 ? first != 0x7F : first == '\t' || first == '\n';
    }
    const bool nonCharacter = sequence == "\xEF\xBF\xBE" || sequence == "\xEF\xBF\xBF";
    const bool c1Control = first == 0xC2 && static_cast<std::uint8_t>(sequence[1]) < 0xA0;
    return !nonCharacter && !c1Control;
}

bool isHexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether `_xHHHH_` starts here.
bool isEscape(std::string_view text) {
    return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
           std::ranges::all_of(text.substr(2, 4), isHexDigit);
}

std::string lowerAscii(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

std::string withoutForbidden(std::string_view wanted) {
    std::string name = cleanText(wanted);
    std::ranges::replace_if(
        name, [](char c) { return std::string_view("[]:*?/\\\t\n").contains(c); }, ' ');
    std::string_view view = trimmed(name);
    while (view.starts_with('\'')) {
        view.remove_prefix(1);
    }
    while (view.ends_with('\'')) {
        view.remove_suffix(1);
    }
    return std::string(view);
}

bool isFree(std::string_view name, const std::vector<std::string>& taken) {
    const std::string lower = lowerAscii(name);
    return lower != "history" &&
           std::ranges::none_of(taken, [&](const std::string& other) { return lowerAscii(other) == lower; });
}

} // namespace

std::string cleanText(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    std::size_t copied = 0; // everything before is in `clean`; what needs no change is copied in one go
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t plain = plainLength(text, at); plain > 0) {
            at += plain;
            continue;
        }
        const std::string_view rest = text.substr(at);
        const std::size_t length = rest.front() == '\r' ? 0 : sequenceLength(rest);
        if (length > 0 && isAllowed(rest.substr(0, length))) {
            at += length;
            continue;
        }
        clean += text.substr(copied, at - copied);
        if (rest.front() == '\r') {
            clean += '\n';
            at += rest.starts_with("\r\n") ? 2 : 1;
        } else {
            clean += Replacement;
            at += length > 0 ? length : 1;
        }
        copied = at;
    }
    clean += text.substr(copied);
    return clean;
}

std::string escapedForCell(std::string_view clean) {
    std::string escaped;
    escaped.reserve(clean.size());
    for (std::size_t at = 0; at < clean.size(); ++at) {
        if (clean[at] == '_' && isEscape(clean.substr(at))) {
            escaped += "_x005F";
        }
        escaped += clean[at];
    }
    return escaped;
}

std::string_view fittingPrefix(std::string_view clean, std::size_t reserve, std::size_t units) {
    // A text has no more units than bytes, and escaping at most doubles it: nearly every text is through
    // here.
    const bool isShort = clean.size() + reserve <= units && 2 * clean.size() + reserve <= CellUnits;
    if (isShort && static_cast<std::size_t>(std::ranges::count(clean, '\n')) <= CellLineFeeds) {
        return clean;
    }
    std::string_view prefix = utf16Prefix(clean, std::min(units, CellUnits) - reserve);
    std::size_t feeds = 0;
    for (std::size_t at = 0; at < prefix.size(); ++at) {
        if (prefix[at] == '\n' && ++feeds > CellLineFeeds) {
            prefix = prefix.substr(0, at);
            break;
        }
    }
    // An escape adds six characters; text made of them must be shortened until its written form fits too.
    while (true) {
        const std::size_t written = utf16Length(escapedForCell(prefix)) + reserve;
        if (written <= CellUnits) {
            return prefix;
        }
        const std::size_t length = utf16Length(prefix);
        prefix = utf16Prefix(prefix, length - std::min(length, (written - CellUnits + 1) / 2 + 1));
    }
}

bool readsAsFormula(std::string_view text) {
    static constexpr std::array<std::string_view, 4> FullWidth{"＝", "＋", "－", "＠"};
    if (text.empty()) {
        return false;
    }
    return std::string_view("=+-@\t\r\0", 7).contains(text.front()) ||
           std::ranges::any_of(FullWidth, [&](std::string_view sign) { return text.starts_with(sign); });
}

std::string usableSheetName(std::string_view wanted, const std::vector<std::string>& taken) {
    std::string name = withoutForbidden(wanted);
    name = withoutForbidden(utf16Prefix(name, SheetNameUnits));
    if (name.empty()) {
        name = "Sheet";
    }
    if (isFree(name, taken)) {
        return name;
    }
    for (std::size_t number = 2;; ++number) {
        const std::string suffix = " (" + std::to_string(number) + ")";
        std::string candidate = std::string(utf16Prefix(name, SheetNameUnits - suffix.size())) + suffix;
        if (isFree(candidate, taken)) {
            return candidate;
        }
    }
}

bool isAllowedUrl(std::string_view url) {
    static constexpr std::array<std::string_view, 3> Schemes{"http://", "https://", "mailto:"};
    const bool known =
        std::ranges::any_of(Schemes, [&](std::string_view scheme) { return url.starts_with(scheme); });
    const bool plain = std::ranges::all_of(
        url, [](char c) { return static_cast<std::uint8_t>(c) > 0x20 && c != '"' && c != '<' && c != '>'; });
    return known && plain && url.size() <= 2'079;
}

std::string cellName(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(row + 1);
}

} // namespace duibiao::report
