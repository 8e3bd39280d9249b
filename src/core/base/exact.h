#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace duibiao {

/// An exact rational number. Every score, share, weight and limit is one; no verdict ever rests on binary
/// floating point. Numerator and denominator stay in 64 bits while they fit (nearly always) and move to a big
/// rational of Boost.Multiprecision when they do not: fourteen two-decimal ratios multiply up to 232 bits.
class Exact {
public:
    Exact() = default;
    // Implicit on purpose: whole numbers are exact.
    Exact(std::int64_t whole); // NOLINT(google-explicit-constructor)
    Exact(std::int64_t numerator, std::int64_t denominator);

    /// Reads "12", "-0.5", "62.5", "125/3", "90%" (0.9); nothing else. No spaces, no grouping, no exponent:
    /// what people type goes through typedNumber() first. At most 64 characters.
    [[nodiscard]] static std::optional<Exact> parse(std::string_view text);

    Exact& operator+=(const Exact& other);
    Exact& operator-=(const Exact& other);
    Exact& operator*=(const Exact& other);
    /// Precondition: `other` is not zero; callers ask isZero() first, a division by zero is "unknown" in our
    /// rules.
    Exact& operator/=(const Exact& other);
    friend Exact operator+(Exact left, const Exact& right) { return left += right; }
    friend Exact operator-(Exact left, const Exact& right) { return left -= right; }
    friend Exact operator*(Exact left, const Exact& right) { return left *= right; }
    friend Exact operator/(Exact left, const Exact& right) { return left /= right; }
    Exact operator-() const;

    bool operator==(const Exact& other) const;
    std::strong_ordering operator<=>(const Exact& other) const;

    [[nodiscard]] bool isZero() const;
    [[nodiscard]] bool isWhole() const;
    /// The largest whole number not above this one.
    [[nodiscard]] Exact floor() const;

    /// The shortest exact text: "62.5" when the decimal ends, "125/3" when it does not. parse() reads it back
    /// (when it has no more than 64 characters, which only products of many ratios exceed).
    [[nodiscard]] std::string text() const;
    /// Rounded half-up, halves away from zero, to `decimals` places with trailing zeros: 2.345 -> "2.35".
    /// Display only.
    [[nodiscard]] std::string rounded(int decimals) const;
    /// The nearest binary number, for drawing charts and spreadsheet cells; never for a comparison.
    [[nodiscard]] double approximate() const;

private:
    struct Big;
    explicit Exact(std::shared_ptr<const Big> big);
    /// Computes `left operation right` (one of + - * /) with the big rational.
    static Exact wide(const Exact& left, const Exact& right, char operation);

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    std::shared_ptr<const Big> big_; ///< set only when the value does not fit above
};

} // namespace duibiao
