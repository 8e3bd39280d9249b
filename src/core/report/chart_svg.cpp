#include "core/report/chart_svg.h"

#include "core/report/workbook_text.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

namespace duibiao::report {

namespace {

constexpr double Width = 460;
constexpr double RadarHeight = 340;
constexpr double BarHeight = 30;

std::string head(const SvgChart& chart, double height) {
    return fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\"><title>{}</title>", Width, height,
                       escapedHtml(chart.title));
}

std::string textAt(Point at, const char* anchor, std::string_view text, const char* kind = "name") {
    return fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>", kind,
                       at.x, at.y, anchor, escapedHtml(text));
}

std::string polygon(const std::vector<Point>& points, std::string_view kind) {
    std::string list;
    for (const Point& point : points) {
        list += fmt::format("{}{:.1f},{:.1f}", list.empty() ? "" : " ", point.x, point.y);
    }
    return fmt::format("<polygon class=\"{}\" points=\"{}\"/>", kind, list);
}

double drawn(double share) {
    return std::isfinite(share) ? std::min(std::max(share, 0.0), 1.0) : 0.0;
}

const char* anchorFor(double x, double middle) {
    return std::abs(x - middle) < 1 ? "middle" : x > middle ? "start" : "end";
}

std::string legend(const SvgChart& chart, double y) {
    if (chart.series.size() < 2) {
        return {};
    }
    std::string out;
    double x = Width / 2 - 80;
    for (const SvgSeries& series : chart.series) {
        out +=
            fmt::format("<line class=\"{0}\" x1=\"{1:.0f}\" y1=\"{2:.0f}\" x2=\"{3:.0f}\" y2=\"{2:.0f}\"/>",
                        series.upper ? "most" : "least", x, y - 4, x + 24);
        out += textAt({x + 30, y}, "start", series.name);
        x += 100;
    }
    return out;
}

} // namespace

Point radarPoint(Point centre, double radius, std::size_t index, std::size_t count) {
    const double angle = 2.0 * std::numbers::pi * static_cast<double>(index) / static_cast<double>(count) -
                         std::numbers::pi / 2.0;
    return {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
}

std::string radarSvg(const SvgChart& chart) {
    constexpr double Radius = 105;
    const Point centre{Width / 2, RadarHeight / 2 - 6};
    const std::size_t count = chart.names.size();
    std::string out = head(chart, RadarHeight);
    for (const double ring : {0.25, 0.5, 0.75, 1.0}) {
        std::vector<Point> points;
        for (std::size_t index = 0; index < count; ++index) {
            points.push_back(radarPoint(centre, Radius * ring, index, count));
        }
        out += polygon(points, "grid");
    }
    for (std::size_t index = 0; index < count; ++index) {
        const Point end = radarPoint(centre, Radius, index, count);
        const Point label = radarPoint(centre, Radius + 14, index, count);
        out += fmt::format("<line class=\"grid\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>",
                           centre.x, centre.y, end.x, end.y);
        out += textAt({label.x, label.y + 4}, anchorFor(label.x, centre.x), chart.names[index]);
    }
    for (const SvgSeries& series : chart.series) {
        std::vector<Point> points;
        for (std::size_t index = 0; index < count; ++index) {
            points.push_back(radarPoint(centre, Radius * drawn(series.shares[index]), index, count));
        }
        out += polygon(points, series.upper ? "most" : "least");
    }
    return out + legend(chart, RadarHeight - 8) + "</svg>";
}

std::string barsSvg(const SvgChart& chart) {
    constexpr double Left = 170;
    constexpr double Room = Width - Left - 50;
    const double height = BarHeight * static_cast<double>(chart.names.size()) + 44;
    std::string out = head(chart, height);
    for (std::size_t index = 0; index < chart.names.size(); ++index) {
        const double top = 8 + BarHeight * static_cast<double>(index);
        out += textAt({Left - 8, top + 15}, "end", chart.names[index]);
        for (const SvgSeries& series : chart.series) {
            const double share = series.shares[index];
            out += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"20\"/>",
                               series.upper ? "most-bar" : "least-bar", Left, top, Room * drawn(share));
            if (!series.upper && std::isfinite(share)) {
                out += textAt({Left + Room * drawn(chart.series.back().shares[index]) + 6, top + 15}, "start",
                              fmt::format("{:.0f}%", share * 100), "value");
            }
        }
    }
    return out + legend(chart, height - 10) + "</svg>";
}

std::string escapedHtml(std::string_view text) {
    std::string out;
    for (const char c : cleanText(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace duibiao::report
