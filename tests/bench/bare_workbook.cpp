// The floor for `duibiao-cli report`: libxlsxwriter alone, writing the cells and charts of a finished report.
// Usage: bare_workbook CELLS.tsv OUT.xlsx
// A line of CELLS.tsv is: sheet <tab> name | s <tab> row <tab> column <tab> style <tab> text |
// n <tab> row <tab> column <tab> style <tab> number | b <tab> row <tab> column <tab> style | radar or bar
// <tab> row <tab> column <tab> range… | format <tab> style <tab> font <tab> size <tab> bold <tab> colour
// <tab> fill <tab> all, below or - <tab> wrap <tab> horizontal <tab> vertical <tab> indent <tab> number
// format (colours as RRGGBB or -, alignments as the library numbers them; before its first use) | merge <tab>
// row <tab> column <tab> last row <tab> last column <tab> style

#include <xlsxwriter.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> parts(1);
    for (const char c : line) {
        if (c == '\t') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

class BareWriter {
public:
    explicit BareWriter(const char* file)
        : book_(workbook_new(file)) {}

    lxw_error close() { return workbook_close(book_); }

    void take(const std::vector<std::string>& line) {
        const std::string& kind = line[0];
        if (kind == "sheet") {
            sheet_ = workbook_add_worksheet(book_, line[1].c_str());
            return;
        }
        if (kind == "format") {
            styles_[line[1]] = newFormat(line);
            return;
        }
        const auto row = static_cast<lxw_row_t>(std::stoul(line[1]));
        const auto column = static_cast<lxw_col_t>(std::stoul(line[2]));
        if (kind == "radar" || kind == "bar") {
            addChart(kind == "radar" ? LXW_CHART_RADAR_WITH_MARKERS : LXW_CHART_BAR, row, column, line);
        } else if (kind == "merge") {
            worksheet_merge_range(sheet_, row, column, static_cast<lxw_row_t>(std::stoul(line[3])),
                                  static_cast<lxw_col_t>(std::stoul(line[4])), "", style(line[5]));
        } else if (kind == "s") {
            worksheet_write_string(sheet_, row, column, line[4].c_str(), style(line[3]));
        } else if (kind == "n") {
            worksheet_write_number(sheet_, row, column, std::strtod(line[4].c_str(), nullptr),
                                   style(line[3]));
        } else {
            worksheet_write_blank(sheet_, row, column, style(line[3]));
        }
    }

private:
    lxw_format* style(const std::string& key) { return styles_.at(key); }

    static lxw_color_t colour(const std::string& text) {
        return static_cast<lxw_color_t>(std::stoul(text, nullptr, 16));
    }
    static std::uint8_t small(const std::string& text) { return static_cast<std::uint8_t>(std::stoul(text)); }

    lxw_format* newFormat(const std::vector<std::string>& line) {
        lxw_format* format = workbook_add_format(book_);
        format_set_font_name(format, line[2].c_str());
        format_set_font_size(format, std::strtod(line[3].c_str(), nullptr));
        if (line[4] == "1") {
            format_set_bold(format);
        }
        if (line[5] != "-") {
            format_set_font_color(format, colour(line[5]));
        }
        if (line[6] != "-") {
            format_set_pattern(format, LXW_PATTERN_SOLID);
            format_set_fg_color(format, colour(line[6]));
        }
        if (line[7] == "all") {
            format_set_border(format, LXW_BORDER_THIN);
        } else if (line[7] == "below") {
            format_set_bottom(format, LXW_BORDER_THIN);
        }
        if (line[8] == "1") {
            format_set_text_wrap(format);
        }
        format_set_align(format, small(line[9]));
        format_set_align(format, small(line[10]));
        format_set_indent(format, small(line[11]));
        if (line[12] != "General") {
            format_set_num_format(format, line[12].c_str());
        }
        return format;
    }

    void addChart(std::uint8_t type, lxw_row_t row, lxw_col_t column, const std::vector<std::string>& line) {
        lxw_chart* chart = workbook_add_chart(book_, type);
        for (std::size_t i = 3; i + 1 < line.size(); i += 2) {
            chart_add_series(chart, line[i].c_str(), line[i + 1].c_str());
        }
        worksheet_insert_chart(sheet_, row, column, chart);
    }

    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    std::map<std::string, lxw_format*> styles_;
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: bare_workbook CELLS.tsv OUT.xlsx\n";
        return 2;
    }
    std::ifstream cells(argv[1]);
    BareWriter writer(argv[2]);
    for (std::string line; std::getline(cells, line);) {
        writer.take(fields(line));
    }
    return writer.close() == LXW_NO_ERROR ? 0 : 1;
}
