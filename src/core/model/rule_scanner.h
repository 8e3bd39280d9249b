#pragma once

#include "core/base/exact.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace duibiao {

/// Reads the tokens of a rule's text from left to right. Every take…() skips white space first and, when the
/// wanted thing is not there, leaves the position alone.
class RuleScanner {
public:
    explicit RuleScanner(std::string_view text)
        : text_(text) {}

    [[nodiscard]] bool atEnd();
    [[nodiscard]] std::size_t position() const { return position_; }
    void resetTo(std::size_t position) { position_ = position; }

    /// A symbol such as ">=" or "(". Longer symbols must be asked for first; the dash of "->" is no minus.
    [[nodiscard]] bool takeSymbol(std::string_view symbol);
    /// A keyword, not followed by a further letter of a name.
    [[nodiscard]] bool takeKeyword(std::string_view keyword);
    /// letter { letter | digit | "_" }, not a keyword of the language.
    [[nodiscard]] std::optional<std::string> takeName();
    /// As a name, but "-" may follow the first letter; "none->0" has the word "none".
    [[nodiscard]] std::optional<std::string> takeWord();
    /// A decimal, with a percent sign where a ratio is meant.
    [[nodiscard]] std::optional<Exact> takeNumber();
    /// A number that may have a minus sign and, when `fraction`, may be written a / b.
    [[nodiscard]] std::optional<Exact> takeSignedNumber(bool fraction);
    /// True where a sum goes on: + - * / but not "->".
    [[nodiscard]] bool nextIsOperator();

    /// Counting from 1, in characters: where reading stands (the next token).
    [[nodiscard]] std::size_t column();
    /// A short piece of what stands there, for messages; empty after the last token.
    [[nodiscard]] std::string found();

private:
    void skipSpace();
    [[nodiscard]] bool nextIs(std::string_view symbol);
    [[nodiscard]] std::optional<std::string> takeIdentifier(bool dashes);

    std::string_view text_;
    std::size_t position_ = 0;
};

} // namespace duibiao
