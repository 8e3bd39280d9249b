#include "core/report/chart_svg.h"
#include "core/report/csv.h"
#include "core/report/html.h"
#include "core/report/sample.h"
#include "core/report/text_measure.h"
#include "core/report/xlsx.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace duibiao::report {
namespace {

using test::ReportSample;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const Timestamp Printed = *Timestamp::parse("2026-11-24T14:32:05+08:00");

Table tableWith(std::vector<Cell> cells) {
    Table table;
    table.columns.resize(cells.size());
    table.rows.push_back({std::move(cells), false, 0, {}});
    return table;
}

Cell text(std::string value) {
    Cell cell;
    cell.value = std::move(value);
    return cell;
}

Cell number(Exact value) {
    Cell cell;
    cell.value = Number{value, 2, NumberForm::Plain};
    return cell;
}

TEST(ReportCsv, quotesAndGuardsTexts) {
    const std::string csv = csvText(tableWith(
        {text("a,\"b\""), text("=1+1"), text("line\nfeed"), text("＝1"), Cell{}, text("-"), text("\r=1")}));
    EXPECT_THAT(csv, StartsWith("\xEF\xBB\xBF"));
    EXPECT_THAT(csv, HasSubstr("\"a,\"\"b\"\"\",'=1+1,\"line\nfeed\",'＝1,,'-,\"'\n=1\"\r\n"));
}

TEST(ReportCsv, leavesNumbersAlone) {
    const std::string csv =
        csvText(tableWith({number(Exact(-5, 2)), number(Exact(125, 3)), number(Exact(1, 8))}));
    EXPECT_THAT(csv, HasSubstr("\r\n-2.5,41.666667,0.125\r\n"));
}

TEST(ReportCsv, holdsEveryCheckPoint) {
    const ReportSample sample;
    const std::string csv = csvText(sample.report());
    for (const Item& item : sample.checklist.items) {
        EXPECT_THAT(csv, HasSubstr("\r\n" + item.id.str() + ","));
    }
    EXPECT_THAT(csv, HasSubstr("\"'=HYPERLINK(\"\"x\"\")\""));
}

TEST(ReportHtml, escapesEverythingAndNeedsNothingElse) {
    ReportSample sample;
    sample.assessment.organisation.name = "<script>alert(1)</script>\"'&";
    sample.item("1.1").title = {"<img src=x onerror=y>", "<img src=x onerror=y>"};
    sample.item("1.1").id = ItemId("1.1");
    const std::string html = htmlText(sample.report());
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
    for (const char* banned : {"<script", "<img", "<link", "http://", "https://", "url(", "@import"}) {
        EXPECT_THAT(html, Not(HasSubstr(banned)));
    }
    EXPECT_THAT(html, HasSubstr("<a href=\"#evidence:1-1\">Annex 1-1</a>"));
    EXPECT_THAT(html, HasSubstr("<tr id=\"evidence:1-1\">"));
    EXPECT_THAT(html, HasSubstr("<svg"));
}

TEST(ReportCharts, standWhereTheySay) {
    const Point up = radarPoint({100, 100}, 50, 0, 4);
    EXPECT_NEAR(up.x, 100, 1e-9);
    EXPECT_NEAR(up.y, 50, 1e-9);
    const Point right = radarPoint({100, 100}, 50, 1, 4); // clockwise
    EXPECT_NEAR(right.x, 150, 1e-9);
    EXPECT_NEAR(right.y, 100, 1e-9);
    // A bar of 50 % is half as wide as the room of 240; one that is out of 0…1 stays inside.
    const SvgChart chart{"t", {"a", "b"}, {{"s", {0.5, 7.0}, false}}};
    EXPECT_THAT(barsSvg(chart), HasSubstr("width=\"120.0\""));
    EXPECT_THAT(barsSvg(chart), HasSubstr("width=\"240.0\""));
}

TEST(TextMeasure, countsWideCharactersTwiceAndBreaksAsSheetsDo) {
    EXPECT_EQ(halfWidths("ab中文"), 6U);
    EXPECT_EQ(wrappedLines("", 10), 1U);
    EXPECT_EQ(wrappedLines("一二三四五", 10), 1U);
    EXPECT_EQ(wrappedLines("一二三四五六", 10), 2U);
    EXPECT_EQ(wrappedLines("a\nb\n", 10), 3U);
    EXPECT_EQ(wrappedLines("seven letters here", 9), 3U);          // no word is broken
    EXPECT_EQ(wrappedLines("abcdefghijklmnopqrstuvwxyz", 10), 3U); // but one longer than the line is
}

TEST(ReportWorkbook, isTheSameBytesTwice) {
    const test::TemporaryFolder folder;
    const ReportSample sample;
    ASSERT_TRUE(saveWorkbook(sample.report(), Printed, folder / "a.xlsx", io::Existing::Refuse));
    ASSERT_TRUE(saveWorkbook(sample.report(), Printed, folder / "b.xlsx", io::Existing::Refuse));
    EXPECT_EQ(test::get(folder / "a.xlsx"), test::get(folder / "b.xlsx"));
    EXPECT_EQ(folder.names().size(), 2U);
}

TEST(ReportWorkbook, writesAnyLengthOfText) {
    const test::TemporaryFolder folder;
    ReportSample sample;
    std::string remark;
    for (int i = 0; i < 5'000; ++i) {
        remark += "很长的说明，一行写不下。A long remark.\n";
    }
    sample.assessment.answers[ItemId("1.2")].self.comment = remark;
    sample.assessment.organisation.name = std::string(500, '&');
    sample.item("1.2").title = {std::string(3'000, 'x'), std::string(3'000, 'x')};
    EXPECT_TRUE(saveWorkbook(sample.report(), Printed, folder / "long.xlsx", io::Existing::Refuse));
}

/// Leaves its workbook where another program reads it, see reread_test.py.
TEST(ReportWorkbook, canBeReadByAnotherProgram) {
    const test::TemporaryFolder folder;
    const char* wanted = std::getenv("DUIBIAO_REREAD_WORKBOOK");
    const std::filesystem::path target =
        wanted == nullptr ? folder / "report.xlsx" : std::filesystem::path(wanted);
    EXPECT_TRUE(saveWorkbook(ReportSample().report(), Printed, target, io::Existing::Replace));
    EXPECT_GT(std::filesystem::file_size(target), 10'000U);
}

} // namespace
} // namespace duibiao::report
