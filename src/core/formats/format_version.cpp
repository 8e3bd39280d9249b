#include "core/formats/format_version.h"

#include "core/formats/format_errors.h"

#include <charconv>
#include <optional>
#include <string>

namespace duibiao {

namespace {

struct Version {
    unsigned major = 0;
    unsigned minor = 0;
};

std::optional<unsigned> wholeNumber(std::string_view text) {
    unsigned number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    const bool leadingZero = text.size() > 1 && text.front() == '0';
    return error == std::errc() && stopped == end && !leadingZero ? std::optional(number) : std::nullopt;
}

std::optional<Version> parseVersion(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) {
        return std::nullopt;
    }
    const auto major = wholeNumber(text.substr(0, point));
    const auto minor = wholeNumber(text.substr(point + 1));
    return major && minor ? std::optional(Version{*major, *minor}) : std::nullopt;
}

} // namespace

Result<FormatAge> formatAge(const io::XmlElement& root, std::string_view known) {
    const auto text = root.attribute("format");
    if (!text) {
        return fail(AttributeMissing, {{"element", std::string(root.name())}, {"attribute", "format"}},
                    root.place());
    }
    const std::optional<Version> version = parseVersion(*text);
    const std::optional<Version> ours = parseVersion(known);
    if (!version || version->major < ours->major) {
        return fail(FormatVersionMalformed, {{"value", std::string(*text)}, {"known", std::string(known)}},
                    root.attributePlace("format"));
    }
    if (version->major > ours->major) {
        return fail(FormatTooNew, {{"format", std::string(*text)}, {"known", std::string(known)}},
                    root.attributePlace("format"));
    }
    return version->minor > ours->minor ? FormatAge::NewerMinor : FormatAge::Known;
}

} // namespace duibiao
