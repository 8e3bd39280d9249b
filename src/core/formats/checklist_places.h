#pragma once

#include "core/base/error.h"
#include "core/formats/id_table.h"
#include "core/io/xml.h"

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace duibiao {

/// Where each id of a checklist stands, for findings about the content: items, sections, groups, facts and
/// fields by their id; scales and bands as "scale:five" and "band:excellent"; the scheme and the whole as
/// "scheme:" and "checklist:". Holds the document and counts lines when it is asked; copies share it: ask on
/// one thread at a time.
class ChecklistPlaces {
public:
    ChecklistPlaces() = default;
    ChecklistPlaces(std::shared_ptr<const io::XmlDocument> document, IdTable ids)
        : document_(std::move(document))
        , ids_(std::make_shared<const IdTable>(std::move(ids))) {}

    [[nodiscard]] std::optional<TextPlace> find(std::string_view id) const {
        return ids_ == nullptr ? std::nullopt : ids_->find(id);
    }

private:
    std::shared_ptr<const io::XmlDocument> document_; ///< what the table looks into
    std::shared_ptr<const IdTable> ids_;
};

} // namespace duibiao
