#include "core/report/html.h"

#include "core/report/chart_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace duibiao::report {

namespace {

constexpr std::string_view Style = R"(
body{font:14px/1.5 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;color:#1C2430;background:#F3F4F6;margin:0}
main{max-width:1180px;margin:0 auto;padding:16px}
section{background:#fff;border:1px solid #CFD5DD;padding:20px 24px;margin:0 0 16px}
h1{font-size:28px;text-align:center;margin:24px 0 8px}h2{font-size:18px;margin:0 0 12px;color:#124A8F}
h3{font-size:15px;margin:20px 0 8px;color:#124A8F}
table{border-collapse:collapse;width:100%;margin:8px 0}th,td{border:1px solid #CFD5DD;padding:4px 8px;vertical-align:top;
white-space:pre-line;overflow-wrap:anywhere}
th{background:#E9EEF5;text-align:left}table.values th{width:20%;background:#F8F9FB;color:#515C6B;font-weight:normal}
tr.heading td{background:#EDF2F8;font-weight:bold}tr.level-0 td{background:#DCE6F2}
.right{text-align:right;white-space:nowrap}.centre{text-align:center}.strong{font-weight:bold}
.quiet,.neutral{color:#515C6B}.accent,.open{color:#124A8F}.good{color:#17703A}.partial{color:#8A5200}.bad{color:#B3261E}
.filled.good{background:#E1F3E7}.filled.partial{background:#FFF1D4}.filled.bad{background:#FCE7E5}
.filled.open,.filled.accent{background:#E4EEFB}.filled.neutral{background:#E9ECF0}
.banner{padding:14px;text-align:center;margin:12px 0}.banner b{display:block;font-size:28px}.banner small{color:#515C6B}
p.box{padding:10px 14px;border:1px solid;font-weight:bold}p.middle{text-align:center}
.charts{display:flex;flex-wrap:wrap;gap:12px}.charts figure{flex:1 1 420px;margin:0;border:1px solid #CFD5DD;padding:8px}
figcaption{font-weight:bold;text-align:center}svg{width:100%;height:auto}svg text{font-size:11px;fill:#515C6B}
.grid{fill:none;stroke:#DDE2E8}polygon.least{fill:#1A5FB422;stroke:#1A5FB4;stroke-width:2}
polygon.most{fill:none;stroke:#B35A00;stroke-width:2;stroke-dasharray:5 3}
line.least{stroke:#1A5FB4;stroke-width:3}line.most{stroke:#B35A00;stroke-width:2;stroke-dasharray:5 3}
.least-bar{fill:#1A5FB4}.most-bar{fill:none;stroke:#B35A00;stroke-dasharray:4 3}
.sign{display:grid;grid-auto-flow:column;grid-auto-columns:1fr}.sign div{border:1px solid #CFD5DD;padding:6px 10px;
min-height:48mm;display:flex;flex-direction:column;justify-content:space-between}
a{color:#124A8F}footer{color:#515C6B;font-size:12px;text-align:center;padding:8px}
@page{size:A4;margin:15mm}@media print{body{background:#fff;font-size:11px}main{max-width:none;padding:0}
section{border:0;padding:0;break-after:page}thead{display:table-header-group}tr{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)";

constexpr std::array<std::string_view, 8> ToneClasses{"",        "quiet", "accent", "good",
                                                      "partial", "bad",   "open",   "neutral"};
constexpr std::array<std::string_view, 3> AlignClasses{"", "centre", "right"};

std::string_view toneClass(Tone tone) {
    return ToneClasses.at(static_cast<std::size_t>(tone));
}

std::string shown(const Cell& cell) {
    if (const auto* number = std::get_if<Number>(&cell.value)) {
        return number->form == NumberForm::Percent
                   ? (number->value * Exact(100)).rounded(number->decimals) + "%"
                   : number->value.rounded(number->decimals);
    }
    const auto* text = std::get_if<std::string>(&cell.value);
    return text == nullptr ? std::string() : *text;
}

/// Anchors are made of our own ids, but ids come from a checklist's author.
std::string anchorName(std::string_view anchor) {
    return escapedHtml(anchor);
}

class HtmlWriter {
public:
    std::string write(const Report& report) {
        out_ = fmt::format(
            "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title>"
            "<meta name=\"viewport\" content=\"width=device-width\"><style>{}</style></head><body><main>\n",
            escapedHtml(report.languageTag), escapedHtml(report.organisation + " · " + report.title), Style);
        for (const Page& page : report.pages) {
            writePage(page);
        }
        out_ +=
            fmt::format("</main><footer>{} · {} · {}</footer></body></html>\n", escapedHtml(report.headLeft),
                        escapedHtml(report.headRight), escapedHtml(report.footRight));
        return std::move(out_);
    }

private:
    void writePage(const Page& page) {
        page_ = &page;
        out_ += fmt::format("<section><h2>{}</h2>\n", escapedHtml(page.name));
        bool inCharts = false;
        for (const Block& block : page.blocks) {
            const bool isChart = std::holds_alternative<Chart>(block);
            if (isChart != inCharts) {
                out_ += isChart ? "<div class=\"charts\">" : "</div>\n";
                inCharts = isChart;
            }
            std::visit([this](const auto& each) { show(each); }, block);
        }
        out_ += inCharts ? "</div></section>\n" : "</section>\n";
    }

    void show(const Title& title) {
        const int level = title.level == 0 ? 1 : 3;
        out_ += fmt::format("<h{0}>{1}</h{0}>\n", level, escapedHtml(title.text));
    }

    void show(const Paragraph& paragraph) {
        out_ += fmt::format("<p class=\"{}{}{}\">{}</p>\n", toneClass(paragraph.tone),
                            paragraph.boxed ? " box filled" : "",
                            paragraph.align == Align::Centre ? " middle" : "", escapedHtml(paragraph.text));
    }

    void show(const Banner& banner) {
        out_ +=
            fmt::format("<div class=\"banner filled {}\"><small>{}</small><b>{}</b><small>{}</small></div>\n",
                        toneClass(banner.tone), escapedHtml(banner.label), escapedHtml(banner.text),
                        escapedHtml(banner.below));
    }

    void show(const KeyValues& values) {
        out_ += "<table class=\"values\">";
        for (const auto& [label, cell] : values.entries) {
            out_ += fmt::format("<tr><th>{}</th>", escapedHtml(label));
            showCell(cell, Align::Left, 1);
            out_ += "</tr>\n";
        }
        out_ += "</table>\n";
    }

    void show(const Table& table) {
        out_ += "<table><thead><tr>";
        for (const Column& column : table.columns) {
            out_ += fmt::format("<th class=\"{}\">{}</th>",
                                AlignClasses.at(static_cast<std::size_t>(column.align)),
                                escapedHtml(column.title));
        }
        out_ += "</tr></thead><tbody>\n";
        for (const Row& row : table.rows) {
            showRow(table, row);
        }
        out_ += "</tbody></table>\n";
    }

    void showRow(const Table& table, const Row& row) {
        out_ += row.heading ? fmt::format("<tr class=\"heading level-{}\"", row.level) : std::string("<tr");
        out_ += row.anchor.empty() ? ">" : fmt::format(" id=\"{}\">", anchorName(row.anchor));
        std::size_t index = 0;
        while (index < table.columns.size()) {
            std::size_t span = 1;
            if (row.heading && index == 0) { // a heading reaches over the empty cells behind it
                while (index + span < row.cells.size() && shown(row.cells[index + span]).empty()) {
                    ++span;
                }
            }
            const Cell cell = index < row.cells.size() ? row.cells[index] : Cell{};
            const bool indents = static_cast<int>(index) == table.indentColumn;
            showCell(cell, table.columns[index].align, span, indents ? row.level : 0);
            index += span;
        }
        out_ += "</tr>\n";
    }

    void showCell(const Cell& cell, Align align, std::size_t span, int indent = 0) {
        std::string classes(AlignClasses.at(static_cast<std::size_t>(align)));
        const auto add = [&](std::string_view name) {
            if (!name.empty()) {
                classes += (classes.empty() ? "" : " ") + std::string(name);
            }
        };
        add(toneClass(cell.tone));
        add(cell.strong ? "strong" : "");
        add(cell.filled ? "filled" : "");
        out_ += "<td";
        out_ += classes.empty() ? "" : fmt::format(" class=\"{}\"", classes);
        out_ += span > 1 ? fmt::format(" colspan=\"{}\"", span) : "";
        out_ += indent > 0 ? fmt::format(" style=\"padding-left:{}px\"", 8 + 16 * indent) : "";
        const std::string text = escapedHtml(shown(cell));
        out_ += cell.target.empty()
                    ? fmt::format(">{}</td>", text)
                    : fmt::format("><a href=\"#{}\">{}</a></td>", anchorName(cell.target), text);
    }

    const Table* tableOf(const std::string& id) const {
        for (const Block& block : page_->blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table != nullptr && table->id == id) {
                return table;
            }
        }
        return nullptr;
    }

    void show(const Chart& chart) {
        const Table* table = tableOf(chart.table);
        if (table == nullptr) {
            return;
        }
        SvgChart drawing{chart.title, {}, {}};
        for (const Row& row : table->rows) {
            drawing.names.push_back(shown(row.cells.at(chart.names)));
        }
        for (const ChartSeries& series : chart.series) {
            SvgSeries line{series.name, {}, series.upper};
            for (const Row& row : table->rows) {
                const auto* number = std::get_if<Number>(&row.cells.at(series.column).value);
                line.shares.push_back(number == nullptr ? std::numeric_limits<double>::quiet_NaN()
                                                        : number->value.approximate());
            }
            drawing.series.push_back(std::move(line));
        }
        out_ += fmt::format("<figure><figcaption>{}</figcaption>{}</figure>", escapedHtml(chart.title),
                            chart.kind == ChartKind::Radar ? radarSvg(drawing) : barsSvg(drawing));
    }

    void show(const Signatures& signatures) {
        out_ += "<div class=\"sign\">";
        for (const Signatory& signatory : signatures.roles) {
            out_ += fmt::format("<div><b>{}</b><span>{}</span><span>{}</span></div>",
                                escapedHtml(signatory.title), escapedHtml(signatory.sign),
                                escapedHtml(signatures.date));
        }
        out_ += "</div>\n";
    }

    void show(const Gap& /*gap*/) {}

    std::string out_;
    const Page* page_ = nullptr;
};

} // namespace

std::string htmlText(const Report& report) {
    return HtmlWriter().write(report);
}

} // namespace duibiao::report
