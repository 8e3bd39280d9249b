#include "core/model/rule_scanner.h"

#include <algorithm>
#include <array>

namespace duibiao {

namespace {

constexpr std::size_t LongestNumber = 40; ///< characters; keeps every literal within what Exact reads back
constexpr std::size_t ShownOfRest = 12;
constexpr std::string_view Arrow = "->";
constexpr std::array<std::string_view, 6> Keywords{"and", "or", "in", "has", "per", "cap"};

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool continuesName(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
}

/// The second and later bytes of a character in UTF-8.
bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

void RuleScanner::skipSpace() {
    while (position_ < text_.size() && isSpace(text_[position_])) {
        ++position_;
    }
}

bool RuleScanner::atEnd() {
    skipSpace();
    return position_ == text_.size();
}

bool RuleScanner::nextIs(std::string_view symbol) {
    skipSpace();
    const std::string_view rest = text_.substr(position_);
    return rest.starts_with(symbol) && !(symbol == "-" && rest.starts_with(Arrow));
}

bool RuleScanner::takeSymbol(std::string_view symbol) {
    if (!nextIs(symbol)) {
        return false;
    }
    position_ += symbol.size();
    return true;
}

bool RuleScanner::takeKeyword(std::string_view keyword) {
    skipSpace();
    const std::size_t end = position_ + keyword.size();
    if (!text_.substr(position_).starts_with(keyword) || (end < text_.size() && continuesName(text_[end]))) {
        return false;
    }
    position_ = end;
    return true;
}

std::optional<std::string> RuleScanner::takeIdentifier(bool dashes) {
    skipSpace();
    std::size_t end = position_;
    if (end == text_.size() || !isLetter(text_[end])) {
        return std::nullopt;
    }
    while (end < text_.size() && (continuesName(text_[end]) || (dashes && text_[end] == '-'))) {
        ++end;
    }
    if (text_.substr(end - 1).starts_with(Arrow)) {
        --end; // its dash was read as part of the word
    }
    std::string identifier(text_.substr(position_, end - position_));
    if (std::ranges::find(Keywords, identifier) != Keywords.end()) {
        return std::nullopt;
    }
    position_ = end;
    return identifier;
}

std::optional<std::string> RuleScanner::takeName() {
    return takeIdentifier(false);
}

std::optional<std::string> RuleScanner::takeWord() {
    return takeIdentifier(true);
}

std::optional<Exact> RuleScanner::takeNumber() {
    skipSpace();
    std::size_t end = position_;
    while (end < text_.size() && (isDigit(text_[end]) || text_[end] == '.')) {
        ++end;
    }
    if (end < text_.size() && text_[end] == '%') {
        ++end;
    }
    const std::string_view digits = text_.substr(position_, end - position_);
    std::optional<Exact> number = digits.size() <= LongestNumber ? Exact::parse(digits) : std::nullopt;
    if (number) {
        position_ = end;
    }
    return number;
}

std::optional<Exact> RuleScanner::takeSignedNumber(bool fraction) {
    skipSpace();
    const std::size_t start = position_;
    const bool negative = takeSymbol("-");
    std::optional<Exact> number = takeNumber();
    if (number && fraction && takeSymbol("/")) {
        const std::optional<Exact> bottom = takeNumber();
        number = bottom && !bottom->isZero() ? std::optional(*number / *bottom) : std::nullopt;
    }
    if (!number) {
        position_ = start;
        return std::nullopt;
    }
    return negative ? -*number : *number;
}

bool RuleScanner::nextIsOperator() {
    return nextIs("+") || nextIs("-") || nextIs("*") || nextIs("/");
}

std::size_t RuleScanner::column() {
    skipSpace();
    const std::string_view before = text_.substr(0, position_);
    return static_cast<std::size_t>(
               std::ranges::count_if(before, [](char c) { return !isContinuation(c); })) +
           1;
}

std::string RuleScanner::found() {
    skipSpace();
    std::size_t end = std::min(position_ + ShownOfRest, text_.size());
    while (end < text_.size() && isContinuation(text_[end])) {
        ++end;
    }
    return std::string(text_.substr(position_, end - position_));
}

} // namespace duibiao
