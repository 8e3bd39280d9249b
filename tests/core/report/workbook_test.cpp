#include "core/io/save.h"
#include "core/report/workbook.h"
#include "core/report/workbook_check.h"
#include "core/report/workbook_parts.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <limits>

namespace duibiao::report {
namespace {

using test::TemporaryFolder;

const WorkbookProperties& properties() {
    static const WorkbookProperties value{"标题", "机构", "清单 1.0",
                                          *Timestamp::parse("2026-11-24T14:32:05+08:00")};
    return value;
}

/// A workbook with one of everything the wrapper can do.
Result<WorkbookContent> buildSmall(const std::filesystem::path& file) {
    Workbook workbook(file, properties());
    Sheet first = workbook.addSheet("概览");
    Sheet second = workbook.addSheet("附件");
    CellStyle head;
    head.bold = true;
    head.fill = 0xE9EEF5;
    head.border = Border::All;
    CellStyle percent;
    percent.numberFormat = "0.0%";
    first.merge({0, 0, 0, 2}, head);
    first.text(0, 0, "得分 & <区间>", head);
    first.text(1, 0, "章节", head);
    first.text(1, 1, "得分率", head);
    first.text(2, 0, "机构", {});
    first.number(2, 1, 0.625, percent);
    first.text(3, 0, "人员", {});
    first.number(3, 1, 1.0 / 3.0, percent);
    first.blank(4, 0, head);
    first.link(5, 0, "附件1-1", second.name(), "A1", {});
    first.webLink(6, 0, "https://example.org/", {});
    first.webLink(7, 0, "javascript:alert(1)", {});
    first.columnWidth(0, 30);
    first.rowHeight(0, 24);
    first.freeze(2, 0);
    first.autofilter({1, 0, 3, 1});
    first.repeatRows(1, 1);
    first.printArea({0, 0, 7, 2});
    first.page({.landscape = true}, {"机构 & 单位", "概览", "清单 1.0"},
               {"第 {page} 页 共 {pages} 页", {}, "2026"});
    first.chart(9, 0,
                {WorkbookChart::Bars,
                 "得分率",
                 0,
                 2,
                 3,
                 {{"最低", 1, 0x1A5FB4, true}, {"最高", 1, 0xB35A00, false}}});
    first.chart(9, 2, {WorkbookChart::Radar, "雷达", 0, 2, 3, {{"最低", 1, 0x1A5FB4, true}}});
    second.text(0, 0, "附件1-1", {});
    return workbook.close();
}

std::string valueOf(const WorkbookParts& parts, std::string_view part) {
    const std::string* bytes = parts.find(part);
    return bytes == nullptr ? "(missing)" : *bytes;
}

TEST(Workbook, writesThePartsThatWereRead) {
    const TemporaryFolder folder;
    ASSERT_TRUE(buildSmall(folder / "small.xlsx"));
    const Result<WorkbookParts> parts = WorkbookParts::read(folder / "small.xlsx");
    ASSERT_TRUE(parts);
    const std::filesystem::path golden = DUIBIAO_SOURCE_DIR "/tests/data/report/small_workbook";
    for (const char* name :
         {"xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml",
          "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/charts/chart1.xml",
          "xl/charts/chart2.xml", "xl/drawings/drawing1.xml", "docProps/core.xml"}) {
        std::string file(name);
        std::ranges::replace(file, '/', '-');
        EXPECT_EQ(valueOf(*parts, name) + "\n", test::get(golden / file)) << name;
    }
}

TEST(Workbook, isTheSameBytesForTheSameContent) {
    const TemporaryFolder folder;
    ASSERT_TRUE(buildSmall(folder / "a.xlsx"));
    ASSERT_TRUE(buildSmall(folder / "b.xlsx"));
    EXPECT_EQ(test::get(folder / "a.xlsx"), test::get(folder / "b.xlsx"));
}

TEST(Workbook, readsBackHostileTextsAsTheyWere) {
    const TemporaryFolder folder;
    Workbook workbook(folder / "hostile.xlsx", properties());
    Sheet sheet = workbook.addSheet("x");
    const std::vector<std::string> texts{
        "=cmd|'/C calc'!A0", "+1",         "-1",   "@a",       "\t=1",     "{=1}",
        "_x0041_x0042_",     "  spaces  ", "a\nb", "\x01\x02", "\xFF\xFE", "😀",
        "&lt;b&gt; ]]> <!--"};
    for (std::size_t row = 0; row < texts.size(); ++row) {
        sheet.text(static_cast<std::uint32_t>(row), 0, texts[row], {});
    }
    sheet.number(20, 0, std::numeric_limits<double>::quiet_NaN(), {});
    sheet.number(21, 0, std::numeric_limits<double>::infinity(), {});
    sheet.number(22, 0, 0.1 + 0.2, {});
    const Result<WorkbookContent> content = workbook.close();
    ASSERT_TRUE(content);
    EXPECT_TRUE(checkWorkbook(folder / "hostile.xlsx", *content));
    const Result<WorkbookParts> parts = WorkbookParts::read(folder / "hostile.xlsx");
    ASSERT_TRUE(parts);
    for (const auto& [name, bytes] : parts->all()) {
        for (const char* banned : {"<f>", "<f ", "externalLink", "ddeLink", "TargetMode=\"External\""}) {
            EXPECT_EQ(bytes.find(banned), std::string::npos) << name << " " << banned;
        }
    }
    EXPECT_EQ(valueOf(*parts, "xl/worksheets/sheet1.xml").find("NAN"), std::string::npos);
    // Inert on opening because it is a shared string, and inert after F2 because its format is text.
    EXPECT_NE(valueOf(*parts, "xl/styles.xml").find("numFmtId=\"49\""), std::string::npos);
}

TEST(Workbook, cutsVisiblyAndKeepsTheWholeTextInTheAppendix) {
    const TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 30'000; ++i) {
        text += i % 50 == 49 ? "\n" : "长";
    }
    Workbook workbook(folder / "long.xlsx", properties(),
                      {"……［全文见“{sheet}”第 {row} 行］", "附录", {"工作表", "单元格", "分段", "全文"}});
    workbook.addSheet("一").text(3, 1, text, {});
    const Result<WorkbookContent> content = workbook.close();
    ASSERT_TRUE(content);
    ASSERT_EQ(content->sheets.size(), 2U);
    EXPECT_EQ(content->sheets[1].name, "附录");
    ASSERT_TRUE(checkWorkbook(folder / "long.xlsx", *content));
    const std::string& shown = content->text(std::get<std::uint32_t>(content->sheets[0].cells[0].value));
    EXPECT_TRUE(shown.ends_with("……［全文见“附录”第 2 行］"));
    std::string whole;
    for (const WantedCell& cell : content->sheets[1].cells) {
        if (cell.column == 3 && cell.row > 0) {
            whole += content->text(std::get<std::uint32_t>(cell.value));
        }
    }
    EXPECT_EQ(whole, text);
}

TEST(Workbook, takesAnyNameForASheetAndAnyRunningText) {
    const TemporaryFolder folder;
    Workbook workbook(folder / "names.xlsx", properties());
    for (const char* name : {"", "History", "a/b", "a b", "Appendix", "\xFF"}) {
        Sheet sheet = workbook.addSheet(name);
        sheet.text(0, 0, name, {});
        sheet.page({}, {std::string(300, '&'), std::string(300, 'x'), std::string(600, '\n')},
                   {std::string(200, '&'), {}, "&P&A"});
    }
    const Result<WorkbookContent> content = workbook.close();
    ASSERT_TRUE(content);
    EXPECT_TRUE(checkWorkbook(folder / "names.xlsx", *content));
    EXPECT_EQ(content->sheets[3].name, "a b (2)");
    EXPECT_EQ(content->sheets[4].name, "Appendix (2)");
}

TEST(Workbook, noticesEveryDifferenceWhenItIsReadBack) {
    const TemporaryFolder folder;
    Result<WorkbookContent> content = buildSmall(folder / "small.xlsx");
    ASSERT_TRUE(content);
    ASSERT_TRUE(checkWorkbook(folder / "small.xlsx", *content));
    const auto damagedBy = [&](auto change) {
        WorkbookContent other = *content;
        change(other);
        const Result<void> checked = checkWorkbook(folder / "small.xlsx", other);
        return !checked && checked.error().is(WorkbookDamaged);
    };
    EXPECT_TRUE(damagedBy([](WorkbookContent& other) { other.sheets[0].cells.pop_back(); }));
    EXPECT_TRUE(damagedBy([](WorkbookContent& other) { other.sheets[0].cells[0].value = 7.0; }));
    EXPECT_TRUE(damagedBy([](WorkbookContent& other) { other.sheets[1].cells.push_back({9, 9, 1.0}); }));
    EXPECT_TRUE(damagedBy([](WorkbookContent& other) { other.sheets[1].name = "别的"; }));
    EXPECT_TRUE(damagedBy([](WorkbookContent& other) { other.sheets[0].charts = 1; }));
    EXPECT_TRUE(
        damagedBy([](WorkbookContent& other) { static_cast<void>(other.intern("nobody wrote this")); }));
}

TEST(Workbook, refusesEveryTruncationOfTheFile) {
    const TemporaryFolder folder;
    const Result<WorkbookContent> content = buildSmall(folder / "small.xlsx");
    ASSERT_TRUE(content);
    const std::string whole = test::get(folder / "small.xlsx");
    for (std::size_t size = 0; size < whole.size(); size += whole.size() / 40) {
        test::put(folder / "cut.xlsx", std::string_view(whole).substr(0, size));
        EXPECT_FALSE(checkWorkbook(folder / "cut.xlsx", *content)) << size;
    }
}

/// What happens to the old report when the disk refuses bytes beyond `limit`, in a process of its own: the
/// library reports success for parts it could not write.
int saveWithLimit(const std::filesystem::path& target, rlim_t limit) {
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit small{limit, limit};
        setrlimit(RLIMIT_FSIZE, &small);
        WorkbookContent content;
        const Result<void> saved = io::saveFile(
            target, io::Existing::Replace,
            [&](const std::filesystem::path& temporary) -> Result<void> {
                Workbook workbook(temporary, properties());
                Sheet sheet = workbook.addSheet("x");
                for (std::uint32_t row = 0; row < 3'000; ++row) {
                    sheet.text(row, 0, "row " + std::to_string(row * 7'919), {});
                }
                Result<WorkbookContent> written = workbook.close();
                if (!written) {
                    return passOn(written);
                }
                content = std::move(*written);
                return {};
            },
            [&](const std::filesystem::path& temporary) { return checkWorkbook(temporary, content); });
        _exit(saved ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Workbook, leavesTheOldReportWhenTheDiskIsFull) {
    const TemporaryFolder folder;
    for (const rlim_t limit : {100U, 5'000U, 20'000U, 60'000U, 100'000U}) {
        test::put(folder / "report.xlsx", "the old report");
        EXPECT_EQ(saveWithLimit(folder / "report.xlsx", limit), 1) << limit;
        EXPECT_EQ(test::get(folder / "report.xlsx"), "the old report") << limit;
        EXPECT_EQ(folder.names(), std::vector<std::string>{"report.xlsx"}) << limit;
    }
    EXPECT_EQ(saveWithLimit(folder / "report.xlsx", 100'000'000), 0);
    EXPECT_NE(test::get(folder / "report.xlsx"), "the old report");
}

} // namespace
} // namespace duibiao::report
