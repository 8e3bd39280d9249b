#include "core/report/workbook.h"

#include "core/base/catalogue.h"
#include "core/base/text.h"
#include "core/report/text_measure.h"
#include "core/report/workbook_look.h"
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

constexpr std::size_t LinkLimit = 65'000; ///< the library miscounts close to Excel's 65,530
// The appendix: a part is as much as a row of Excel's greatest height shows.
constexpr std::size_t AppendixUnits = 1'200;
constexpr std::size_t AppendixLines = 26;
constexpr std::array<double, 4> AppendixWidths{16, 10, 8, 100};

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

std::size_t appendixLines(std::string_view part) {
    return wrappedLines(part, capacityOf(AppendixWidths.back(), CellStyle().points));
}

std::vector<std::string> partsOf(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        std::size_t units = AppendixUnits;
        std::string_view part = fittingPrefix(text, 0, units);
        while (appendixLines(part) > AppendixLines) {
            units = units * 3 / 4;
            part = fittingPrefix(text, 0, units);
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
            found = newFormat(workbook, style);
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
    lxw_chart* chart = newChart(book.workbook, state_->name, spec);
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
        refuse(name, std::string(msgid("the name of the sheet is not accepted")));
        sheet->sheet = workbook_add_worksheet(workbook, nullptr);
    }
    names.push_back(name);
    content.sheets.push_back({name, {}, 0});
    sheets.push_back(std::move(sheet));
    return sheets.back().get();
}

void Workbook::State::addAppendix(Sheet sheet) {
    CellStyle head;
    head.bold = true;
    head.border = Border::All;
    CellStyle body;
    body.vertical = VerticalAlign::Top;
    body.border = Border::All;
    constexpr auto Columns = static_cast<std::uint16_t>(AppendixWidths.size());
    for (std::uint16_t column = 0; column < Columns; ++column) {
        sheet.columnWidth(column, AppendixWidths.at(column));
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
            sheet.rowHeight(row, heightOf(appendixLines(parts[part]), body.points));
        }
    }
    sheet.freeze(1, 0);
    sheet.repeatRows(0, 0);
    sheet.page({.landscape = true}, {{}, texts.appendix, {}}, {"{page} / {pages}", {}, {}});
    sheet.printArea({0, 0, row - 1, static_cast<std::uint16_t>(AppendixWidths.size() - 1)});
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
