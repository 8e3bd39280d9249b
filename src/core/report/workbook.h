#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/report/workbook_check.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao::report {

inline constexpr ErrorKind WorkbookRefused =
    errorKind("workbook-refused", Category::Internal, "the workbook could not be built at {where}: {reason}");
inline constexpr ErrorKind WorkbookNotWritten = errorKind(
    "workbook-not-written", Category::Output,
    "the workbook was not written: {reason}. Look whether the disk is full or the folder is read-only");

/// 0xRRGGBB.
using Colour = std::uint32_t;

enum class HorizontalAlign : std::uint8_t { Left, Centre, Right };
enum class VerticalAlign : std::uint8_t { Top, Middle, Bottom };
enum class Border : std::uint8_t { None, All, Below };

/// How a cell looks. Equal styles share one format of the workbook.
struct CellStyle {
    int points = 10;
    bool bold = false;
    bool wrap = true;
    Colour colour = 0x1C2430;
    std::optional<Colour> fill;
    HorizontalAlign horizontal = HorizontalAlign::Left;
    VerticalAlign vertical = VerticalAlign::Middle;
    Border border = Border::None;
    Colour borderColour = 0xCFD5DD;
    int indent = 0;
    std::string numberFormat;
    auto operator<=>(const CellStyle&) const =
        default; // NOLINT(readability-implicit-bool-conversion): clang 16 sees one
};

/// First and last cell, both included, counted from 0.
struct CellRange {
    std::uint32_t firstRow = 0;
    std::uint16_t firstColumn = 0;
    std::uint32_t lastRow = 0;
    std::uint16_t lastColumn = 0;
    [[nodiscard]] bool single() const { return firstRow == lastRow && firstColumn == lastColumn; }
};

enum class WorkbookChart : std::uint8_t { Radar, Bars };

struct WorkbookSeries {
    std::string name;
    std::uint16_t column = 0;
    Colour colour = 0x1A5FB4;
    bool filled = true;
};

/// A chart over rows `firstRow`…`lastRow` of one sheet; its numbers are ratios between 0 and 1.
struct WorkbookChartSpec {
    WorkbookChart kind = WorkbookChart::Bars;
    std::string title;
    std::uint16_t categories = 0; ///< column of the names
    std::uint32_t firstRow = 0;
    std::uint32_t lastRow = 0;
    std::vector<WorkbookSeries> series;
    int width = 480; ///< pixels at 96 dpi
    int height = 320;
};

/// A running head or foot; `{page}` and `{pages}` become the page numbers.
struct RunningText {
    std::string left;
    std::string centre;
    std::string right;
};

struct PageSetup {
    bool landscape = false;
    bool onePage = false; ///< shrunk until everything is on one page
};

/// What the wrapper itself says in a workbook, already translated.
struct WorkbookTexts {
    std::string cutMark = "… [cut here; the full text is in sheet “{sheet}”, row {row}]";
    std::string appendix = "Appendix";
    std::vector<std::string> appendixHead{"Sheet", "Cell", "Part", "Text"};
};

struct WorkbookProperties {
    std::string title;
    std::string organisation;
    std::string subject;
    Timestamp created; ///< the only time in the file, so that equal reports are equal bytes
};

/// One sheet of a workbook that is being built. A light handle: valid until the workbook is closed.
class Sheet {
public:
    [[nodiscard]] const std::string& name() const;

    /// Sanitised, made inert when it looks like a formula, cut visibly at `units` with the full text in the
    /// appendix.
    void text(std::uint32_t row, std::uint16_t column, std::string_view text, const CellStyle& style,
              std::size_t units = 32'767);
    /// NaN and infinity become an empty cell.
    void number(std::uint32_t row, std::uint16_t column, double value, const CellStyle& style);
    void blank(std::uint32_t row, std::uint16_t column, const CellStyle& style);
    /// Makes one cell of the range; write its content into the first cell afterwards.
    void merge(const CellRange& range, const CellStyle& style);
    /// Text that leads to a cell of this workbook. `sheet` is the name of the other sheet.
    void link(std::uint32_t row, std::uint16_t column, std::string_view text, std::string_view sheet,
              std::string_view cell, const CellStyle& style);
    /// Text that leads to an address on the network; plain text when the address is not an allowed one.
    void webLink(std::uint32_t row, std::uint16_t column, std::string_view url, const CellStyle& style);

    void columnWidth(std::uint16_t column, double characters);
    void rowHeight(std::uint32_t row, double points);
    void chart(std::uint32_t row, std::uint16_t column, const WorkbookChartSpec& spec);

    void freeze(std::uint32_t row, std::uint16_t column);
    void autofilter(const CellRange& range);
    void repeatRows(std::uint32_t first, std::uint32_t last);
    void printArea(const CellRange& range);
    /// Row numbers above which a new page begins.
    void pageBreaks(std::vector<std::uint32_t> rows);
    /// A4, as wide as one page and as long as needed, without grid lines.
    void page(PageSetup setup, const RunningText& head, const RunningText& foot);

private:
    friend class Workbook;
    struct State;
    explicit Sheet(State* state)
        : state_(state) {}
    State* state_;
};

/// The only caller of libxlsxwriter. Every refusal of the library is kept and comes out of close(); nothing
/// reaches the target's place before the finished file was read back, see saveWorkbook().
class Workbook {
public:
    Workbook(std::filesystem::path temporary, WorkbookProperties properties, WorkbookTexts texts = {});
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook();

    /// Adds a sheet under the nearest usable name.
    [[nodiscard]] Sheet addSheet(std::string_view wantedName);
    /// Writes the file. What it must contain comes back, for checkWorkbook().
    [[nodiscard]] Result<WorkbookContent> close();

private:
    friend class Sheet;
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace duibiao::report
