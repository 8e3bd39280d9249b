#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace duibiao {

/// A SHA-256 value; its text is 64 lower-case hexadecimal digits.
class Sha256 {
public:
    static constexpr std::size_t Size = 32;
    Sha256() = default;
    explicit Sha256(std::array<std::uint8_t, Size> bytes)
        : bytes_(bytes) {}
    [[nodiscard]] static std::optional<Sha256> parse(std::string_view hex);
    [[nodiscard]] std::string text() const;
    auto operator<=>(const Sha256&) const = default;

private:
    std::array<std::uint8_t, Size> bytes_{};
};

[[nodiscard]] Sha256 sha256(std::string_view bytes);

/// Hashes what comes in pieces.
class Sha256Stream {
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(const Sha256Stream&) = delete;
    Sha256Stream& operator=(const Sha256Stream&) = delete;
    Sha256Stream(Sha256Stream&&) noexcept;
    Sha256Stream& operator=(Sha256Stream&&) noexcept;
    void add(std::string_view bytes);
    /// Ends the stream; it takes no more afterwards.
    [[nodiscard]] Sha256 finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Bytes nobody can foresee, for salts, names of temporary files and document ids.
void fillRandom(std::span<std::uint8_t> bytes);
/// A random version-4 UUID in its lower-case text form.
[[nodiscard]] std::string randomUuid();

} // namespace duibiao
