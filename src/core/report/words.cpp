#include "core/report/words.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace duibiao::report {

namespace {

/// Marks a source text for xgettext where it stands in a table (keyword msgid).
consteval std::string_view msgid(std::string_view source) {
    return source;
}

constexpr std::array<std::string_view, 6> BasisWords{msgid("Standard text"), msgid("Derived"),
                                                     msgid("Chapter"),       msgid("Rule"),
                                                     msgid("Draft"),         msgid("Practice")};
constexpr std::array<std::string_view, 6> BasisMeanings{
    msgid("a sentence of the standard that was seen"),
    msgid("drawn by this checklist from a term of the standard"),
    msgid("a chapter or theme reported to be in the standard; the point itself is this checklist's own"),
    msgid("a condition or figure of a government rule, in this checklist's own words"),
    msgid("a draft, not the text of a standard"),
    msgid("this checklist's own professional point")};
constexpr std::array<std::string_view, 6> RoleWords{
    "", msgid("Veto"), msgid("Admission"), msgid("Direct pass"), msgid("Deduction"), msgid("Bonus")};
constexpr std::array<std::string_view, 9> UnitWords{
    "", "", msgid("×10,000 yuan"), msgid("months"), "m²", msgid("points"), msgid("level"), "", ""};
constexpr std::array<std::string_view, 6> KindWords{
    "", msgid("Original"), msgid("Photocopy"), msgid("Printout"), msgid("Photo"), msgid("Electronic file")};
constexpr std::array<std::string_view, 3> OriginWords{msgid("With the self-assessment"),
                                                      msgid("Handed in on site"), msgid("Obtained on site")};
constexpr std::array<std::string_view, 3> StatusWords{msgid("in force"), msgid("draft"), msgid("superseded")};

template<std::size_t Size, class Enum>
std::string wordOf(const Catalogue& catalogue, const std::array<std::string_view, Size>& words, Enum value) {
    const std::string_view word = words.at(static_cast<std::size_t>(value));
    return word.empty() ? std::string() : std::string(catalogue.translate(word));
}

} // namespace

std::string tr(const Catalogue& catalogue, std::string_view source, const Arguments& arguments) {
    const std::string_view text = catalogue.translate(source);
    return arguments.empty() ? std::string(text) : fillIn(text, arguments);
}

std::string basisWord(const Catalogue& catalogue, Basis basis) {
    return wordOf(catalogue, BasisWords, basis);
}

std::string basisMeaning(const Catalogue& catalogue, Basis basis) {
    return wordOf(catalogue, BasisMeanings, basis);
}

std::string modalityWord(const Catalogue& catalogue, const Item& item) {
    if (item.origin.verification.compared && item.origin.verification.modality) {
        switch (*item.origin.verification.modality) {
        case OfficialModality::Shall:
            return tr(catalogue, "Shall");
        case OfficialModality::Should:
            return tr(catalogue, "Should");
        case OfficialModality::May:
            return tr(catalogue, "May");
        }
    }
    switch (item.modality) {
    case Modality::MustCheck:
        return tr(catalogue, "Must check");
    case Modality::Advised:
        return tr(catalogue, "Advised");
    case Modality::Recorded:
        break;
    }
    return tr(catalogue, "For the record");
}

std::string roleWord(const Catalogue& catalogue, ItemRole role) {
    return wordOf(catalogue, RoleWords, role);
}

std::string unitWord(const Catalogue& catalogue, Unit unit) {
    return wordOf(catalogue, UnitWords, unit);
}

std::string evidenceKindWord(const Catalogue& catalogue, EvidenceKind kind) {
    return wordOf(catalogue, KindWords, kind);
}

std::string evidenceOriginWord(const Catalogue& catalogue, EvidenceOrigin origin) {
    return wordOf(catalogue, OriginWords, origin);
}

std::string statusWord(const Catalogue& catalogue, StandardStatus status) {
    return wordOf(catalogue, StatusWords, status);
}

std::string sizeText(std::uint64_t bytes) {
    static constexpr std::array<const char*, 4> Units{"B", "kB", "MB", "GB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (size >= 999.5 && unit + 1 < Units.size()) {
        size /= 1000;
        ++unit;
    }
    return unit == 0 ? fmt::format("{} B", bytes)
                     : fmt::format("{:.{}f} {}", size, size < 10 ? 1 : 0, Units.at(unit));
}

std::string timeText(const Timestamp& timestamp) {
    const auto local = timestamp.instant() + timestamp.offset();
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(local - day);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count());
}

const std::string& localText(const Catalogue& catalogue, const LocalText& text) {
    return text.in(catalogue.language());
}

std::string listText(const Catalogue& catalogue, const std::vector<std::string>& parts) {
    return join(parts, catalogue.language() == Language::Chinese ? "、" : ", ");
}

} // namespace duibiao::report
