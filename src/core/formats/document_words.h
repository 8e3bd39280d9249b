#pragma once

#include "core/formats/element_kinds.h"
#include "core/model/assessment.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// The words of document.xml and of the log, docs/file-formats.md §4 and §5. Inside formats only.
namespace duibiao {

inline constexpr std::string_view DocumentNamespace = "urn:duibiao:document:1";
inline constexpr std::string_view DocumentNamespaceStem = "urn:duibiao:document:";
inline constexpr std::string_view DocumentFormat = "1.0";

inline constexpr std::array<FormatWord<EvidenceKind>, 6> EvidenceKindWords{{
    {"unstated", EvidenceKind::Unstated},
    {"original", EvidenceKind::Original},
    {"copy", EvidenceKind::Copy},
    {"print", EvidenceKind::Print},
    {"photo", EvidenceKind::Photo},
    {"electronic", EvidenceKind::Electronic},
}};
inline constexpr std::array<FormatWord<EvidenceOrigin>, 3> EvidenceOriginWords{{
    {"self-assessment", EvidenceOrigin::SelfAssessment},
    {"on-site", EvidenceOrigin::OnSite},
    {"obtained", EvidenceOrigin::Obtained},
}};

template<class T, std::size_t N>
[[nodiscard]] std::string_view wordFor(const T& value, const std::array<FormatWord<T>, N>& words) {
    for (const FormatWord<T>& word : words) {
        if (word.value == value) {
            return word.text;
        }
    }
    return {};
}
template<class T, std::size_t N>
[[nodiscard]] std::optional<T> valueFor(std::string_view text, const std::array<FormatWord<T>, N>& words) {
    for (const FormatWord<T>& word : words) {
        if (word.text == text) {
            return word.value;
        }
    }
    return std::nullopt;
}

/// "4-2"; none when it is no number of an attachment.
[[nodiscard]] std::optional<AttachmentNumber> parseAttachmentNumber(std::string_view text);
[[nodiscard]] std::string attachmentNumberText(AttachmentNumber number);
/// Lower-case and in canonical form.
[[nodiscard]] bool isUuid(std::string_view text);
[[nodiscard]] std::optional<std::uint64_t> parseSize(std::string_view text);

} // namespace duibiao
