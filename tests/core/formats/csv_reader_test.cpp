#include "core/formats/csv_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace duibiao {
namespace {

using Records = std::vector<CsvRecord>;

Records read(const std::string& text) {
    const auto records = readCsv(text, "a.csv");
    EXPECT_TRUE(records);
    return records ? *records : Records{};
}

TEST(Csv, ReadsQuotesLineBreaksAndTheByteOrderMark) {
    const Records expected{
        {1, {"key", "value"}}, {2, {"A-1", "he said \"是\", twice\r\nand left"}}, {4, {"", ""}}};
    EXPECT_EQ(read("\xEF\xBB\xBFkey,value\r\nA-1,\"he said \"\"是\"\", twice\r\nand left\"\r\n,"), expected);
}

TEST(Csv, LeavesOutEmptyLinesButKeepsTheirNumbers) {
    EXPECT_EQ(read("a\n\n\nb\n"), (Records{{1, {"a"}}, {4, {"b"}}}));
    EXPECT_EQ(read("a\r\rb"), (Records{{1, {"a"}}, {3, {"b"}}})) << "old Macintosh line ends";
    EXPECT_TRUE(read("").empty());
}

TEST(Csv, NamesTheLineOfAFault) {
    const auto open = readCsv("a\n\"b\nc", "a.csv");
    ASSERT_FALSE(open);
    EXPECT_TRUE(open.error().is(CsvQuoteOpen));
    EXPECT_EQ(std::get<TextPlace>(open.error().place()).line, 2U);
    const auto after = readCsv("a\n\"b\"c", "a.csv");
    ASSERT_FALSE(after);
    EXPECT_TRUE(after.error().is(CsvAfterQuote));
}

TEST(Csv, RefusesGbkRatherThanGuessing) {
    const auto gbk = readCsv("key,value\nA,\xB7\xFB\xBA\xCF\n", "a.csv");
    ASSERT_FALSE(gbk);
    EXPECT_TRUE(gbk.error().is(CsvNotUtf8));
}

} // namespace
} // namespace duibiao
