#include "core/report/workbook.h"

#include "core/base/text.h"
#include "core/report/workbook_text.h"

#include <xlsxwriter.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>
#include <map>
#include <new>
#include <utility>

namespace duibiao::report {

namespace {

constexpr const char* FontName = "Microsoft YaHei";
constexpr std::size_t LinkLimit = 65'000;    ///< the library miscounts close to Excel's 65,530
constexpr std::size_t AppendixUnits = 8'000; ///< per part, so that a row stays readable

lxw_format* makeFormat(lxw_workbook* workbook, const CellStyle& style) {
    lxw_format* format = workbook_add_format(workbook);
    format_set_font_name(format, FontName);
    format_set_font_size(format, style.points);
    format_set_font_color(format, style.colour);
    if (style.bold) {
        format_set_bold(format);
    }
    if (style.wrap) {
        format_set_text_wrap(format);
    }
    if (style.fill) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, *style.fill);
        format_set_fg_color(format, *style.fill);
    }
    static constexpr std::array<std::uint8_t, 3> Horizontal{LXW_ALIGN_LEFT, LXW_ALIGN_CENTER,
                                                            LXW_ALIGN_RIGHT};
    static constexpr std::array<std::uint8_t, 3> Vertical{LXW_ALIGN_VERTICAL_TOP, LXW_ALIGN_VERTICAL_CENTER,
                                                          LXW_ALIGN_VERTICAL_BOTTOM};
    format_set_align(format, Horizontal.at(static_cast<std::size_t>(style.horizontal)));
    format_set_align(format, Vertical.at(static_cast<std::size_t>(style.vertical)));
    if (style.border == Border::All) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, style.borderColour);
    } else if (style.border == Border::Below) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, style.borderColour);
    }
    if (style.indent > 0) {
        format_set_indent(format, static_cast<std::uint8_t>(style.indent));
    }
    if (style.numberFormat == "@") {
        static constexpr std::uint8_t BuiltInText = 49;
        format_set_num_format_index(format, BuiltInText);
    } else if (!style.numberFormat.empty()) {
        format_set_num_format(format, style.numberFormat.c_str());
    }
    return format;
}

/// At most `limit` units after `&` was doubled: Excel reads 255 in all, the codes of three parts included.
std::string runningWords(std::string_view clean, std::size_t limit) {
    std::string words;
    for (std::size_t units = limit; units > 0; --units) {
        words.clear();
        for (const char c : utf16Prefix(clean, units)) {
            words += c == '&' ? "&&" : std::string(1, c == '\n' ? ' ' : c);
        }
        if (utf16Length(words) <= limit) {
            break;
        }
    }
    return words;
}

/// `&` starts a code in a running text, and digits after a size would be read as part of it.
std::string runningPart(char side, std::string_view text, std::size_t limit) {
    if (text.empty()) {
        return {};
    }
    std::string part = std::string("&") + side + "&\"" + FontName + "\"&8 ";
    part += runningWords(cleanText(text), limit);
    const auto replace = [&](std::string_view name, std::string_view code) {
        if (const std::size_t at = part.find(name); at != std::string::npos) {
            part.replace(at, name.size(), code);
        }
    };
    replace("{page}", "&P");
    replace("{pages}", "&N");
    return part;
}

std::string runningText(const RunningText& text) {
    return runningPart('L', text.left, 56) + runningPart('C', text.centre, 32) +
           runningPart('R', text.right, 90);
}

std::string filled(std::string pattern, std::string_view sheet, std::size_t row) {
    const auto replace = [&](std::string_view name, std::string_view value) {
        if (const std::size_t at = pattern.find(name); at != std::string::npos) {
            pattern.replace(at, name.size(), value);
        }
    };
    replace("{sheet}", sheet);
    replace("{row}", std::to_string(row));
    return pattern;
}

/// A text that did not fit into its cell.
struct Overflow {
    std::string sheet;
    std::string cell;
    std::string text;
};

std::vector<std::string> partsOf(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        std::string_view part = fittingPrefix(text, 0, AppendixUnits);
        if (part.empty()) {
            part = text.substr(
                0, 1); // a line feed beyond the limit cannot happen in a fresh part; keeps this finite
        }
        parts.emplace_back(part);
        text.remove_prefix(part.size());
    }
    return parts;
}

/// The file holds 16 digits, as Excel does; what is noted for the check must be what the file can say.
double inSixteenDigits(double value) {
    std::array<char, 32> digits{};
    const auto [end, error] =
        std::to_chars(digits.begin(), digits.end(), value, std::chars_format::scientific, 15);
    double rounded = value;
    std::from_chars(digits.begin(), end, rounded);
    return rounded;
}

lxw_chart_font chartFont(double points, Colour colour) {
    lxw_chart_font font{};
    font.name = const_cast<char*>(FontName); // the library's struct lacks a const; it copies the name
    font.size = points;
    font.color = colour;
    return font;
}

lxw_chart_line chartLine(Colour colour, float width) {
    lxw_chart_line line{};
    line.color = colour;
    line.width = width;
    return line;
}

void addSeries(lxw_chart* chart, const std::string& sheet, const WorkbookChartSpec& spec,
               const WorkbookSeries& wanted) {
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, sheet.c_str(), spec.firstRow, spec.categories, spec.lastRow,
                                spec.categories);
    chart_series_set_values(series, sheet.c_str(), spec.firstRow, wanted.column, spec.lastRow, wanted.column);
    chart_series_set_name(series, cleanText(wanted.name).c_str());
    lxw_chart_line line = chartLine(wanted.colour, spec.kind == WorkbookChart::Radar ? 2.0F : 0.75F);
    line.dash_type =
        static_cast<std::uint8_t>(wanted.filled ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH);
    lxw_chart_fill fill{};
    fill.color = wanted.filled ? wanted.colour : 0xFFFFFFU;
    fill.none = !wanted.filled && spec.kind == WorkbookChart::Bars ? LXW_TRUE : LXW_FALSE;
    chart_series_set_line(series, &line);
    if (spec.kind == WorkbookChart::Radar) {
        chart_series_set_marker_type(series,
                                     wanted.filled ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_SQUARE);
        chart_series_set_marker_size(series, 5);
        chart_series_set_marker_fill(series, &fill);
        line.dash_type = LXW_CHART_LINE_DASH_SOLID;
        chart_series_set_marker_line(series, &line);
        return;
    }
    lxw_chart_font small = chartFont(9, 0x515C6B);
    chart_series_set_fill(series, &fill);
    if (!wanted.filled) {
        return; // the outline around the bar of the other series; the table says how far it reaches
    }
    chart_series_set_labels(series);
    if (spec.series.size() > 1) {
        small.color = 0xFFFFFF;
        chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_INSIDE_BASE);
    }
    chart_series_set_labels_num_format(series, "0%");
    chart_series_set_labels_font(series, &small);
}

void styleAxes(lxw_chart* chart, bool radar) {
    // In a bar chart the library calls the axis of values X.
    lxw_chart_axis* names = chart_axis_get(chart, radar ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y);
    lxw_chart_axis* values = chart_axis_get(chart, radar ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X);
    lxw_chart_font small = chartFont(9, 0x515C6B);
    lxw_chart_line pale = chartLine(0xDDE2E8, 0.75F);
    chart_axis_set_num_font(names, &small);
    chart_axis_set_num_font(values, &small);
    chart_axis_set_num_format(values, "0%");
    chart_axis_set_min(values, 0);
    chart_axis_set_max(values, 1);
    chart_axis_set_major_unit(values, 0.25);
    chart_axis_set_line(values, &pale);
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &pale);
    if (!radar) {
        chart_axis_set_reverse(names); // first section on top, as in the table, and the scale at the bottom
        chart_axis_set_crossing_max(names);
        chart_set_series_overlap(chart, 100);
        chart_axis_set_line(names, &pale);
        chart_set_series_gap(chart, 60);
    }
}

} // namespace

struct Sheet::State {
    Workbook::State* workbook = nullptr;
    lxw_worksheet* sheet = nullptr;
    std::size_t index = 0;
    std::string name;
};

struct Workbook::State {
    std::filesystem::path temporary;
    std::string temporaryFolder;
    WorkbookTexts texts;
    lxw_workbook* workbook = nullptr;
    std::map<CellStyle, lxw_format*> formats;
    std::vector<std::unique_ptr<Sheet::State>> sheets;
    std::vector<std::string> names;
    std::string appendixName;
    std::vector<Overflow> overflows;
    std::size_t appendixRows = 1;
    std::size_t links = 0;
    WorkbookContent content;
    std::optional<Error> firstError;

    lxw_format* format(const CellStyle& style) {
        lxw_format*& found = formats[style];
        if (found == nullptr) {
            found = makeFormat(workbook, style);
        }
        return found;
    }
    void refuse(std::string where, std::string reason) {
        if (!firstError) {
            firstError = Error(WorkbookRefused, {{"where", std::move(where)}, {"reason", std::move(reason)}});
        }
    }
    void note(lxw_error error, const Sheet::State& sheet, const char* what) {
        if (error != LXW_NO_ERROR) {
            refuse(sheet.name + " " + what, lxw_strerror(error));
        }
    }
    void want(const Sheet::State& sheet, std::uint32_t row, std::uint16_t column, WantedValue value) {
        content.sheets[sheet.index].cells.push_back({row, column, value});
    }
    Sheet::State* newSheet(const std::string& name);
    void addAppendix(Sheet sheet);
    void writeLink(const Sheet::State& sheet, std::uint32_t row, std::uint16_t column,
                   const std::string& target, std::string_view text, const CellStyle& style);
    /// The text as it will stand in the cell; what does not fit is noted for the appendix.
    std::string fitted(const Sheet::State& sheet, std::uint32_t row, std::uint16_t column, std::string clean,
                       std::size_t units) {
        if (fittingPrefix(clean, 0, units).size() == clean.size()) {
            return clean;
        }
        const std::string mark = filled(texts.cutMark, appendixName, appendixRows + 1);
        std::string shown(fittingPrefix(clean, utf16Length(mark), std::max(units, 2 * utf16Length(mark))));
        shown += mark;
        appendixRows += partsOf(clean).size();
        overflows.push_back({sheet.name, cellName(row, column), std::move(clean)});
        return shown;
    }
};

const std::string& Sheet::name() const {
    return state_->name;
}

void Sheet::text(std::uint32_t row, std::uint16_t column, std::string_view text, const CellStyle& style,
                 std::size_t units) {
    Workbook::State& book = *state_->workbook;
    const std::string shown = book.fitted(*state_, row, column, cleanText(text), units);
    if (shown.empty()) {
        blank(row, column, style);
        return;
    }
    CellStyle used = style;
    if (readsAsFormula(shown)) {
        used.numberFormat = "@";
    }
    const std::string written = escapedForCell(shown);
    book.note(worksheet_write_string(state_->sheet, row, column, written.c_str(), book.format(used)), *state_,
              "text");
    book.want(*state_, row, column, book.content.intern(written));
}

void Sheet::number(std::uint32_t row, std::uint16_t column, double value, const CellStyle& style) {
    if (!std::isfinite(value)) {
        blank(row, column, style);
        return;
    }
    Workbook::State& book = *state_->workbook;
    const double written = inSixteenDigits(value);
    book.note(worksheet_write_number(state_->sheet, row, column, written, book.format(style)), *state_,
              "number");
    book.want(*state_, row, column, written);
}

void Sheet::blank(std::uint32_t row, std::uint16_t column, const CellStyle& style) {
    Workbook::State& book = *state_->workbook;
    book.note(worksheet_write_blank(state_->sheet, row, column, book.format(style)), *state_, "blank");
    book.want(*state_, row, column, {});
}

void Sheet::merge(const CellRange& range, const CellStyle& style) {
    if (range.single()) {
        return;
    }
    Workbook::State& book = *state_->workbook;
    book.note(worksheet_merge_range(state_->sheet, range.firstRow, range.firstColumn, range.lastRow,
                                    range.lastColumn, "", book.format(style)),
              *state_, "merge");
    for (std::uint32_t row = range.firstRow; row <= range.lastRow; ++row) {
        for (std::uint16_t column = range.firstColumn; column <= range.lastColumn; ++column) {
            book.want(*state_, row, column, {});
        }
    }
}

/// The library writes the shown text too; the same text as Sheet::text() writes afterwards, or the shared
/// strings would hold one that nobody asked for.
void Workbook::State::writeLink(const Sheet::State& sheet, std::uint32_t row, std::uint16_t column,
                                const std::string& target, std::string_view text, const CellStyle& style) {
    const std::string clean = cleanText(text);
    const std::string shown = escapedForCell(fittingPrefix(clean));
    if (shown.size() != clean.size()) {
        return; // no link on a text that must be cut or escaped
    }
    note(worksheet_write_url_opt(sheet.sheet, row, column, target.c_str(), format(style), shown.c_str(),
                                 nullptr),
         sheet, "link");
}

void Sheet::link(std::uint32_t row, std::uint16_t column, std::string_view text, std::string_view sheet,
                 std::string_view cell, const CellStyle& style) {
    Workbook::State& book = *state_->workbook;
    std::string quoted;
    for (const char c : sheet) {
        quoted += c == '\'' ? "''" : std::string(1, c);
    }
    const std::string target = "internal:'" + quoted + "'!" + std::string(cell);
    if (book.links < LinkLimit && !text.empty()) {
        ++book.links;
        book.writeLink(*state_, row, column, target, text, style);
    }
    this->text(row, column, text, style);
}

void Sheet::webLink(std::uint32_t row, std::uint16_t column, std::string_view url, const CellStyle& style) {
    Workbook::State& book = *state_->workbook;
    if (isAllowedUrl(url) && cleanText(url) == url && book.links < LinkLimit) {
        ++book.links;
        book.writeLink(*state_, row, column, std::string(url), url, style);
    }
    text(row, column, url, style);
}

void Sheet::columnWidth(std::uint16_t column, double characters) {
    Workbook::State& book = *state_->workbook;
    book.note(worksheet_set_column(state_->sheet, column, column, characters, nullptr), *state_,
              "column width");
}

void Sheet::rowHeight(std::uint32_t row, double points) {
    Workbook::State& book = *state_->workbook;
    book.note(worksheet_set_row(state_->sheet, row, points, nullptr), *state_, "row height");
}

void Sheet::freeze(std::uint32_t row, std::uint16_t column) {
    worksheet_freeze_panes(state_->sheet, row, column);
}

void Sheet::autofilter(const CellRange& range) {
    state_->workbook->note(worksheet_autofilter(state_->sheet, range.firstRow, range.firstColumn,
                                                range.lastRow, range.lastColumn),
                           *state_, "filter");
}

void Sheet::repeatRows(std::uint32_t first, std::uint32_t last) {
    state_->workbook->note(worksheet_repeat_rows(state_->sheet, first, last), *state_, "repeated rows");
}

void Sheet::printArea(const CellRange& range) {
    state_->workbook->note(worksheet_print_area(state_->sheet, range.firstRow, range.firstColumn,
                                                range.lastRow, range.lastColumn),
                           *state_, "print area");
    // Item numbers such as 4.1 are names, not numbers typed as text by mistake.
    const std::string all =
        cellName(range.firstRow, range.firstColumn) + ":" + cellName(range.lastRow, range.lastColumn);
    state_->workbook->note(
        worksheet_ignore_errors(state_->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str()), *state_,
        "ignored hints");
}

void Sheet::pageBreaks(std::vector<std::uint32_t> rows) {
    if (!rows.empty()) {
        rows.push_back(0); // ends the library's list
        state_->workbook->note(worksheet_set_h_pagebreaks(state_->sheet, rows.data()), *state_,
                               "page breaks");
    }
}

void Sheet::page(PageSetup setup, const RunningText& head, const RunningText& foot) {
    static constexpr std::uint8_t A4 = 9;
    lxw_worksheet* sheet = state_->sheet;
    worksheet_set_paper(sheet, A4);
    if (setup.landscape) {
        worksheet_set_landscape(sheet);
    }
    worksheet_fit_to_pages(sheet, 1, setup.onePage ? 1 : 0);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.8, 0.7);
    worksheet_center_horizontally(sheet);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    state_->workbook->note(worksheet_set_header(sheet, runningText(head).c_str()), *state_, "header");
    state_->workbook->note(worksheet_set_footer(sheet, runningText(foot).c_str()), *state_, "footer");
}

void Sheet::chart(std::uint32_t row, std::uint16_t column, const WorkbookChartSpec& spec) {
    Workbook::State& book = *state_->workbook;
    const bool radar = spec.kind == WorkbookChart::Radar;
    lxw_chart* chart = workbook_add_chart(
        book.workbook, static_cast<std::uint8_t>(radar ? LXW_CHART_RADAR_WITH_MARKERS : LXW_CHART_BAR));
    for (const WorkbookSeries& series : spec.series) {
        addSeries(chart, state_->name, spec, series);
    }
    styleAxes(chart, radar);
    lxw_chart_font titleFont = chartFont(11, 0x1C2430);
    titleFont.bold = LXW_TRUE;
    lxw_chart_font small = chartFont(9, 0x515C6B);
    lxw_chart_line frame = chartLine(0xCFD5DD, 0.75F);
    chart_title_set_name(chart, cleanText(spec.title).c_str());
    chart_title_set_name_font(chart, &titleFont);
    chart_legend_set_font(chart, &small);
    chart_legend_set_position(
        chart,
        static_cast<std::uint8_t>(spec.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE));
    chart_chartarea_set_line(chart, &frame);
    std::string description = cleanText(spec.title); // for readers of screens
    lxw_chart_options options{};
    options.description = description.data();
    options.x_offset = 2;
    options.y_offset = 2;
    options.x_scale = spec.width / 480.0;
    options.y_scale = spec.height / 288.0;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    book.note(worksheet_insert_chart_opt(state_->sheet, row, column, chart, &options), *state_, "chart");
    ++book.content.sheets[state_->index].charts;
}

Workbook::Workbook(std::filesystem::path temporary, WorkbookProperties properties, WorkbookTexts texts)
    : state_(std::make_unique<State>()) {
    state_->temporary = std::move(temporary);
    state_->temporaryFolder = state_->temporary.parent_path().string();
    state_->texts = std::move(texts);
    state_->appendixName = usableSheetName(state_->texts.appendix, {});
    lxw_workbook_options options{};
    // Beside the target, so that a full system-wide folder for temporary files cannot spoil the parts unseen.
    options.tmpdir = state_->temporaryFolder.empty() ? nullptr : state_->temporaryFolder.data();
    state_->workbook = workbook_new_opt(state_->temporary.string().c_str(), &options);
    if (state_->workbook == nullptr) {
        throw std::bad_alloc(); // the only way this fails, and what every other allocation here does
    }
    std::string title = cleanText(utf16Prefix(cleanText(properties.title), 255));
    std::string subject = cleanText(utf16Prefix(cleanText(properties.subject), 255));
    std::string company = cleanText(utf16Prefix(cleanText(properties.organisation), 255));
    lxw_doc_properties wanted{};
    wanted.title = title.data();
    wanted.subject = subject.data();
    wanted.company = company.data();
    wanted.author = company.data();
    wanted.created = static_cast<std::time_t>(properties.created.instant().time_since_epoch().count());
    if (const lxw_error error = workbook_set_properties(state_->workbook, &wanted); error != LXW_NO_ERROR) {
        state_->refuse("properties", lxw_strerror(error));
    }
}

Workbook::~Workbook() {
    if (state_->workbook != nullptr) {
        lxw_workbook_free(state_->workbook);
    }
}

Sheet Workbook::addSheet(std::string_view wantedName) {
    std::vector<std::string> taken = state_->names;
    taken.push_back(state_->appendixName);
    return Sheet(state_->newSheet(usableSheetName(wantedName, taken)));
}

Sheet::State* Workbook::State::newSheet(const std::string& name) {
    auto sheet = std::make_unique<Sheet::State>();
    sheet->workbook = this;
    sheet->index = content.sheets.size();
    sheet->name = name;
    sheet->sheet = workbook_add_worksheet(workbook, name.c_str());
    if (sheet->sheet == nullptr) {
        refuse(name, "the name of the sheet is not accepted");
        sheet->sheet = workbook_add_worksheet(workbook, nullptr);
    }
    names.push_back(name);
    content.sheets.push_back({name, {}, 0});
    sheets.push_back(std::move(sheet));
    return sheets.back().get();
}

void Workbook::State::addAppendix(Sheet sheet) {
    static constexpr std::array<double, 4> Widths{16, 10, 8, 100};
    CellStyle head;
    head.bold = true;
    head.border = Border::All;
    CellStyle body;
    body.vertical = VerticalAlign::Top;
    body.border = Border::All;
    for (std::uint16_t column = 0; column < Widths.size(); ++column) {
        sheet.columnWidth(column, Widths.at(column));
        sheet.text(0, column, column < texts.appendixHead.size() ? texts.appendixHead[column] : "", head);
    }
    std::uint32_t row = 1;
    for (const Overflow& overflow : std::exchange(overflows, {})) {
        const std::vector<std::string> parts = partsOf(overflow.text);
        for (std::size_t part = 0; part < parts.size(); ++part, ++row) {
            sheet.text(row, 0, overflow.sheet, body);
            sheet.text(row, 1, overflow.cell, body);
            sheet.number(row, 2, static_cast<double>(part + 1), body);
            sheet.text(row, 3, parts[part], body);
        }
    }
    sheet.freeze(1, 0);
    sheet.repeatRows(0, 0);
    sheet.page({.landscape = true}, {{}, texts.appendix, {}}, {"{page} / {pages}", {}, {}});
    sheet.printArea({0, 0, row - 1, static_cast<std::uint16_t>(Widths.size() - 1)});
}

Result<WorkbookContent> Workbook::close() {
    if (!state_->overflows.empty()) {
        state_->addAppendix(Sheet(state_->newSheet(state_->appendixName)));
    }
    if (state_->firstError) {
        return std::unexpected<Error>(*state_->firstError);
    }
    lxw_workbook* workbook = std::exchange(state_->workbook, nullptr);
    if (const lxw_error error = workbook_close(workbook); error != LXW_NO_ERROR) {
        return fail(WorkbookNotWritten, {{"reason", lxw_strerror(error)}});
    }
    state_->content.settle();
    return std::move(state_->content);
}

} // namespace duibiao::report
