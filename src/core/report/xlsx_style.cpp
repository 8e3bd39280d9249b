#include "core/report/xlsx_style.h"

#include <array>

namespace duibiao::report {

namespace {

constexpr std::array<ToneColours, 8> Colours{{
    {0x1C2430, 0xFFFFFF}, // Normal
    {0x515C6B, 0xF8F9FB}, // Quiet
    {0x124A8F, 0xE4EEFB}, // Accent
    {0x17703A, 0xE1F3E7}, // Good
    {0x8A5200, 0xFFF1D4}, // Partial
    {0xB3261E, 0xFCE7E5}, // Bad
    {0x124A8F, 0xE4EEFB}, // Open
    {0x515C6B, 0xE9ECF0}, // Neutral
}};

constexpr Colour HeadFill = 0xE9EEF5;
constexpr std::array<Colour, 3> HeadingFills{0xDCE6F2, 0xEDF2F8, 0xF5F7FA};

HorizontalAlign horizontal(Align align) {
    return static_cast<HorizontalAlign>(align);
}

std::string zeros(int decimals) {
    return decimals > 0 ? "0." + std::string(static_cast<std::size_t>(decimals), '0') : "0";
}

} // namespace

ToneColours coloursOf(Tone tone) {
    return Colours.at(static_cast<std::size_t>(tone));
}

CellStyle bodyStyle(const Cell& cell, Align align) {
    const ToneColours colours = coloursOf(cell.tone);
    CellStyle style;
    style.points = 9;
    style.bold = cell.strong;
    style.colour = colours.text;
    style.border = Border::All;
    style.horizontal = horizontal(align);
    style.indent = align == Align::Centre ? 0 : 1;
    if (cell.filled) {
        style.fill = colours.wash;
    }
    if (const auto* number = std::get_if<Number>(&cell.value)) {
        style.wrap = false; // LibreOffice drops the right indent of a cell that wraps
        style.numberFormat = zeros(number->decimals) + (number->form == NumberForm::Percent ? "%" : "");
    }
    return style;
}

CellStyle headStyle(Align align) {
    CellStyle style;
    style.points = 9;
    style.bold = true;
    style.fill = HeadFill;
    style.border = Border::All;
    style.horizontal = horizontal(align == Align::Left ? Align::Left : Align::Centre);
    style.indent = align == Align::Left ? 1 : 0;
    return style;
}

CellStyle headingStyle(int level, Align align) {
    CellStyle style;
    style.points = level == 0 ? 10 : 9;
    style.bold = true;
    style.wrap = false;
    style.fill = HeadingFills.at(static_cast<std::size_t>(level < 2 ? level : 2));
    style.border = Border::Below;
    style.horizontal = horizontal(align);
    style.indent = align == Align::Left ? level + 1 : 1;
    return style;
}

CellStyle labelStyle() {
    CellStyle style;
    style.colour = 0x515C6B;
    style.fill = 0xF8F9FB;
    style.border = Border::All;
    style.indent = 1;
    return style;
}

CellStyle titleStyle(int level) {
    CellStyle style;
    style.bold = true;
    style.points = level == 0 ? 24 : 12;
    style.colour = level == 0 ? 0x1C2430 : 0x124A8F;
    style.horizontal = level == 0 ? HorizontalAlign::Centre : HorizontalAlign::Left;
    style.vertical = level == 0 ? VerticalAlign::Middle : VerticalAlign::Bottom;
    return style;
}

CellStyle paragraphStyle(const Paragraph& paragraph) {
    const ToneColours colours = coloursOf(paragraph.tone);
    CellStyle style;
    style.points = paragraph.boxed ? 10 : 9;
    style.colour = colours.text;
    style.horizontal = horizontal(paragraph.align);
    if (paragraph.boxed) {
        style.bold = true;
        style.fill = colours.wash;
        style.border = Border::All;
        style.borderColour = colours.text;
        style.indent = 1;
    }
    return style;
}

} // namespace duibiao::report
