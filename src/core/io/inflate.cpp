#include "core/io/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

namespace duibiao::io {

namespace {

constexpr int RawDeflate = -15; // window bits; negative: no zlib header
constexpr int MemoryLevel = 8;
constexpr std::size_t PieceSize = std::size_t{64} << 10U;
constexpr std::size_t LargestStep = std::size_t{1} << 30U; // zlib counts in 32 bits

/// zlib's input pointer is not const, but it does not write through it.
Bytef* zlibInput(std::string_view bytes) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib never writes to its input
}

} // namespace

std::string deflateBytes(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, RawDeflate, MemoryLevel, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        throw std::bad_alloc(); // the only way it fails with these arguments
    }
    std::string out;
    std::array<char, PieceSize> piece; // written before it is read
    int status = Z_OK;
    while (status != Z_STREAM_END) {
        if (stream.avail_in == 0 && !bytes.empty()) {
            const std::string_view step = bytes.substr(0, LargestStep);
            stream.next_in = zlibInput(step);
            stream.avail_in = static_cast<uInt>(step.size());
            bytes.remove_prefix(step.size());
        }
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        status = ::deflate(&stream, bytes.empty() ? Z_FINISH : Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
    }
    deflateEnd(&stream);
    return out;
}

std::uint32_t crc32Of(std::string_view bytes, std::uint32_t before) {
    return static_cast<std::uint32_t>(::crc32_z(before, zlibInput(bytes), bytes.size()));
}

struct Inflater::State {
    z_stream stream{};
    std::uint64_t left = 0;
    bool ended = false;
    std::array<char, PieceSize> piece; // written before it is read
};

Inflater::Inflater(std::uint64_t declared)
    : state_(std::make_unique_for_overwrite<State>()) {
    state_->left = declared;
    if (inflateInit2(&state_->stream, RawDeflate) != Z_OK) {
        throw std::bad_alloc();
    }
}

Inflater::~Inflater() {
    inflateEnd(&state_->stream);
}

Result<void> Inflater::add(std::string_view compressed, const Sink& sink) {
    State& state = *state_;
    if (compressed.size() > LargestStep) {
        return fail(DeflateBroken);
    }
    state.stream.next_in = zlibInput(compressed);
    state.stream.avail_in = static_cast<uInt>(compressed.size());
    bool outputFull = false;
    while (state.stream.avail_in > 0 || outputFull) {
        if (state.ended) {
            return fail(DeflateBroken);
        }
        state.stream.next_out = reinterpret_cast<Bytef*>(state.piece.data());
        state.stream.avail_out = static_cast<uInt>(state.piece.size());
        const int status = ::inflate(&state.stream, Z_NO_FLUSH);
        const std::size_t made = state.piece.size() - state.stream.avail_out;
        const bool broken = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR;
        if (broken || made > state.left) {
            return fail(DeflateBroken);
        }
        state.left -= made;
        state.ended = status == Z_STREAM_END;
        outputFull = state.stream.avail_out == 0 && !state.ended;
        if (auto taken = sink(std::string_view(state.piece.data(), made)); !taken) {
            return taken;
        }
    }
    return {};
}

Result<void> Inflater::finish() const {
    if (!state_->ended || state_->left != 0) {
        return fail(DeflateBroken);
    }
    return {};
}

} // namespace duibiao::io
