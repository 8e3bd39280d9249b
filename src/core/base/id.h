#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace duibiao {

/// A name of one kind of thing: an ItemId is no FactId, and the compiler says so.
template<class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string value)
        : value_(std::move(value)) {}
    explicit Id(std::string_view value)
        : value_(value) {}
    explicit Id(const char* value)
        : value_(value) {}

    [[nodiscard]] const std::string& str() const { return value_; }
    [[nodiscard]] bool empty() const { return value_.empty(); }
    auto operator<=>(const Id&) const = default;
    bool operator==(const Id&) const = default;

private:
    std::string value_;
};

} // namespace duibiao

template<class Tag>
struct std::hash<duibiao::Id<Tag>> {
    std::size_t operator()(const duibiao::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.str());
    }
};
