#include "core/io/gb18030.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace duibiao::io {

namespace {

/// Owns an iconv descriptor.
class Converter {
public:
    Converter()
        : handle_(iconv_open("UTF-8", "GB18030")) {}
    ~Converter() {
        if (valid()) {
            iconv_close(handle_);
        }
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool valid() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

    /// Converts the next piece and moves `rest` on. False when it stopped at a byte it cannot read.
    [[nodiscard]] bool convert(std::string_view& rest, std::string& out) {
        std::array<char, 16384> piece{};
        // iconv does not write to its input; POSIX merely forgot the const.
        char* input = const_cast<char*>(rest.data());
        std::size_t left = rest.size();
        char* output = piece.data();
        std::size_t room = piece.size();
        const std::size_t done = iconv(handle_, &input, &left, &output, &room);
        const bool stopped = done == static_cast<std::size_t>(-1) && errno != E2BIG;
        out.append(piece.data(), piece.size() - room);
        rest.remove_prefix(rest.size() - left);
        return !stopped;
    }

private:
    iconv_t handle_;
};

} // namespace

DecodedText decodeGb18030(std::string_view bytes) {
    DecodedText text;
    Converter converter;
    std::string_view rest = bytes;
    while (!rest.empty()) {
        if (!converter.valid() || !converter.convert(rest, text.utf8)) {
            text.badByte = bytes.size() - rest.size();
            break;
        }
    }
    return text;
}

} // namespace duibiao::io
