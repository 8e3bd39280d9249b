#include "core/report/text_measure.h"

#include <algorithm>
#include <cstdint>

namespace duibiao::report {

namespace {

/// The character at the start: its bytes and its width in half-widths.
struct Glyph {
    std::size_t bytes = 1;
    std::size_t width = 1;
};

Glyph glyphAt(std::string_view text) {
    const auto lead = static_cast<std::uint8_t>(text.front());
    const std::size_t bytes = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    // U+2000 and above: Chinese punctuation, ideographs, full-width forms; typographic signs are wide in
    // Chinese fonts.
    const bool wide = lead >= 0xE2;
    return {std::min(bytes, text.size()), wide ? 2U : 1U};
}

/// The piece that is not broken: a word of Latin letters with the space behind it, or one wide character.
Glyph pieceAt(std::string_view text) {
    Glyph piece = glyphAt(text);
    if (piece.width == 2 || text.front() == ' ') {
        return piece;
    }
    while (piece.bytes < text.size()) {
        const Glyph next = glyphAt(text.substr(piece.bytes));
        if (next.width == 2 || text[piece.bytes] == '\n') {
            break;
        }
        const bool isSpace = text[piece.bytes] == ' ';
        piece.bytes += next.bytes;
        piece.width += isSpace ? 0U : next.width;
        if (isSpace) {
            break;
        }
    }
    return piece;
}

} // namespace

std::size_t halfWidths(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Glyph glyph = glyphAt(text);
        width += glyph.width;
        text.remove_prefix(glyph.bytes);
    }
    return width;
}

std::size_t wrappedLines(std::string_view text, double capacity) {
    const double room = std::max(capacity, 2.0);
    std::size_t lines = 1;
    double used = 0;
    while (!text.empty()) {
        if (text.front() == '\n') {
            ++lines;
            used = 0;
            text.remove_prefix(1);
            continue;
        }
        const Glyph piece = pieceAt(text);
        const bool hasSpace = piece.bytes > 1 && text[piece.bytes - 1] == ' ';
        const auto width = static_cast<double>(piece.width);
        if (used > 0 && used + width > room) {
            ++lines;
            used = 0;
        }
        used += width;
        while (used > room) { // a word longer than the line
            ++lines;
            used -= room;
        }
        used += hasSpace ? 1 : 0;
        text.remove_prefix(piece.bytes);
    }
    return lines;
}

double capacityOf(double characters, int points) {
    // A column of n characters is 7n + 5 pixels wide; 8 of them are padding and a little caution, as fonts
    // differ. A half-width is half the font size in pixels (96 dpi).
    const double pixels = characters * 7.0 + 5.0 - 8.0;
    return pixels / (static_cast<double>(points) * 96.0 / 72.0 / 2.0) * 0.97;
}

double heightOf(std::size_t lines, int points) {
    return static_cast<double>(lines) * static_cast<double>(points) * 1.36 + 5.0;
}

} // namespace duibiao::report
