#include "core/formats/id_table.h"

#include <algorithm>

namespace duibiao {

std::pair<io::XmlElement, bool> IdTable::add(IdKind kind, std::string_view id,
                                             const io::XmlElement& element) {
    Table& table = kind == IdKind::Scale ? scales_ : kind == IdKind::Band ? bands_ : shared_;
    const auto [place, isNew] = table.try_emplace(id, element);
    return {place->second, isNew};
}

std::vector<std::string_view> IdTable::all(IdKind kind) const {
    std::vector<std::string_view> ids;
    for (const auto& [id, element] : tableOf(kind)) {
        ids.push_back(id);
    }
    std::ranges::sort(ids);
    return ids;
}

std::optional<TextPlace> IdTable::find(std::string_view id) const {
    constexpr std::string_view ScalePrefix = "scale:";
    constexpr std::string_view BandPrefix = "band:";
    const bool isScale = id.starts_with(ScalePrefix);
    const bool isBand = id.starts_with(BandPrefix);
    const Table& table = isScale ? scales_ : isBand ? bands_ : shared_;
    const auto found = table.find(id.substr(isScale ? ScalePrefix.size() : isBand ? BandPrefix.size() : 0));
    return found == table.end() ? std::nullopt : std::optional(found->second.place());
}

} // namespace duibiao
