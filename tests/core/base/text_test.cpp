#include "core/base/text.h"

#include <gtest/gtest.h>

#include <string>

namespace duibiao {
namespace {

using namespace std::string_literals;

TEST(Utf8, AcceptsEveryLengthOfCharacter) {
    EXPECT_TRUE(isValidUtf8(""));
    EXPECT_TRUE(isValidUtf8("a\u00e9\u5bf9\U0001F600"));
    EXPECT_TRUE(isValidUtf8("\xF4\x8F\xBF\xBF")) << "U+10FFFF is the last character";
}

TEST(Utf8, NamesTheFirstBadByte) {
    const struct {
        std::string text;
        std::size_t offset;
        const char* why;
    } cases[] = {
        {"ab\xFF", 2, "a byte that starts nothing"},
        {"\xC0\xAF", 0, "overlong slash in two bytes"},
        {"\xC1\xBF", 0, "overlong in two bytes"},
        {"x\xE0\x80\xAF", 1, "overlong slash in three bytes"},
        {"\xF0\x80\x80\xAF", 0, "overlong slash in four bytes"},
        {"\xED\xA0\x80", 0, "a surrogate"},
        {"\xF4\x90\x80\x80", 0, "above U+10FFFF"},
        {"\xF5\x80\x80\x80", 0, "a lead byte beyond the range"},
        {"对\xE5\xAF", 3, "cut off"},
        {"\xE5\xAF\x41", 0, "third byte missing"},
        {"\x80", 0, "a continuation alone"},
    };
    for (const auto& each : cases) {
        EXPECT_EQ(firstInvalidUtf8(each.text), each.offset) << each.why;
    }
}

TEST(Utf16Length, CountsAsExcelDoes) {
    EXPECT_EQ(utf16Length("对标"), 2U);
    EXPECT_EQ(utf16Length("a\U0001F600"), 3U);
    EXPECT_EQ(characterCount("a\U0001F600"), 2U);
}

TEST(Utf16Prefix, CutsNoCharacter) {
    EXPECT_EQ(utf16Prefix("对标表", 2), "对标");
    EXPECT_EQ(utf16Prefix("a\U0001F600b", 2), "a") << "a pair does not fit into one unit";
    EXPECT_EQ(utf16Prefix("a\U0001F600b", 3), "a\U0001F600");
    EXPECT_EQ(utf16Prefix("ab", 9), "ab");
    EXPECT_EQ(utf16Prefix("ab", 0), "");
}

TEST(Trimmed, TakesFullWidthSpacesToo) {
    EXPECT_EQ(trimmed("\t \u3000对 标\u3000\r\n"), "对 标");
    EXPECT_EQ(trimmed("\u3000"), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Split, KeepsEmptyParts) {
    EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
    EXPECT_EQ(join({"a", "", "b"}, ", "), "a, , b");
    EXPECT_EQ(join({}, ", "), "");
}

TEST(TypedNumber, ReadsWhatPeopleType) {
    const struct {
        const char* typed;
        Exact value;
    } cases[] = {
        {"42", 42},
        {" ４２ ", 42},
        {"\u3000４２．５", Exact(85, 2)},
        {"12,000", 12000},
        {"１２，０００", 12000},
        {"-1,234,567.5", Exact(-2469135, 2)},
        {"92 %", Exact(23, 25)},
        {"９２％", Exact(23, 25)},
        {"－３", -3},
        {"1/3", Exact(1, 3)},
    };
    for (const auto& each : cases) {
        const std::optional<Exact> number = typedNumber(each.typed);
        ASSERT_TRUE(number) << each.typed;
        EXPECT_EQ(*number, each.value) << each.typed;
    }
}

TEST(TypedNumber, GuessesNothing) {
    for (const char* typed : {"", " ", "42家", "约42", "1,5", "12,00", ",123", "1234,567", "1,234,",
                              "12,000/7", "1.234,567", "4 2", "1e3", "%", "--1", "1%%", "0x10", "１２，０"}) {
        EXPECT_FALSE(typedNumber(typed)) << typed;
    }
    EXPECT_FALSE(typedNumber(std::string(1000, '1')));
}

} // namespace
} // namespace duibiao
