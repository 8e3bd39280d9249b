#include "core/base/exact.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <utility>

namespace duibiao {

using Whole = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

struct Exact::Big {
    Rational value;
};

namespace {

constexpr std::size_t LongestText = 64;
constexpr unsigned MostDecimals = 60; ///< a decimal with more places is written as a fraction, see text()
constexpr int DecimalBase = 10;

std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? 0U - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

/// Greatest common divisor with a positive 64-bit number, so that the result fits again.
std::int64_t commonDivisor(std::int64_t any, std::int64_t positive) {
    return static_cast<std::int64_t>(std::gcd(magnitude(any), static_cast<std::uint64_t>(positive)));
}

bool fits(const Whole& value) {
    return value >= std::numeric_limits<std::int64_t>::min() &&
           value <= std::numeric_limits<std::int64_t>::max();
}

Whole powerOfTen(unsigned exponent) {
    return boost::multiprecision::pow(Whole(DecimalBase), exponent);
}

Whole floorOf(const Rational& value) {
    const Whole top = numerator(value);
    const Whole bottom = denominator(value);
    Whole quotient = top / bottom;
    if (top < 0 && quotient * bottom != top) {
        --quotient;
    }
    return quotient;
}

/// A whole number of 10^-decimals as text with that many places.
std::string placed(const Whole& scaled, unsigned decimals) {
    std::string digits = Whole(abs(scaled)).str();
    if (decimals > 0) {
        if (digits.size() <= decimals) {
            digits.insert(0, decimals + 1 - digits.size(), '0');
        }
        digits.insert(digits.size() - decimals, 1, '.');
    }
    return scaled < 0 ? "-" + digits : digits;
}

/// How often `factor` divides `value`, which is divided by it.
unsigned takeOut(Whole& value, int factor) {
    unsigned times = 0;
    while (value % factor == 0) {
        value /= factor;
        ++times;
    }
    return times;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes the digits at the front of `text`; none when there are none.
std::optional<Exact> takeDigits(std::string_view& text, std::size_t& count) {
    const auto end = std::ranges::find_if_not(text, isDigit);
    count = static_cast<std::size_t>(end - text.begin());
    if (count == 0) {
        return std::nullopt;
    }
    Exact value;
    for (const char digit : text.substr(0, count)) {
        value *= DecimalBase;
        value += digit - '0';
    }
    text.remove_prefix(count);
    return value;
}

bool takeCharacter(std::string_view& text, char wanted) {
    if (!text.starts_with(wanted)) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// The rest after the whole part: ".5", ".5%", "%", "/3" or nothing.
std::optional<Exact> withTail(Exact value, std::string_view rest) {
    std::size_t count = 0;
    if (takeCharacter(rest, '/')) {
        const std::optional<Exact> bottom = takeDigits(rest, count);
        if (!bottom || bottom->isZero() || !rest.empty()) {
            return std::nullopt;
        }
        return value / *bottom;
    }
    if (takeCharacter(rest, '.')) {
        std::optional<Exact> fraction = takeDigits(rest, count);
        if (!fraction) {
            return std::nullopt;
        }
        for (std::size_t place = 0; place < count; ++place) {
            *fraction /= DecimalBase;
        }
        value += *fraction;
    }
    if (takeCharacter(rest, '%')) {
        value /= 100;
    }
    return rest.empty() ? std::optional(value) : std::nullopt;
}

} // namespace

Exact::Exact(std::int64_t whole)
    : numerator_(whole) {}

Exact::Exact(std::int64_t numerator, std::int64_t denominator) {
    assert(denominator != 0);
    if (denominator > 0) {
        const std::int64_t divisor = commonDivisor(numerator, denominator);
        numerator_ = numerator / divisor;
        denominator_ = denominator / divisor;
    } else {
        // Both signs change; the smallest 64-bit number has no positive counterpart, so the wide path does
        // it.
        *this =
            Exact(std::make_shared<const Big>(Big{Rational(Rational(numerator) / Rational(denominator))}));
    }
}

/// Takes a result of the wide path: it comes back into 64 bits when it fits, so that equality is structural.
Exact::Exact(std::shared_ptr<const Big> big) {
    const Whole top = boost::multiprecision::numerator(big->value);
    const Whole bottom = boost::multiprecision::denominator(big->value);
    if (fits(top) && fits(bottom)) {
        numerator_ = static_cast<std::int64_t>(top);
        denominator_ = static_cast<std::int64_t>(bottom);
    } else {
        numerator_ = 0;
        big_ = std::move(big);
    }
}

Exact Exact::wide(const Exact& left, const Exact& right, char operation) {
    const auto widened = [](const Exact& value) {
        return value.big_ ? value.big_->value : Rational(Whole(value.numerator_), Whole(value.denominator_));
    };
    Rational result = widened(left);
    switch (operation) {
    case '+':
        result += widened(right);
        break;
    case '-':
        result -= widened(right);
        break;
    case '*':
        result *= widened(right);
        break;
    default:
        result /= widened(right);
        break;
    }
    return Exact(std::make_shared<const Big>(Big{std::move(result)}));
}

std::optional<Exact> Exact::parse(std::string_view text) {
    if (text.size() > LongestText) {
        return std::nullopt;
    }
    const bool negative = takeCharacter(text, '-');
    std::size_t count = 0;
    const std::optional<Exact> whole = takeDigits(text, count);
    if (!whole) {
        return std::nullopt;
    }
    std::optional<Exact> value = withTail(*whole, text);
    if (value && negative) {
        value = -*value;
    }
    return value;
}

Exact& Exact::operator+=(const Exact& other) {
    if (!big_ && !other.big_) {
        // a/b + c/d over the least common denominator; what is left to reduce divides gcd(b, d).
        const std::int64_t common = commonDivisor(denominator_, other.denominator_);
        std::int64_t left = 0;
        std::int64_t right = 0;
        std::int64_t top = 0;
        std::int64_t bottom = 0;
        if (!__builtin_mul_overflow(numerator_, other.denominator_ / common, &left) &&
            !__builtin_mul_overflow(other.numerator_, denominator_ / common, &right) &&
            !__builtin_add_overflow(left, right, &top) &&
            !__builtin_mul_overflow(denominator_, other.denominator_ / common, &bottom)) {
            return *this = Exact(top, bottom);
        }
    }
    return *this = wide(*this, other, '+');
}

Exact& Exact::operator-=(const Exact& other) {
    return *this += -other;
}

Exact& Exact::operator*=(const Exact& other) {
    if (!big_ && !other.big_) {
        const std::int64_t first = commonDivisor(numerator_, other.denominator_);
        const std::int64_t second = commonDivisor(other.numerator_, denominator_);
        std::int64_t top = 0;
        std::int64_t bottom = 0;
        if (!__builtin_mul_overflow(numerator_ / first, other.numerator_ / second, &top) &&
            !__builtin_mul_overflow(denominator_ / second, other.denominator_ / first, &bottom)) {
            return *this = Exact(top, bottom);
        }
    }
    return *this = wide(*this, other, '*');
}

Exact& Exact::operator/=(const Exact& other) {
    assert(!other.isZero());
    if (!other.big_ && other.numerator_ != std::numeric_limits<std::int64_t>::min()) {
        const bool negative = other.numerator_ < 0;
        const std::int64_t top = negative ? -other.denominator_ : other.denominator_;
        return *this *= Exact(top, negative ? -other.numerator_ : other.numerator_);
    }
    return *this = wide(*this, other, '/');
}

Exact Exact::operator-() const {
    if (!big_ && numerator_ != std::numeric_limits<std::int64_t>::min()) {
        Exact negated = *this;
        negated.numerator_ = -numerator_;
        return negated;
    }
    return wide(Exact(0), *this, '-');
}

bool Exact::operator==(const Exact& other) const {
    if (big_ && other.big_) {
        return big_ == other.big_ || big_->value == other.big_->value;
    }
    return !big_ && !other.big_ && numerator_ == other.numerator_ && denominator_ == other.denominator_;
}

std::strong_ordering Exact::operator<=>(const Exact& other) const {
    if (!big_ && !other.big_) {
        std::int64_t left = 0;
        std::int64_t right = 0;
        if (!__builtin_mul_overflow(numerator_, other.denominator_, &left) &&
            !__builtin_mul_overflow(other.numerator_, denominator_, &right)) {
            return left <=> right;
        }
    }
    const Exact difference = wide(*this, other, '-');
    if (difference.big_) {
        return difference.big_->value.sign() <=> 0;
    }
    return difference.numerator_ <=> 0;
}

bool Exact::isZero() const {
    return !big_ && numerator_ == 0;
}

bool Exact::isWhole() const {
    return big_ ? denominator(big_->value) == 1 : denominator_ == 1;
}

Exact Exact::floor() const {
    if (big_) {
        return Exact(std::make_shared<const Big>(Big{Rational(floorOf(big_->value))}));
    }
    const std::int64_t quotient = numerator_ / denominator_;
    return Exact(numerator_ < 0 && numerator_ % denominator_ != 0 ? quotient - 1 : quotient);
}

std::string Exact::text() const {
    if (!big_ && denominator_ == 1) {
        return std::to_string(numerator_);
    }
    const Whole top = big_ ? numerator(big_->value) : Whole(numerator_);
    const Whole bottom = big_ ? denominator(big_->value) : Whole(denominator_);
    Whole rest = bottom;
    const unsigned twos = takeOut(rest, 2);
    const unsigned fives = takeOut(rest, 5);
    const unsigned decimals = std::max(twos, fives);
    if (rest != 1 || decimals > MostDecimals) {
        return top.str() + "/" + bottom.str();
    }
    return placed(top * (powerOfTen(decimals) / bottom), decimals);
}

std::string Exact::rounded(int decimals) const {
    const auto places = static_cast<unsigned>(std::max(decimals, 0));
    const Whole top = big_ ? numerator(big_->value) : Whole(numerator_);
    const Whole bottom = big_ ? denominator(big_->value) : Whole(denominator_);
    // floor(|x|·10^d + 1/2) keeps halves away from zero for both signs.
    const Whole scaled = (2 * abs(top) * powerOfTen(places) + bottom) / (2 * bottom);
    return placed(top < 0 ? Whole(-scaled) : scaled, places);
}

double Exact::approximate() const {
    constexpr std::int64_t exactInDouble = std::int64_t{1} << 53U;
    if (!big_ && denominator_ <= exactInDouble &&
        magnitude(numerator_) <= static_cast<std::uint64_t>(exactInDouble)) {
        return static_cast<double>(numerator_) / static_cast<double>(denominator_);
    }
    const Rational value = big_ ? big_->value : Rational(Whole(numerator_), Whole(denominator_));
    return value.convert_to<double>();
}

} // namespace duibiao
