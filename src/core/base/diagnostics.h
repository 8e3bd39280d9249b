#pragma once

#include "core/base/error.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <variant>
#include <vector>

namespace duibiao {

enum class Severity : std::uint8_t { Note, Warning, Error };

struct Diagnostic {
    Severity severity = Severity::Error;
    Error error;
};

/// The findings of an operation that reports every problem at once (reading an author's file, lint, import).
/// Keeps the first `limit` and counts the rest, so that a hostile file cannot fill the memory.
class Diagnostics {
public:
    static constexpr std::size_t DefaultLimit = 100;

    explicit Diagnostics(std::size_t limit = DefaultLimit)
        : limit_(limit) {}

    void add(Severity severity, Error error) {
        if (severity == Severity::Error) {
            ++errors_;
        }
        if (entries_.size() < limit_) {
            entries_.push_back({severity, std::move(error)});
        } else {
            ++omitted_;
        }
    }
    void addError(Error error) { add(Severity::Error, std::move(error)); }
    void addWarning(Error error) { add(Severity::Warning, std::move(error)); }

    /// Puts text findings into the order of the file; findings without such a place stay behind in their own
    /// order.
    void sortByPlace() { std::ranges::stable_sort(entries_, {}, lineAndColumn); }

    [[nodiscard]] const std::vector<Diagnostic>& entries() const { return entries_; }
    [[nodiscard]] bool hasErrors() const { return errors_ > 0; }
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    /// Whether what comes now is only counted.
    [[nodiscard]] bool full() const { return entries_.size() >= limit_; }
    /// How many findings did not fit below the limit.
    [[nodiscard]] std::size_t omitted() const { return omitted_; }

private:
    [[nodiscard]] static std::pair<std::size_t, std::size_t> lineAndColumn(const Diagnostic& diagnostic) {
        const auto* place = std::get_if<TextPlace>(&diagnostic.error.place());
        constexpr std::size_t Behind = std::numeric_limits<std::size_t>::max();
        return place == nullptr ? std::pair(Behind, Behind) : std::pair(place->line, place->column);
    }

    std::size_t limit_;
    std::size_t errors_ = 0;
    std::size_t omitted_ = 0;
    std::vector<Diagnostic> entries_;
};

} // namespace duibiao
