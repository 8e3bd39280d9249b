#pragma once

#include <string>
#include <utility>
#include <vector>

namespace duibiao {

/// What a newer minor version of a format put into an element and this version does not know: kept, written
/// back, otherwise untouched. `elements` are whole well-formed XML elements in their order.
struct Extras {
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<std::string> elements;

    [[nodiscard]] bool empty() const { return attributes.empty() && elements.empty(); }
    bool operator==(const Extras&) const = default;
};

} // namespace duibiao
