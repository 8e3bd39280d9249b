#include "core/io/decoding.h"
#include "core/io/xml.h"
#include "core/io/xml_errors.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace duibiao::io {
namespace {

using namespace std::string_literals;

constexpr std::size_t Limit = 1000;

/// ASCII text as UTF-16; other characters come as their code units.
std::string utf16(std::string_view ascii, bool big) {
    std::string wide;
    for (const char character : ascii) {
        wide += big ? std::string{'\0', character} : std::string{character, '\0'};
    }
    return wide;
}

std::string decoded(std::string_view bytes) {
    const auto text = decodeXml(bytes, "a.xml", Limit);
    EXPECT_TRUE(text) << (text ? "" : text.error().kind().id);
    return text.value_or("");
}

TEST(Decoding, TwinsInEveryEncodingEqualTheirUtf8) {
    const std::string utf8 = "<a>对标𠮷</a>"; // the last one needs four bytes in GB18030 and a pair in UTF-16
    const std::string gb = "<a>\xB6\xD4\xB1\xEA\x95\x34\xB2\x35</a>"s;
    EXPECT_EQ(decoded(utf8), utf8);
    EXPECT_EQ(decoded("\xEF\xBB\xBF" + utf8), utf8);
    for (const char* name : {"GB18030", "gb18030"}) {
        const std::string declaration = "<?xml version='1.0' encoding='"s + name + "'?>";
        EXPECT_EQ(decoded(declaration + gb), declaration + utf8) << name;
    }
    const std::string gbk = "<a>\xB6\xD4\xB1\xEA</a>";
    for (const char* name : {"GBK", "GB2312", "gb2312", "CP936"}) {
        const std::string declaration = "<?xml version=\"1.0\" encoding = \""s + name + "\"?>";
        EXPECT_EQ(decoded(declaration + gbk), declaration + "<a>对标</a>") << name;
    }
    const std::string pairLittle = "\xF9\x5B\x07\x68\x42\xD8\xB7\xDF";
    const std::string pairBig = "\x5B\xF9\x68\x07\xD8\x42\xDF\xB7";
    EXPECT_EQ(decoded("\xFF\xFE" + utf16("<a>", false) + pairLittle + utf16("</a>", false)), utf8);
    EXPECT_EQ(decoded("\xFE\xFF" + utf16("<a>", true) + pairBig + utf16("</a>", true)), utf8);
    const std::string declared = "<?xml version='1.0' encoding='UTF-16'?><a/>";
    EXPECT_EQ(decoded(utf16(declared, false)), declared) << "without byte order mark";
    EXPECT_EQ(decoded(utf16(declared, true)), declared) << "without byte order mark";
}

TEST(Decoding, AGbkTrailByteEndsNoCdata) {
    // 0x5D is "]" and also the second byte of 乚, 81 5D.
    const std::string bytes = "<?xml version='1.0' encoding='GBK'?><a><![CDATA[\x81\x5D\x81\x5D]]></a>";
    const auto document = XmlDocument::parse(bytes, "a.xml");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root().text(), "乚乚");
    const std::string closing = "<?xml version='1.0' encoding='GBK'?><a><![CDATA[\x81\x5D]>x]]></a>";
    const auto inside = XmlDocument::parse(closing, "a.xml");
    ASSERT_TRUE(inside) << "read byte by byte, this would be ]]>";
    EXPECT_EQ(inside->root().text(), "乚]>x");
}

struct Undecodable {
    const char* name;
    std::string bytes;
    const char* offset;
    const char* encoding;
    std::size_t column;
};

class DecodingRefused : public testing::TestWithParam<Undecodable> {};

TEST_P(DecodingRefused, NamesTheByte) {
    const Undecodable& input = GetParam();
    const auto text = decodeXml(input.bytes, "a.xml", Limit);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().kind().id, UndecodableByte.id);
    EXPECT_EQ(text.error().arguments(), (Arguments{{"offset", input.offset}, {"encoding", input.encoding}}));
    EXPECT_EQ(std::get<TextPlace>(text.error().place()), (TextPlace{"a.xml", 1, input.column, {}}));
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, DecodingRefused,
    testing::Values(
        Undecodable{"Utf8", "<a>对\xFF</a>", "6", "UTF-8", 5},
        Undecodable{"Utf8BehindMark", "\xEF\xBB\xBF<a>\xFF</a>", "6", "UTF-8", 4},
        Undecodable{"Overlong", "<a>\xC0\xAF</a>", "3", "UTF-8", 4},
        Undecodable{"Surrogate", "<a>\xED\xA0\x80</a>", "3", "UTF-8", 4},
        Undecodable{"CutOff", "<a>\xE5\xAF", "3", "UTF-8", 4},
        Undecodable{"Ascii", "<?xml version='1.0' encoding='us-ascii'?><a>\xE9</a>", "44", "US-ASCII", 45},
        Undecodable{"OddLength", "\xFF\xFE" + utf16("<a/>", false) + "x", "10", "UTF-16LE", 5},
        Undecodable{"LoneHigh", "\xFF\xFE" + utf16("<a>", false) + "\x42\xD8" + utf16("</a>", false), "8",
                    "UTF-16LE", 4},
        Undecodable{"LoneLow", "\xFE\xFF" + utf16("<a>", true) + "\xDC\x01" + utf16("</a>", true), "8",
                    "UTF-16BE", 4},
        Undecodable{"HighAtEnd", "\xFE\xFF" + utf16("<a>", true) + "\xD8\x42", "8", "UTF-16BE", 4},
        Undecodable{"Gbk", "<?xml version='1.0' encoding='GBK'?><a>\xB6\xD4\xFF</a>", "41", "GB18030", 41},
        Undecodable{"GbkCutOff", "<?xml version='1.0' encoding='GBK'?><a>\xB6", "39", "GB18030", 40}),
    [](const auto& each) { return each.param.name; });

TEST(Decoding, UnknownEncodingsAreNotGuessed) {
    const struct {
        std::string bytes;
        const char* encoding;
    } cases[] = {
        {"<?xml version='1.0' encoding='windows-1252'?><a/>", "windows-1252"},
        {"<?xml version='1.0' encoding='Big5'?><a/>", "Big5"},
        {"\xFF\xFE\0\0<\0\0\0"s, "UTF-32"},
        {"\0\0\xFE\xFF\0\0\0<"s, "UTF-32"},
    };
    for (const auto& each : cases) {
        const auto text = decodeXml(each.bytes, "a.xml", Limit);
        ASSERT_FALSE(text) << each.encoding;
        EXPECT_TRUE(text.error().is(EncodingUnknown));
        EXPECT_EQ(text.error().arguments(), (Arguments{{"encoding", each.encoding}}));
    }
}

TEST(Decoding, ADeclarationMustAgreeWithTheFirstBytes) {
    for (const std::string& bytes :
         {"\xEF\xBB\xBF<?xml version='1.0' encoding='GBK'?><a/>"s,
          "<?xml version='1.0' encoding='UTF-16'?><a/>"s,
          "\xFF\xFE" + utf16("<?xml version='1.0' encoding='UTF-8'?><a/>", false),
          "\xFF\xFE" + utf16("<?xml version='1.0' encoding='UTF-16BE'?><a/>", false)}) {
        const auto text = decodeXml(bytes, "a.xml", Limit);
        ASSERT_FALSE(text) << bytes;
        EXPECT_TRUE(text.error().is(EncodingContradiction)) << text.error().kind().id;
    }
}

TEST(Decoding, TheLimitCountsUtf8) {
    const std::string exact = "<a>" + std::string(Limit - 7, 'x') + "</a>";
    EXPECT_TRUE(decodeXml(exact, "a.xml", Limit));
    EXPECT_TRUE(decodeXml("\xEF\xBB\xBF" + exact, "a.xml", Limit));
    EXPECT_TRUE(decodeXml("\xFF\xFE" + utf16(exact, false), "a.xml", Limit));
    EXPECT_FALSE(decodeXml(exact + "\n", "a.xml", Limit));
    EXPECT_FALSE(decodeXml("\xFF\xFE" + utf16(exact + "\n", false), "a.xml", Limit));
}

} // namespace
} // namespace duibiao::io
