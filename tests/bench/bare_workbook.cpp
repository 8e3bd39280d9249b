// The floor for `duibiao-cli report`: libxlsxwriter alone, writing the cells and charts of a finished report.
// Usage: bare_workbook CELLS.tsv OUT.xlsx
// A line of CELLS.tsv is: sheet <tab> name | s <tab> row <tab> column <tab> style <tab> text |
// n <tab> row <tab> column <tab> style <tab> number | b <tab> row <tab> column <tab> style | radar or bar
// <tab> row <tab> column <tab> range… | merge <tab> row <tab> column <tab> last row <tab> last column <tab>
// style

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
        const auto row = static_cast<lxw_row_t>(std::stoul(line[1]));
        const auto column = static_cast<lxw_col_t>(std::stoul(line[2]));
        if (kind == "radar" || kind == "bar") {
            addChart(kind == "radar" ? LXW_CHART_RADAR_FILLED : LXW_CHART_BAR, row, column, line);
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
    lxw_format* style(const std::string& key) {
        lxw_format*& format = styles_[key];
        if (format == nullptr) {
            format = workbook_add_format(book_);
            format_set_text_wrap(format);
            format_set_border(format, LXW_BORDER_THIN);
            format_set_font_size(format, 10 + static_cast<double>(styles_.size()) / 100);
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
