#include "core/edit/apply.h"
#include "core/edit/texts.h"
#include "core/formats/document_reader.h"
#include "core/formats/document_writer.h"
#include "core/formats/format_errors.h"
#include "support/random_edits.h"
#include "support/sample_assessment.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace duibiao {
namespace {

RC_GTEST_PROP(Document, ReadsBackWhatItWrites, ()) {
    Assessment assessment = test::bornSample();
    for (const Edit& edit : *test::edits()) {
        static_cast<void>(applyEdit(assessment, tidied(edit)));
    }
    const std::string bytes = writeDocument(assessment);
    const auto read = readDocument(bytes, "document.xml");
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->assessment == assessment);
    RC_ASSERT(writeDocument(read->assessment) == bytes);
}

/// The sample's bytes with one place changed.
std::string changed(std::string_view from, std::string_view to) {
    std::string bytes = writeDocument(test::sampleAssessment());
    const std::size_t at = bytes.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? bytes : bytes.replace(at, from.size(), to);
}

std::vector<std::string> errorsOf(const std::string& bytes) {
    const auto read = readDocument(bytes, "document.xml");
    std::vector<std::string> ids;
    if (!read) {
        for (const Diagnostic& diagnostic : read.error().entries()) {
            ids.emplace_back(diagnostic.error.kind().id);
        }
    }
    return ids;
}

TEST(Document, OfANewerMinorVersionKeepsWhatIsUnknownWhereItStood) {
    std::string bytes = changed("format=\"1.0\"", "format=\"1.7\" mood=\"good\"");
    const auto insert = [&](std::string_view before, std::string_view what) {
        bytes.insert(bytes.find(before), what);
    };
    insert("<self word", "<finding class=\"minor\"><text>a &amp; b</text></finding>");
    insert("</paper>", "<thumbnail>x</thumbnail>");
    insert("</assessment>", "<actions><action id=\"a1\"/></actions>");
    const auto read = readDocument(bytes, "document.xml");
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->newer);
    EXPECT_TRUE(read->scorable);
    const std::string again = writeDocument(read->assessment);
    EXPECT_NE(again.find("<finding class=\"minor\"><text>a &amp; b</text></finding>"), std::string::npos);
    EXPECT_NE(again.find("<thumbnail>x</thumbnail>"), std::string::npos);
    EXPECT_NE(again.find("<actions><action id=\"a1\"/></actions>"), std::string::npos);
    EXPECT_NE(again.find("format=\"1.7\""), std::string::npos);
    EXPECT_NE(again.find("mood=\"good\""), std::string::npos);
    EXPECT_EQ(readDocument(again, "document.xml")->assessment, read->assessment);
}

TEST(Document, OfANewerVersionThatMustBeUnderstoodIsShownButNotScored) {
    std::string bytes = changed("format=\"1.0\"", "format=\"1.1\"");
    bytes.insert(bytes.find("</assessment>"), "<weights mustUnderstand=\"yes\"/>");
    const auto read = readDocument(bytes, "document.xml");
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->scorable);
}

TEST(Document, OfANewerMajorVersionOrAnotherKindIsRefused) {
    EXPECT_EQ(errorsOf(changed("format=\"1.0\"", "format=\"2.0\"")),
              std::vector<std::string>{"format-too-new"});
    EXPECT_EQ(errorsOf(changed("urn:duibiao:document:1", "urn:duibiao:document:2")),
              std::vector<std::string>{"format-too-new"});
    EXPECT_EQ(errorsOf(changed("urn:duibiao:document:1", "urn:duibiao:checklist:1")),
              std::vector<std::string>{"foreign-root"});
    EXPECT_EQ(errorsOf("<assessment>"), std::vector<std::string>{"xml-unclosed"});
}

struct DocumentFault {
    const char* from;
    const char* to;
    const char* id;
};

TEST(Document, NamesEachFault) {
    const std::vector<DocumentFault> faults = {
        {"format=\"1.0\"", "format=\"one\"", "format-version-malformed"},
        {"document=\"", "document=\"x", "document-value-invalid"},
        {" created=\"2026-11-24T", " created=\"2026-11-31T", "document-value-invalid"},
        {"<checklist ", "<checklist extra=\"1\" ", "attribute-unknown"},
        {"word=\"conform\"", "word=\"conform\" number=\"1\"", "two-values"},
        {"word=\"conform\"", "word=\"con form\"", "id-invalid"},
        {"number=\"12000\"", "number=\"12,000\"", "document-value-invalid"},
        {"item=\"I-1\"", "item=\"1\"", "id-malformed"},
        {"item=\"I-1\"", "item=\"I-2\"", "document-id-repeated"},
        {"number=\"4-2\"", "number=\"4-9\"", "attachment-number-too-high"},
        {"number=\"4-2\"", "number=\"4-02\"", "document-value-invalid"},
        {"number=\"4-2\"", "number=\"4-1\"", "document-id-repeated"},
        {"kind=\"copy\"", "kind=\"clone\"", "word-unknown"},
        {"date=\"2025-03-01\"", "date=\"1.3.2025\"", "date-malformed"},
        {"pages=\"12\"", "pages=\"-1\"", "whole-number-malformed"},
        {"<supports>I-1</supports>", "<supports>I-1</supports><supports>I-1</supports>",
         "document-id-repeated"},
        {"<supports>I-1</supports>", "<supports>I 1</supports>", "id-invalid"},
        {"to=\"2026-12-31\"", "to=\"2025-12-31\"", "document-value-invalid"},
        {"<period ", "<period from=\"2026-01-01\" to=\"2026-01-01\"/><period ", "element-repeated"},
        {"<comment>", "<remark/><comment>", "element-unknown"},
        {"<answers>", "<answers>text", "text-misplaced"},
    };
    for (const DocumentFault& fault : faults) {
        const auto ids = errorsOf(changed(fault.from, fault.to));
        EXPECT_NE(std::find(ids.begin(), ids.end(), fault.id), ids.end())
            << fault.to << " gave " << (ids.empty() ? "no error" : ids.front());
    }
}

TEST(Document, TellsAllFaultsAtOnceWithTheirPlaces) {
    std::string bytes = changed("word=\"conform\"", "word=\"con form\"");
    bytes.replace(bytes.find("12000"), 5, "12 00");
    bytes.replace(bytes.find("kind=\"copy\""), 11, "kind=\"none\"");
    const auto read = readDocument(bytes, "document.xml");
    ASSERT_FALSE(read);
    EXPECT_GE(read.error().entries().size(), 3U);
    for (const Diagnostic& diagnostic : read.error().entries()) {
        const auto* place = std::get_if<TextPlace>(&diagnostic.error.place());
        ASSERT_NE(place, nullptr);
        EXPECT_GT(place->line, 1U);
        EXPECT_TRUE(place->path.starts_with("/assessment")) << place->path;
    }
}

} // namespace
} // namespace duibiao
