#include "core/io/xml.h"
#include "core/io/xml_errors.h"

#include <gtest/gtest.h>

#include <string>

namespace duibiao::io {
namespace {

using namespace std::string_literals;

const XmlDocument& parsed(const Result<XmlDocument>& result) {
    EXPECT_TRUE(result) << (result ? "" : result.error().kind().id);
    return *result;
}

TextPlace placeOf(const Error& error) {
    const auto* place = std::get_if<TextPlace>(&error.place());
    return place == nullptr ? TextPlace{} : *place;
}

TEST(XmlDocument, ShowsElementsAttributesAndText) {
    const auto result =
        XmlDocument::parse("<a x='1' y='&lt;2'> <b>t &amp; u</b><!-- c --><b/> </a>", "a.xml");
    const XmlElement root = parsed(result).root();
    EXPECT_EQ(root.name(), "a");
    EXPECT_EQ(root.attribute("y"), "<2");
    EXPECT_EQ(root.attribute("z"), std::nullopt);
    EXPECT_EQ(root.attributes().size(), 2U);
    EXPECT_EQ(root.children().size(), 2U);
    EXPECT_EQ(root.firstChild("b").text(), "t & u");
    EXPECT_EQ(root.firstChild("b").nextSibling().text(), "");
    EXPECT_FALSE(root.firstChild("c"));
}

TEST(XmlDocument, NoElementAnswersEverything) {
    const XmlElement none;
    EXPECT_FALSE(none);
    EXPECT_EQ(none.name(), "");
    EXPECT_FALSE(none.firstChild());
    EXPECT_FALSE(none.nextSibling());
    EXPECT_EQ(none.text(), "");
    EXPECT_EQ(none.raw(), "");
    EXPECT_EQ(none.place(), TextPlace{});
    EXPECT_EQ(none.attributePlace("x"), TextPlace{});
}

TEST(XmlDocument, ElementsOutliveAMove) {
    auto result = XmlDocument::parse("<a><b>x</b></a>", "a.xml");
    ASSERT_TRUE(result);
    const XmlElement b = result->root().firstChild("b");
    const XmlDocument moved = std::move(*result);
    EXPECT_EQ(b.text(), "x");
    EXPECT_EQ(b.place().column, 4U);
}

TEST(XmlDocument, TextIsTrimmedOutsideAndKeptInside) {
    const auto result =
        XmlDocument::parse("<a>\n  一  二\r\n三 <![CDATA[<四>]]> <![CDATA[五]]><!-- x -->六\t</a>", "a.xml");
    EXPECT_EQ(parsed(result).root().text(), "一  二\n三 <四> 五六");
}

TEST(XmlDocument, PlacesCountCharactersAndNameThePath) {
    const auto result = XmlDocument::parse("<r>\r\n <s>对标<i/></s>\r <s><i/><i/><j/></s>\n</r>", "a.xml");
    const XmlElement first = parsed(result).root().firstChild("s");
    EXPECT_EQ(first.place(), (TextPlace{"a.xml", 2, 2, "/r/s[1]"}));
    EXPECT_EQ(first.firstChild().place(), (TextPlace{"a.xml", 2, 7, "/r/s[1]/i"}));
    const XmlElement second = first.nextSibling();
    EXPECT_EQ(second.firstChild().nextSibling().place(), (TextPlace{"a.xml", 3, 9, "/r/s[2]/i[2]"}));
    EXPECT_EQ(second.firstChild("j").place(), (TextPlace{"a.xml", 3, 13, "/r/s[2]/j"}));
}

TEST(XmlDocument, PlacesReachIntoAttributes) {
    const auto result = XmlDocument::parse("<r a=''\n   rule='对 &lt; 标 &#x3E;= 1'/>", "a.xml");
    const XmlElement root = parsed(result).root();
    EXPECT_EQ(root.attributePlace("rule"), (TextPlace{"a.xml", 2, 4, "/r/@rule"}));
    EXPECT_EQ(root.attributePlace("rule", 0).column, 10U);
    EXPECT_EQ(root.attributePlace("rule", 2).column, 12U) << "the < itself";
    EXPECT_EQ(root.attributePlace("rule", 4).column, 17U) << "behind &lt; and a space";
    EXPECT_EQ(root.attributePlace("rule", 7).column, 25U) << "behind &#x3E;";
    EXPECT_EQ(root.attributePlace("none"), root.place());
}

TEST(XmlDocument, RawIsTheElementAsWritten) {
    const std::string element =
        "<x:e a='&lt;\">' ><!-- </x:e> --><![CDATA[</x:e>]]><f/>\r\n<f b=\"/>\"></f>对&amp;</x:e>";
    const auto result = XmlDocument::parse("<r xmlns:x='u'>" + element + "<g/></r>", "a.xml");
    const XmlElement root = parsed(result).root();
    std::string expected = element;
    expected.erase(expected.find('\r'), 1);
    EXPECT_EQ(root.firstChild().raw(), expected);
    EXPECT_EQ(root.firstChild("g").raw(), "<g/>");
}

struct Refused {
    const char* name;
    std::string bytes;
    const ErrorKind& kind;
    std::size_t line;
    std::size_t column;
};

class XmlRefused : public testing::TestWithParam<Refused> {};

TEST_P(XmlRefused, NamesKindAndPlace) {
    const Refused& input = GetParam();
    const auto result = XmlDocument::parse(input.bytes, "a.xml");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind().id, input.kind.id);
    EXPECT_EQ(placeOf(result.error()), (TextPlace{"a.xml", input.line, input.column, {}}));
}

std::string billionLaughs() {
    std::string dtd = "<?xml version='1.0'?>\n<!DOCTYPE l [\n<!ENTITY l0 'ha'>\n";
    for (int i = 1; i < 12; ++i) {
        dtd += "<!ENTITY l" + std::to_string(i) + " '";
        for (int j = 0; j < 10; ++j) {
            dtd += "&l" + std::to_string(i - 1) + ";";
        }
        dtd += "'>\n";
    }
    return dtd + "]>\n<l>&l11;</l>";
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += part;
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, XmlRefused,
    testing::Values(Refused{"BillionLaughs", billionLaughs(), XmlDtd, 2, 1},
                    Refused{"ExternalEntity",
                            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", XmlDtd, 1, 1},
                    Refused{"EmptyDtd", "<!DOCTYPE a><a/>", XmlDtd, 1, 1},
                    Refused{"UnknownEntity", "<a>&nbsp;</a>", XmlUnknownEntity, 1, 4},
                    Refused{"BareAmpersand", "<a>R & D</a>", XmlInvalidToken, 1, 7},
                    Refused{"LessThanInAttribute", "<a b='1 < 2'/>", XmlInvalidToken, 1, 9},
                    Refused{"DuplicateAttribute", "<a b='1' b='2'/>", XmlDuplicateAttribute, 1, 10},
                    Refused{"TwoRoots", "<a/>\n<b/>", XmlJunkBehind, 2, 1},
                    Refused{"TextAfterRoot", "<a/>\n对标", XmlJunkBehind, 2, 1},
                    Refused{"BytesAfterNul", "<a/>\0<b>"s, IllegalCharacter, 1, 5},
                    Refused{"NulInText", "<a>x\0y</a>"s, IllegalCharacter, 1, 5},
                    Refused{"ReferenceToNul", "<a>x&#0;y</a>", XmlBadReference, 1, 5},
                    Refused{"ReferenceToControl", "<a>&#1;</a>", XmlBadReference, 1, 4},
                    Refused{"ReferenceToSurrogate", "<a>&#xD800;</a>", XmlBadReference, 1, 4},
                    Refused{"ReferenceBeyondUnicode", "<a>&#x110000;</a>", XmlBadReference, 1, 4},
                    Refused{"ControlCharacter", "<a>\n对\x01</a>", IllegalCharacter, 2, 2},
                    Refused{"Noncharacter", "<a>\xEF\xBF\xBE</a>", IllegalCharacter, 1, 4},
                    Refused{"SecondByteOrderMark", "\xEF\xBB\xBF\xEF\xBB\xBF<a/>", IllegalCharacter, 1, 1},
                    Refused{"CdataEndInText", "<a>x]]>y</a>", XmlInvalidToken, 1, 7},
                    Refused{"Instruction", "<?xml version='1.0'?>\n<?php x ?><a/>", XmlInstruction, 2, 1},
                    Refused{"Version11", "<?xml version='1.1'?><a/>", XmlVersion, 1, 1},
                    Refused{"CutOffTag", "<a>\n<b c='", XmlCutOff, 2, 1},
                    Refused{"CutOffComment", "<a>\n<!-- </a>", XmlCutOff, 2, 1},
                    Refused{"CutOffCdata", "<a>\n<![CDATA[</a>", XmlCutOff, 2, 1},
                    Refused{"SpaceBeforeDeclaration", "\n<?xml version='1.0'?><a/>", XmlBadDeclaration, 2, 1},
                    Refused{"DeclarationWithoutVersion", "<?xml encoding='UTF-8'?><a/>", XmlBadDeclaration, 1,
                            7},
                    Refused{"Empty", "", XmlNoElement, 1, 1},
                    Refused{"MillionLevels", repeated("<a>", 1'000'000), XmlTooDeep, 1, 193},
                    Refused{"MillionDoctypes", repeated("<!DOCTYPE a[", 1'000'000), XmlDtd, 1, 1},
                    Refused{"MillionElements", "<r>" + repeated("<a/>", 1'000'000) + "</r>",
                            XmlTooManyElements, 1, 800'000}),
    [](const auto& each) { return each.param.name; });

TEST(XmlDocument, MismatchedEndTagSaysWhereTheElementWasOpened) {
    const auto result = XmlDocument::parse("<list>\n <item>\n  <title>x</titel>\n </item></list>", "a.xml");
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(XmlMismatchedTag));
    EXPECT_EQ(result.error().arguments(), (Arguments{{"found", "titel"}, {"open", "title"}, {"line", "3"}}));
    EXPECT_EQ(placeOf(result.error()).line, 3U);
}

TEST(XmlDocument, UnclosedElementSaysWhereItWasOpened) {
    const auto result = XmlDocument::parse("<list>\n <item>\n  <title>x</title>\n</item>\n", "a.xml");
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(XmlUnclosed));
    EXPECT_EQ(result.error().arguments(), (Arguments{{"open", "list"}, {"line", "1"}}));
    EXPECT_EQ(placeOf(result.error()).line, 5U);
}

/// Each limit, and a document that reaches it exactly when built with the limit itself.
struct LimitCase {
    const char* name;
    std::size_t XmlLimits::*limit;
    const ErrorKind& kind;
    std::string (*document)(std::size_t size);
};

class XmlLimit : public testing::TestWithParam<LimitCase> {};

TEST_P(XmlLimit, HoldsAtOneBelowExactlyAndOneAbove) {
    const LimitCase& each = GetParam();
    static constexpr std::size_t Limit = 50;
    XmlLimits limits;
    limits.*each.limit = Limit;
    EXPECT_TRUE(XmlDocument::parse(each.document(Limit - 1), "a.xml", limits));
    EXPECT_TRUE(XmlDocument::parse(each.document(Limit), "a.xml", limits));
    const auto above = XmlDocument::parse(each.document(Limit + 1), "a.xml", limits);
    ASSERT_FALSE(above);
    EXPECT_EQ(above.error().kind().id, each.kind.id);
}

std::string attributes(std::size_t count) {
    std::string all = "<a";
    for (std::size_t i = 0; i < count; ++i) {
        all += " x" + std::to_string(i) + "=''";
    }
    return all + "/>";
}

INSTANTIATE_TEST_SUITE_P(
    Every, XmlLimit,
    testing::Values(
        LimitCase{"Bytes", &XmlLimits::bytes, XmlTooLarge,
                  [](std::size_t size) { return "<a>" + std::string(size - 7, 'x') + "</a>"; }},
        LimitCase{"Depth", &XmlLimits::depth, XmlTooDeep,
                  [](std::size_t size) { return repeated("<a>", size) + repeated("</a>", size); }},
        LimitCase{"Elements", &XmlLimits::elements, XmlTooManyElements,
                  [](std::size_t size) { return "<r>" + repeated("<a/>", size - 1) + "</r>"; }},
        LimitCase{"Attributes", &XmlLimits::attributesPerElement, XmlTooManyAttributes, attributes},
        LimitCase{"ElementName", &XmlLimits::nameBytes, XmlNameTooLong,
                  [](std::size_t size) { return "<" + std::string(size, 'n') + "/>"; }},
        LimitCase{"AttributeName", &XmlLimits::nameBytes, XmlNameTooLong,
                  [](std::size_t size) { return "<a " + std::string(size, 'n') + "=''/>"; }},
        LimitCase{"AttributeValue", &XmlLimits::attributeBytes, XmlAttributeTooLong,
                  [](std::size_t size) { return "<a b='" + std::string(size, 'v') + "'/>"; }},
        LimitCase{"Text", &XmlLimits::textBytes, XmlTextTooLong,
                  [](std::size_t size) { return "<a>" + std::string(size - 1, 't') + "<![CDATA[u]]></a>"; }}),
    [](const auto& each) { return each.param.name; });

TEST(XmlDocument, HundredMegabytesOfAttributeAreRefusedUnread) {
    const auto result = XmlDocument::parse("<a b='" + std::string(100'000'000, 'v') + "'/>", "a.xml");
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(XmlTooLarge));
}

} // namespace
} // namespace duibiao::io
