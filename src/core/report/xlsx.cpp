#include "core/report/xlsx.h"

#include "core/base/text.h"
#include "core/report/text_measure.h"
#include "core/report/workbook_text.h"
#include "core/report/xlsx_style.h"

#include <algorithm>
#include <map>
#include <optional>

namespace duibiao::report {

namespace {

constexpr double TallestRow =
    260.0; ///< points; Excel's limit is 409.5, but a row should leave room for others on a page
constexpr double TallText = 90.0; ///< points
constexpr double ChartRow = 18.0; ///< points
constexpr std::uint32_t ChartRows = 17;
constexpr double SealHeight = 134.0; ///< points: 45 mm and a margin

/// How many rows of a sheet a block takes. A chart after a chart stands beside it.
struct RowsOfBlock {
    bool afterChart = false;
    std::uint32_t operator()(const Title&) const { return 1; }
    std::uint32_t operator()(const Paragraph&) const { return 1; }
    std::uint32_t operator()(const Banner&) const { return 3; }
    std::uint32_t operator()(const KeyValues& block) const {
        return static_cast<std::uint32_t>(block.entries.size());
    }
    std::uint32_t operator()(const Table& block) const {
        return static_cast<std::uint32_t>(block.rows.size()) + 1;
    }
    std::uint32_t operator()(const Chart&) const { return afterChart ? 0 : ChartRows; }
    std::uint32_t operator()(const Signatures&) const { return 3; }
    std::uint32_t operator()(const Gap&) const { return 1; }
};

struct Target {
    std::string sheet;
    std::string cell;
};
using Targets = std::map<std::string, Target, std::less<>>;

/// Writes the blocks of one page below each other.
class PageWriter {
public:
    PageWriter(const Page& page, Sheet sheet, const Targets& targets)
        : page_(page)
        , sheet_(sheet)
        , targets_(targets)
        , columns_(static_cast<std::uint16_t>(page.grid.size())) {}

    void write(const Report& report) {
        for (std::uint16_t column = 0; column < columns_; ++column) {
            sheet_.columnWidth(column, page_.grid[column]);
        }
        bool afterChart = false;
        for (const Block& block : page_.blocks) {
            std::visit([&](const auto& each) { show(each, afterChart); }, block);
            row_ += std::visit(RowsOfBlock{afterChart}, block);
            afterChart = std::holds_alternative<Chart>(block);
        }
        sheet_.page({page_.landscape, page_.onePage}, {report.headLeft, page_.name, report.headRight},
                    {report.footLeft, {}, report.footRight});
        if (row_ > 0) {
            sheet_.printArea({0, 0, row_ - 1, static_cast<std::uint16_t>(columns_ - 1)});
        }
    }

private:
    double width(std::uint16_t first, std::uint16_t last) const {
        double sum = 0;
        for (std::uint16_t column = first; column <= last; ++column) {
            sum += page_.grid[column] +
                   (column > first ? 0.7 : 0.0); // the padding between merged columns is room too
        }
        return sum;
    }

    double neededHeight(std::string_view text, std::uint16_t first, std::uint16_t last,
                        const CellStyle& style) const {
        if (!style.wrap) {
            return heightOf(1, style.points);
        }
        const double indent = style.indent * 1.3;
        const double bold = style.bold ? 0.96 : 1.0;
        return heightOf(wrappedLines(text, capacityOf(width(first, last) - indent, style.points) * bold),
                        style.points);
    }

    /// How much of a text fits into the tallest row, in UTF-16 units.
    std::size_t fittingUnits(std::string_view text, std::uint16_t first, std::uint16_t last,
                             const CellStyle& style) const {
        if (text.size() < 200 || neededHeight(text, first, last, style) <= TallestRow) {
            return CellUnits;
        }
        std::size_t fits = 0;
        std::size_t tooMany = std::min(utf16Length(text), CellUnits);
        while (tooMany - fits > 1) {
            const std::size_t middle = fits + (tooMany - fits) / 2;
            const bool isFitting = neededHeight(utf16Prefix(text, middle), first, last, style) <= TallestRow;
            (isFitting ? fits : tooMany) = middle;
        }
        return std::max<std::size_t>(fits, 200);
    }

    /// Text over a range of one row; longer than a row can be high, it is cut and continued in the appendix.
    double textIn(std::uint32_t row, std::uint16_t first, std::uint16_t last, const std::string& text,
                  const CellStyle& style) {
        sheet_.merge({row, first, row, last}, style);
        const std::string clean = cleanText(text);
        sheet_.text(row, first, clean, style, fittingUnits(clean, first, last, style));
        return std::min(neededHeight(clean, first, last, style), TallestRow);
    }

    double cellIn(std::uint32_t row, std::uint16_t first, std::uint16_t last, const Cell& cell,
                  const CellStyle& style) {
        if (const auto* number = std::get_if<Number>(&cell.value)) {
            sheet_.merge({row, first, row, last}, style);
            sheet_.number(row, first, number->value.approximate(), style);
            return heightOf(1, style.points);
        }
        const auto* text = std::get_if<std::string>(&cell.value);
        if (text == nullptr || text->empty()) {
            sheet_.merge({row, first, row, last}, style);
            sheet_.blank(row, first, style);
            return heightOf(1, style.points);
        }
        const auto target = targets_.find(cell.target);
        if (target != targets_.end() && first == last) {
            sheet_.link(row, first, *text, target->second.sheet, target->second.cell, style);
            return neededHeight(*text, first, last, style);
        }
        return textIn(row, first, last, *text, style);
    }

    std::uint16_t lastColumn() const { return static_cast<std::uint16_t>(columns_ - 1); }

    void show(const Title& title, bool /*afterChart*/) {
        const double height = textIn(row_, 0, lastColumn(), title.text, titleStyle(title.level));
        sheet_.rowHeight(row_, title.level == 0 ? std::max(height, 110.0) : height + 6.0);
    }

    void show(const Paragraph& paragraph, bool /*afterChart*/) {
        const double height = textIn(row_, 0, lastColumn(), paragraph.text, paragraphStyle(paragraph));
        sheet_.rowHeight(row_, height + (paragraph.boxed ? 10.0 : 2.0));
    }

    void show(const Banner& banner, bool /*afterChart*/) {
        const ToneColours colours = coloursOf(banner.tone);
        CellStyle style;
        style.fill = colours.wash;
        style.colour = 0x515C6B;
        style.horizontal = HorizontalAlign::Centre;
        style.vertical = VerticalAlign::Bottom;
        sheet_.rowHeight(row_, textIn(row_, 0, lastColumn(), banner.label, style) + 8.0);
        CellStyle large = style;
        large.points = halfWidths(banner.text) > 24 ? 16 : 26;
        large.bold = true;
        large.colour = colours.text;
        large.vertical = VerticalAlign::Middle;
        sheet_.rowHeight(row_ + 1, textIn(row_ + 1, 0, lastColumn(), banner.text, large) + 6.0);
        style.vertical = VerticalAlign::Top;
        sheet_.rowHeight(row_ + 2, textIn(row_ + 2, 0, lastColumn(), banner.below, style) + 8.0);
    }

    void show(const KeyValues& values, bool /*afterChart*/) {
        std::uint32_t row = row_;
        const auto split = static_cast<std::uint16_t>(page_.labelColumns);
        for (const auto& [label, cell] : values.entries) {
            CellStyle style = bodyStyle(cell, Align::Left);
            style.points = 10;
            style.indent = 1;
            const double left = textIn(row, 0, static_cast<std::uint16_t>(split - 1), label, labelStyle());
            const double right = cellIn(row, split, lastColumn(), cell, style);
            sheet_.rowHeight(row, std::max({left, right, page_.onePage ? 27.0 : 19.0}) + 3.0);
            ++row;
        }
    }

    void show(const Table& table, bool /*afterChart*/) {
        std::vector<std::uint16_t> starts;
        std::uint16_t column = 0;
        for (const Column& each : table.columns) {
            starts.push_back(column);
            column = static_cast<std::uint16_t>(column + each.span);
        }
        starts.push_back(column);
        if (!table.id.empty()) {
            tables_[table.id] = {row_, starts};
        }
        double head = 20.0;
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            head =
                std::max(head, textIn(row_, starts[index], static_cast<std::uint16_t>(starts[index + 1] - 1),
                                      table.columns[index].title, headStyle(table.columns[index].align)));
        }
        sheet_.rowHeight(row_, head + 3.0);
        for (std::size_t index = 0; index < table.rows.size(); ++index) {
            showRow(table, table.rows[index], row_ + 1 + static_cast<std::uint32_t>(index), starts);
        }
        if (table.leads) {
            const auto last = row_ + static_cast<std::uint32_t>(table.rows.size());
            sheet_.freeze(row_ + 1, 0);
            sheet_.repeatRows(row_, row_);
            sheet_.autofilter({row_, 0, last, static_cast<std::uint16_t>(column - 1)});
        }
    }

    CellStyle styleIn(const Table& table, const Row& row, std::size_t index, const Cell& cell) const {
        const Align align = table.columns[index].align;
        if (row.heading) {
            CellStyle style = headingStyle(row.level, index == 0 ? Align::Left : align);
            style.numberFormat = bodyStyle(cell, align).numberFormat;
            return style;
        }
        CellStyle style = bodyStyle(cell, align);
        if (static_cast<int>(index) == table.indentColumn) {
            style.indent += row.level;
        }
        return style;
    }

    void showRow(const Table& table, const Row& row, std::uint32_t at,
                 const std::vector<std::uint16_t>& starts) {
        static const Cell nothing;
        const auto cellAt = [&](std::size_t index) -> const Cell& {
            return index < row.cells.size() ? row.cells[index] : nothing;
        };
        double height = 17.0;
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            const auto* text = std::get_if<std::string>(&cellAt(index).value);
            if (text != nullptr) {
                height = std::max(height, neededHeight(*text, starts[index],
                                                       static_cast<std::uint16_t>(starts[index + 1] - 1),
                                                       styleIn(table, row, index, cellAt(index))));
            }
        }
        const bool tall =
            height > TallText; // then everything begins at the top, so that a row is read from there
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            CellStyle style = styleIn(table, row, index, cellAt(index));
            style.vertical = tall ? VerticalAlign::Top : VerticalAlign::Middle;
            cellIn(at, starts[index], static_cast<std::uint16_t>(starts[index + 1] - 1), cellAt(index),
                   style);
        }
        sheet_.rowHeight(at, std::min(height, TallestRow) + 3.0);
    }

    void show(const Chart& chart, bool afterChart) {
        const auto table = tables_.find(chart.table);
        if (table == tables_.end()) {
            return;
        }
        const std::uint32_t top = afterChart ? row_ - ChartRows : row_;
        const double pixels = width(0, lastColumn()) * 7.0 + 5.0;
        const auto half = static_cast<std::uint16_t>(halfColumn());
        WorkbookChartSpec spec;
        spec.kind = chart.kind == ChartKind::Radar ? WorkbookChart::Radar : WorkbookChart::Bars;
        spec.title = chart.title;
        spec.categories = table->second.starts.at(chart.names);
        spec.firstRow = table->second.head + 1;
        spec.lastRow = table->second.head + rowsOf(chart.table);
        for (const ChartSeries& series : chart.series) {
            spec.series.push_back({series.name, table->second.starts.at(series.column),
                                   series.upper ? 0xB35A00U : 0x1A5FB4U, !series.upper});
        }
        const double left = width(0, static_cast<std::uint16_t>(half - 1)) * 7.0 + 5.0;
        spec.width = static_cast<int>(afterChart ? pixels - left - 10.0 : left - 8.0);
        spec.height = static_cast<int>(ChartRow * ChartRows * 96.0 / 72.0) - 8;
        sheet_.chart(top, afterChart ? half : std::uint16_t{0}, spec);
        if (!afterChart) {
            for (std::uint32_t row = top; row < top + ChartRows; ++row) {
                sheet_.rowHeight(row, ChartRow);
            }
        }
    }

    /// The first column of the right half.
    std::size_t halfColumn() const {
        const double whole = width(0, lastColumn());
        std::uint16_t column = 1;
        while (column < lastColumn() && width(0, static_cast<std::uint16_t>(column - 1)) < whole * 0.48) {
            ++column;
        }
        return column;
    }

    std::uint32_t rowsOf(const std::string& id) const {
        for (const Block& block : page_.blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table != nullptr && table->id == id) {
                return static_cast<std::uint32_t>(table->rows.size());
            }
        }
        return 0;
    }

    void show(const Signatures& signatures, bool /*afterChart*/) {
        const std::size_t count = std::max<std::size_t>(signatures.roles.size(), 1);
        const std::size_t each = columns_ / count;
        CellStyle box;
        box.border = Border::All;
        box.vertical = VerticalAlign::Top;
        box.indent = 1;
        for (std::size_t index = 0; index < signatures.roles.size(); ++index) {
            const auto first = static_cast<std::uint16_t>(index * each);
            const auto last =
                static_cast<std::uint16_t>(index + 1 == count ? lastColumn() : first + each - 1);
            textIn(row_, first, last, signatures.roles[index].title, headStyle(Align::Centre));
            textIn(row_ + 1, first, last, signatures.roles[index].sign, box);
            textIn(row_ + 2, first, last, signatures.date, box);
        }
        sheet_.rowHeight(row_, 22.0);
        sheet_.rowHeight(row_ + 1, SealHeight);
        sheet_.rowHeight(row_ + 2, 22.0);
    }

    void show(const Gap& gap, bool /*afterChart*/) { sheet_.rowHeight(row_, gap.points); }

    struct PlacedTable {
        std::uint32_t head = 0;
        std::vector<std::uint16_t> starts;
    };

    const Page& page_;
    Sheet sheet_;
    const Targets& targets_;
    std::uint16_t columns_;
    std::uint32_t row_ = 0;
    std::map<std::string, PlacedTable, std::less<>> tables_;
};

/// Where the anchored rows of a page come to stand.
void collectTargets(const Page& page, const std::string& sheet, Targets& targets) {
    std::uint32_t row = 0;
    bool afterChart = false;
    for (const Block& block : page.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) {
            for (std::size_t index = 0; index < table->rows.size(); ++index) {
                if (!table->rows[index].anchor.empty()) {
                    targets[table->rows[index].anchor] = {sheet, cellName(row + 1 + index, 0)};
                }
            }
        }
        row += std::visit(RowsOfBlock{afterChart}, block);
        afterChart = std::holds_alternative<Chart>(block);
    }
}

Result<WorkbookContent> produce(const Report& report, Timestamp created,
                                const std::filesystem::path& temporary) {
    WorkbookTexts texts{report.cutMark, report.appendix, report.appendixHead};
    Workbook workbook(temporary, {report.title, report.organisation, report.headRight, created},
                      std::move(texts));
    std::vector<Sheet> sheets;
    Targets targets;
    for (const Page& page : report.pages) {
        sheets.push_back(workbook.addSheet(page.name));
        collectTargets(page, sheets.back().name(), targets);
    }
    for (std::size_t index = 0; index < sheets.size(); ++index) {
        PageWriter(report.pages[index], sheets[index], targets).write(report);
    }
    return workbook.close();
}

} // namespace

Result<void> saveWorkbook(const Report& report, Timestamp created, const std::filesystem::path& target,
                          io::Existing existing) {
    WorkbookContent content;
    const auto write = [&](const std::filesystem::path& temporary) -> Result<void> {
        Result<WorkbookContent> written = produce(report, created, temporary);
        if (!written) {
            return passOn(written);
        }
        content = std::move(*written);
        return {};
    };
    return io::saveFile(target, existing, write, [&](const std::filesystem::path& temporary) {
        return checkWorkbook(temporary, content);
    });
}

} // namespace duibiao::report
