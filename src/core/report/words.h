#pragma once

#include "core/base/catalogue.h"
#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <string>
#include <string_view>

namespace duibiao::report {

/// The text in the catalogue's language with its `{names}` filled in. The keyword xgettext looks for (tr:2).
[[nodiscard]] std::string tr(const Catalogue& catalogue, std::string_view source,
                             const Arguments& arguments = {});

// The words of the report's vocabulary, one or two each, for badges and cells.
[[nodiscard]] std::string basisWord(const Catalogue& catalogue, Basis basis);
/// What a basis means, in a sentence.
[[nodiscard]] std::string basisMeaning(const Catalogue& catalogue, Basis basis);
[[nodiscard]] std::string modalityWord(const Catalogue& catalogue, const Item& item);
[[nodiscard]] std::string roleWord(const Catalogue& catalogue, ItemRole role); ///< empty for an ordinary item
[[nodiscard]] std::string unitWord(const Catalogue& catalogue, Unit unit);     ///< "m²"; empty for a count
[[nodiscard]] std::string evidenceKindWord(const Catalogue& catalogue, EvidenceKind kind);
[[nodiscard]] std::string evidenceOriginWord(const Catalogue& catalogue, EvidenceOrigin origin);
[[nodiscard]] std::string statusWord(const Catalogue& catalogue, StandardStatus status);
/// "1.2 MB"
[[nodiscard]] std::string sizeText(std::uint64_t bytes);
/// 2026-11-24 14:32, at the place where it was noted.
[[nodiscard]] std::string timeText(const Timestamp& timestamp);
/// The text of the checklist in the catalogue's language.
[[nodiscard]] const std::string& localText(const Catalogue& catalogue, const LocalText& text);
/// Joins with 、 or a comma.
[[nodiscard]] std::string listText(const Catalogue& catalogue, const std::vector<std::string>& parts);

} // namespace duibiao::report
