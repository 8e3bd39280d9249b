#pragma once

#include "core/base/exact.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace duibiao::report {

/// What a piece says, independent of how a format shows it: a meaning, never a colour alone (the words say it
/// too).
enum class Tone : std::uint8_t {
    Normal,
    Quiet,   ///< secondary text
    Accent,  ///< the result everybody looks for
    Good,    ///< 符合
    Partial, ///< 部分符合, warnings
    Bad,     ///< 不符合
    Open,    ///< not answered yet
    Neutral, ///< not applicable, out of scope, recorded only
};

enum class Align : std::uint8_t { Left, Centre, Right };

enum class NumberForm : std::uint8_t { Plain, Percent };

/// An exact number with the places it is shown with.
struct Number {
    Exact value;
    int decimals = 0;
    NumberForm form = NumberForm::Plain;
};

/// A cell: nothing, a text, or a number. `target` names the anchor of a row elsewhere in the report.
struct Cell {
    std::variant<std::monostate, std::string, Number> value;
    Tone tone = Tone::Normal;
    bool strong = false;
    bool filled = false; ///< with the wash of its tone behind it
    std::string target;
};

struct Column {
    std::string title;
    Align align = Align::Left;
    std::size_t span = 1; ///< columns of the sheet's grid
};

struct Row {
    std::vector<Cell> cells; ///< one per column; a heading has one, which stands across
    bool heading = false;
    int level = 0; ///< depth of a heading
    std::string anchor;
};

struct Table {
    std::string id;
    std::vector<Column> columns;
    std::vector<Row> rows;
    bool leads = false;    ///< the table of the sheet: header frozen, filtered and repeated on every page
    int indentColumn = -1; ///< column that `level` of ordinary rows indents, or -1
};

struct Title {
    std::string text;
    int level = 1; ///< 0 is the title of the whole report
};

struct Paragraph {
    std::string text;
    Tone tone = Tone::Normal;
    bool boxed = false; ///< set apart with the wash of its tone
    Align align = Align::Left;
};

/// The score, the conclusion: one large line with a small one below.
struct Banner {
    std::string label;
    std::string text;
    std::string below;
    Tone tone = Tone::Accent;
};

struct KeyValues {
    std::vector<std::pair<std::string, Cell>> entries;
};

enum class ChartKind : std::uint8_t { Radar, Bars };

struct ChartSeries {
    std::string name;
    std::size_t column = 0; ///< of the table
    bool upper = false;     ///< the best case of an interval: drawn open
};

/// A picture of ratios in a table of the same sheet. Charts that follow each other stand side by side.
struct Chart {
    ChartKind kind = ChartKind::Bars;
    std::string title;
    std::string table;     ///< id of the table
    std::size_t names = 0; ///< its column of names
    std::vector<ChartSeries> series;
};

/// Who signs, and what it says where the signature (and the seal) goes.
struct Signatory {
    std::string title;
    std::string sign;
};

/// Places to sign, each with room for a round seal of 45 mm.
struct Signatures {
    std::vector<Signatory> roles;
    std::string date;
};

/// Room between blocks.
struct Gap {
    double points = 10;
};

using Block = std::variant<Title, Paragraph, Banner, KeyValues, Table, Chart, Signatures, Gap>;

/// One sheet of a workbook, one chapter of a page. The grid is what all its blocks stand on.
struct Page {
    std::string name;
    bool landscape = false;
    bool onePage = false;         ///< printed on one sheet of paper, smaller when it must be
    std::vector<double> grid;     ///< widths in characters
    std::size_t labelColumns = 1; ///< how many of them a label of KeyValues takes
    std::vector<Block> blocks;
};

struct Report {
    std::string title;
    std::string organisation;
    std::string languageTag;
    std::string headLeft;
    std::string headRight;
    std::string footLeft; ///< "{page}" and "{pages}" stand for numbers
    std::string footRight;
    std::string cutMark;
    std::string appendix;
    std::vector<std::string> appendixHead;
    std::vector<Page> pages;
};

} // namespace duibiao::report
