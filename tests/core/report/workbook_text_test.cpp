#include "core/base/text.h"
#include "core/report/workbook_text.h"

#include <gtest/gtest.h>

namespace duibiao::report {
namespace {

TEST(WorkbookText, replacesWhatXmlCannotHold) {
    const std::string bad("a\x01"
                          "b\xEF\xBF\xBE"
                          "c\xFF"
                          "d\0e\x7F",
                          12);
    EXPECT_EQ(cleanText(bad), "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD");
    EXPECT_EQ(cleanText("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD"); // half a surrogate pair
    EXPECT_EQ(cleanText("\xC0\xAF"), "\uFFFD\uFFFD");           // "/" in an overlong form
    EXPECT_EQ(cleanText("\xE5\xAD"), "\uFFFD\uFFFD");           // the end of the text inside a character
    EXPECT_EQ(cleanText("一\r\n二\r三\t四\n𝄞"), "一\n二\n三\t四\n𝄞");
}

TEST(WorkbookText, keepsTextThatLooksLikeAnEscape) {
    EXPECT_EQ(escapedForCell("_x0041_"), "_x005F_x0041_");
    EXPECT_EQ(escapedForCell("_x0041_x0042_"), "_x005F_x0041_x005F_x0042_");
    EXPECT_EQ(escapedForCell("_x00G1_ _x41_ x0041_"), "_x00G1_ _x41_ x0041_");
}

TEST(WorkbookText, countsACellInUtf16Units) {
    const std::string full(CellUnits, 'a');
    EXPECT_EQ(fittingPrefix(full).size(), CellUnits);
    EXPECT_EQ(fittingPrefix(full + "b").size(), CellUnits);
    std::string emoji;
    for (int i = 0; i < 20'000; ++i) {
        emoji += "😀";
    }
    EXPECT_EQ(fittingPrefix(emoji).size(), 4 * (CellUnits / 2)); // never half a character
    EXPECT_EQ(fittingPrefix(full, 100).size(), CellUnits - 100);
}

TEST(WorkbookText, countsEscapesAndLineFeeds) {
    std::string escapes;
    for (int i = 0; i < 4'000; ++i) {
        escapes += "_x0041_";
    }
    const std::string_view prefix = fittingPrefix(escapes);
    EXPECT_LE(utf16Length(escapedForCell(prefix)), CellUnits);
    EXPECT_GT(utf16Length(escapedForCell(prefix)), CellUnits - 100);
    EXPECT_EQ(fittingPrefix(std::string(300, '\n')).size(), CellLineFeeds);
}

TEST(WorkbookText, findsTextThatWouldComeToLifeAsAFormula) {
    for (const char* text : {"=1+1", "+1", "-1", "@SUM", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠A"}) {
        EXPECT_TRUE(readsAsFormula(text)) << text;
    }
    EXPECT_TRUE(readsAsFormula(std::string_view("\0=1", 3)));
    for (const char* text : {"", "1-1", "—", "a=b", "4.1"}) {
        EXPECT_FALSE(readsAsFormula(text)) << text;
    }
}

TEST(WorkbookText, makesSheetNamesExcelAccepts) {
    EXPECT_EQ(usableSheetName("检查点", {}), "检查点");
    EXPECT_EQ(usableSheetName("a[b]c:d*e?f/g\\h", {}), "a b c d e f g h");
    EXPECT_EQ(usableSheetName("''quoted''", {}), "quoted");
    EXPECT_EQ(usableSheetName("History", {}), "History (2)");
    EXPECT_EQ(usableSheetName(" \t", {}), "Sheet");
    EXPECT_EQ(usableSheetName("Gaps", {"GAPS", "gaps (2)"}), "Gaps (3)");
    const std::string cut =
        usableSheetName("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三", {});
    EXPECT_EQ(utf16Length(cut), SheetNameUnits);
    EXPECT_EQ(utf16Length(usableSheetName(cut, {cut})), SheetNameUnits);
    EXPECT_EQ(usableSheetName("0123456789012345678901234567 9'x", {}), "0123456789012345678901234567 9");
}

TEST(WorkbookText, linksOnlyToTheWebAndMail) {
    EXPECT_TRUE(isAllowedUrl("https://example.org/a?b=c#d"));
    EXPECT_TRUE(isAllowedUrl("mailto:office@example.org"));
    for (const char* url : {"javascript:alert(1)", "file:///C:/calc.exe", "ms-msdt:/id", "\\\\server\\share",
                            "", "internal:Sheet2!A1", "https://a b", "HTTPS", "https://a\"b"}) {
        EXPECT_FALSE(isAllowedUrl(url)) << url;
    }
    EXPECT_FALSE(isAllowedUrl("https://" + std::string(2'100, 'a')));
}

TEST(WorkbookText, namesCells) {
    EXPECT_EQ(cellName(0, 0), "A1");
    EXPECT_EQ(cellName(11, 25), "Z12");
    EXPECT_EQ(cellName(11, 26), "AA12");
    EXPECT_EQ(cellName(1'048'575, 16'383), "XFD1048576");
}

} // namespace
} // namespace duibiao::report
