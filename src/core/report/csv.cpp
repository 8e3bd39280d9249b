#include "core/report/csv.h"

#include "core/report/sheets.h"
#include "core/report/workbook_text.h"

namespace duibiao::report {

namespace {

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

std::string quoted(std::string_view text) {
    if (text.find_first_of(",\"\n\r") == std::string_view::npos) {
        return std::string(text);
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

std::string textField(std::string_view text) {
    // Asked before cleaning: a carriage return in front is dangerous as it comes.
    const bool isDangerous = readsAsFormula(text);
    return quoted((isDangerous ? "'" : "") + cleanText(text));
}

/// Six places where the decimal does not end.
std::string numberField(const Number& number) {
    const bool ends = number.value.text().find('/') == std::string::npos;
    return ends ? number.value.text() : number.value.rounded(6);
}

std::string field(const Cell& cell) {
    if (const auto* number = std::get_if<Number>(&cell.value)) {
        return numberField(*number);
    }
    const auto* text = std::get_if<std::string>(&cell.value);
    return text == nullptr ? std::string() : textField(*text);
}

} // namespace

std::string csvText(const Table& table) {
    std::string out(ByteOrderMark);
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        out += (index > 0 ? "," : "") + textField(table.columns[index].title);
    }
    out += "\r\n";
    for (const Row& row : table.rows) {
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            out +=
                (index > 0 ? "," : "") + (index < row.cells.size() ? field(row.cells[index]) : std::string());
        }
        out += "\r\n";
    }
    return out;
}

std::string csvText(const Report& report) {
    for (const Page& page : report.pages) {
        for (const Block& block : page.blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table != nullptr && table->id == PointsTable) {
                return csvText(*table);
            }
        }
    }
    return std::string(ByteOrderMark);
}

} // namespace duibiao::report
