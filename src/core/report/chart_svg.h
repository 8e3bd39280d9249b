#pragma once

#include <string>
#include <vector>

namespace duibiao::report {

/// One line of a chart: shares between 0 and 1, one per name; NaN where there is none.
struct SvgSeries {
    std::string name;
    std::vector<double> shares;
    bool upper = false; ///< the best case of an interval: drawn open and dashed
};

struct SvgChart {
    std::string title;
    std::vector<std::string> names;
    std::vector<SvgSeries> series;
};

/// A point of a drawing; y grows downwards.
struct Point {
    double x = 0;
    double y = 0;
};

/// The corner of axis `index` of `count` in a radar around `centre`: the first axis points up, the others
/// follow clockwise.
[[nodiscard]] Point radarPoint(Point centre, double radius, std::size_t index, std::size_t count);

/// An <svg> element, complete in itself, with a <title> for readers of screens.
[[nodiscard]] std::string radarSvg(const SvgChart& chart);
[[nodiscard]] std::string barsSvg(const SvgChart& chart);

/// Text and attribute values for HTML and SVG.
[[nodiscard]] std::string escapedHtml(std::string_view text);

} // namespace duibiao::report
