#include "core/report/workbook_look.h"

#include "core/base/text.h"
#include "core/report/workbook_text.h"

#include <xlsxwriter.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace duibiao::report {

namespace {

constexpr const char* FontName = "Microsoft YaHei";

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

lxw_format* newFormat(lxw_workbook* workbook, const CellStyle& style) {
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

lxw_chart* newChart(lxw_workbook* workbook, const std::string& sheet, const WorkbookChartSpec& spec) {
    const bool radar = spec.kind == WorkbookChart::Radar;
    lxw_chart* chart = workbook_add_chart(
        workbook, static_cast<std::uint8_t>(radar ? LXW_CHART_RADAR_WITH_MARKERS : LXW_CHART_BAR));
    for (const WorkbookSeries& series : spec.series) {
        addSeries(chart, sheet, spec, series);
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
    return chart;
}

std::string runningText(const RunningText& text) {
    return runningPart('L', text.left, 56) + runningPart('C', text.centre, 32) +
           runningPart('R', text.right, 90);
}

} // namespace duibiao::report
