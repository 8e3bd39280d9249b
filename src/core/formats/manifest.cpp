#include "core/formats/manifest.h"

#include "core/formats/document_words.h"

namespace duibiao {

namespace {

constexpr std::string_view FirstLine = "duibiao-manifest 1";

std::optional<ManifestLine> parseLine(std::string_view line) {
    const std::size_t first = line.find(' ');
    const std::size_t second = line.find(' ', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    const auto hash = Sha256::parse(line.substr(0, first));
    const auto size = parseSize(line.substr(first + 1, second - first - 1));
    if (!hash || !size) {
        return std::nullopt;
    }
    return ManifestLine{*hash, *size, std::string(line.substr(second + 1))};
}

} // namespace

std::string manifestText(const std::vector<ManifestLine>& lines) {
    std::string text(FirstLine);
    text += '\n';
    for (const ManifestLine& line : lines) {
        text += line.hash.text() + ' ' + std::to_string(line.size) + ' ' + line.name + '\n';
    }
    return text;
}

Result<std::vector<ManifestLine>> parseManifest(std::string_view text) {
    std::vector<ManifestLine> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const auto line = number == 1 ? std::nullopt : parseLine(text.substr(0, end));
        const bool fits = number == 1 ? text.substr(0, end) == FirstLine : line.has_value();
        if (end == std::string_view::npos || !fits) {
            return fail(ManifestMalformed, {{"line", std::to_string(number)}});
        }
        if (line) {
            lines.push_back(*line);
        }
        text.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace duibiao
