#include "core/io/xml.h"
#include "core/io/xml_writer.h"

#include <gtest/gtest.h>

#include <string>

namespace duibiao::io {
namespace {

using namespace std::string_literals;

TEST(XmlWriter, IndentsAndEndsWithALineFeed) {
    XmlWriter writer;
    writer.open("a");
    writer.attribute("id", "1");
    writer.element("b", "对 <标> & \"x\"");
    writer.element("c", "");
    writer.open("d");
    writer.raw("<e f='1'/>");
    writer.close();
    writer.close();
    EXPECT_EQ(writer.finish(), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<a id=\"1\">\n"
                               "  <b>对 &lt;标&gt; &amp; \"x\"</b>\n"
                               "  <c/>\n"
                               "  <d>\n"
                               "    <e f='1'/>\n"
                               "  </d>\n"
                               "</a>\n");
}

TEST(XmlWriter, WhatItWritesComesBack) {
    const std::string value = "a\tb\nc\"'<>&]]>对\U0001F600 ";
    XmlWriter writer;
    writer.open("a");
    writer.attribute("v", value);
    writer.text(value + "end");
    writer.close();
    const auto document = XmlDocument::parse(writer.finish(), "a.xml");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root().attribute("v"), value);
    EXPECT_EQ(document->root().text(), value + "end");
}

TEST(XmlWriter, WhatXmlCannotHoldIsReplaced) {
    const std::string hostile = "a\0b\x01\x1F\r\nc\rd\xFF\xED\xA0\x80\xEF\xBF\xBE\xC0\xAF]]>"s;
    const std::string bad = "\xEF\xBF\xBD";
    EXPECT_EQ(sanitizedXml(hostile),
              "a" + bad + "b" + bad + bad + "\nc\nd" + bad + bad + bad + bad + bad + bad + bad + "]]>");
    XmlWriter writer;
    writer.open("a");
    writer.attribute("v", hostile);
    writer.text(hostile);
    writer.close();
    const auto document = XmlDocument::parse(writer.finish(), "a.xml");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root().text(), sanitizedXml(hostile));
    EXPECT_EQ(document->root().attribute("v"), sanitizedXml(hostile));
}

} // namespace
} // namespace duibiao::io
