#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao::cli {

/// How many columns of a terminal a text takes: Chinese characters and full-width forms take two.
[[nodiscard]] std::size_t terminalWidth(std::string_view text);

/// A table of aligned columns for people; programs use --json.
class TextTable {
public:
    enum class Align : std::uint8_t { Left, Right };

    explicit TextTable(std::vector<Align> columns)
        : columns_(std::move(columns)) {}

    void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    /// A line that is not aligned, such as a section's heading.
    void heading(std::string text) { rows_.push_back({std::move(text)}); }
    void print(std::ostream& out) const;

private:
    std::vector<Align> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace duibiao::cli
