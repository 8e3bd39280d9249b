#pragma once

#include "core/base/error.h"
#include "core/formats/element_kinds.h"
#include "core/io/xml.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace duibiao {

/// The ids of one file and the elements they stand at. Views into the document: no id is copied and no line
/// is counted before somebody asks.
class IdTable {
public:
    /// The element that has the id, which is an earlier one when `second` is false. `kind` is neither Word
    /// nor Document.
    std::pair<io::XmlElement, bool> add(IdKind kind, std::string_view id, const io::XmlElement& element);
    /// A part that has no id, by a name no id can have.
    void addPart(std::string_view name, const io::XmlElement& element) { shared_.emplace(name, element); }
    [[nodiscard]] bool contains(IdKind kind, std::string_view id) const { return tableOf(kind).contains(id); }
    /// In alphabetical order.
    [[nodiscard]] std::vector<std::string_view> all(IdKind kind) const;
    /// By the id, scales and bands as "scale:five" and "band:excellent", parts by their name.
    [[nodiscard]] std::optional<TextPlace> find(std::string_view id) const;

private:
    using Table = std::unordered_map<std::string_view, io::XmlElement>;
    [[nodiscard]] const Table& tableOf(IdKind kind) const {
        return kind == IdKind::Scale ? scales_ : kind == IdKind::Band ? bands_ : shared_;
    }

    Table shared_;
    Table scales_;
    Table bands_;
};

} // namespace duibiao
