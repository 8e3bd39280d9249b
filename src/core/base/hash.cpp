#include "core/base/hash.h"

#include <sodium.h>

#include <cstdlib>

namespace duibiao {

namespace {

static_assert(Sha256::Size == crypto_hash_sha256_BYTES);

/// Without a source of randomness no salt and no document id could be trusted: then there is no going on.
void ensureSodium() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        std::abort();
    }
}

const unsigned char* unsignedBytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data()); // how a C library wants bytes
}

std::optional<unsigned> hexDigit(char character) {
    if (character >= '0' && character <= '9') {
        return static_cast<unsigned>(character - '0');
    }
    if (character >= 'a' && character <= 'f') {
        return static_cast<unsigned>(character - 'a') + 10U;
    }
    return std::nullopt;
}

void appendHex(std::string& text, std::uint8_t byte) {
    constexpr std::string_view Digits = "0123456789abcdef";
    text += Digits[byte >> 4U];
    text += Digits[byte & 0x0FU];
}

} // namespace

std::optional<Sha256> Sha256::parse(std::string_view hex) {
    if (hex.size() != 2 * Size) {
        return std::nullopt;
    }
    std::array<std::uint8_t, Size> bytes{};
    for (std::size_t i = 0; i < Size; ++i) {
        const auto high = hexDigit(hex[2 * i]);
        const auto low = hexDigit(hex[2 * i + 1]);
        if (!high || !low) {
            return std::nullopt;
        }
        bytes[i] = static_cast<std::uint8_t>((*high << 4U) | *low);
    }
    return Sha256(bytes);
}

std::string Sha256::text() const {
    std::string text;
    text.reserve(2 * Size);
    for (const std::uint8_t byte : bytes_) {
        appendHex(text, byte);
    }
    return text;
}

Sha256 sha256(std::string_view bytes) {
    std::array<std::uint8_t, Sha256::Size> digest{};
    crypto_hash_sha256(digest.data(), unsignedBytes(bytes), bytes.size());
    return Sha256(digest);
}

struct Sha256Stream::State {
    crypto_hash_sha256_state sodium;
};

Sha256Stream::Sha256Stream()
    : state_(std::make_unique<State>()) {
    crypto_hash_sha256_init(&state_->sodium);
}

Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_->sodium, unsignedBytes(bytes), bytes.size());
}

Sha256 Sha256Stream::finish() {
    std::array<std::uint8_t, Sha256::Size> digest{};
    crypto_hash_sha256_final(&state_->sodium, digest.data());
    return Sha256(digest);
}

void fillRandom(std::span<std::uint8_t> bytes) {
    ensureSodium();
    randombytes_buf(bytes.data(), bytes.size());
}

std::string randomUuid() {
    std::array<std::uint8_t, 16> bytes{};
    fillRandom(bytes);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U); // version 4
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U); // variant of RFC 4122
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            text += '-';
        }
        appendHex(text, bytes[i]);
    }
    return text;
}

} // namespace duibiao
