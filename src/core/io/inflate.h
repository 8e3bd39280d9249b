#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace duibiao::io {

inline constexpr ErrorKind DeflateBroken = errorKind(
    "deflate-broken", Category::Input, "the compressed data is damaged; get the file again from its sender");

/// Takes content in pieces; its failure ends the reading.
using Sink = std::function<Result<void>(std::string_view piece)>;

/// Raw deflate, level and strategy fixed, so that the same bytes give the same bytes (with the same zlib).
[[nodiscard]] std::string deflateBytes(std::string_view bytes);

/// CRC-32 as ZIP has it, continued from `before`.
[[nodiscard]] std::uint32_t crc32Of(std::string_view bytes, std::uint32_t before = 0);

/// Inflates raw deflate piece by piece and stops at `declared` bytes: what a bomb holds beyond is never
/// produced.
class Inflater {
public:
    explicit Inflater(std::uint64_t declared);
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// DeflateBroken for damaged data, for more than was declared and for bytes behind the end.
    [[nodiscard]] Result<void> add(std::string_view compressed, const Sink& sink);
    /// DeflateBroken unless the stream has ended with exactly the declared size.
    [[nodiscard]] Result<void> finish() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace duibiao::io
