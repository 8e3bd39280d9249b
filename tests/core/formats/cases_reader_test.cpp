#include "core/formats/cases_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace duibiao {
namespace {

auto read(const std::string& cases,
          const std::string& root = "cases xmlns=\"urn:duibiao:cases:1\" format=\"1.0\" checklist=\"c\"") {
    return readCases("<" + root + ">" + cases + "</cases>", "x.cases.xml");
}

TEST(CasesReader, readsAnswersOfBothVoices) {
    const auto file = read(R"(<case id="one" title="First" view="verified" otherwise="conform yes">
        <field id="services" value="a b"/><fact id="n" value="90%"/><fact id="m" value="national" by="self"/>
        <answer item="i" na="yes" reason="none"/><answer item="j" value="partial" comment="seen" by="self"/>
        <expect score="none"/></case>)");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->checklist, "c");
    const ScoreCase& one = file->cases.at(0);
    EXPECT_EQ(one.title, "First");
    EXPECT_EQ(one.view, View::Verified);
    EXPECT_EQ(one.otherwise, (std::vector<WordId>{WordId("conform"), WordId("yes")}));
    EXPECT_EQ(one.given.organisation.fields.at(FieldId("services")), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(responseIn(one.given.facts.at(FactId("n")), View::Verified)->value, Value(Exact(9, 10)));
    EXPECT_EQ(one.given.facts.at(FactId("m")).self.value, Value(WordId("national")));
    EXPECT_EQ(responseIn(one.given.answers.at(ItemId("i")), View::Verified)->notApplicable->reason, "none");
    EXPECT_EQ(one.given.answers.at(ItemId("j")).self.comment, "seen");
    ASSERT_TRUE(one.expected.score);
    EXPECT_FALSE(one.expected.score->range);
    EXPECT_FALSE(one.expected.conclusion);
}

TEST(CasesReader, reportsEveryProblemWithItsPlace) {
    struct Fault {
        std::string text;
        std::string_view kind;
    };
    const Fault faults[] = {
        {"<case id=\"a\"/>", "element-missing"},
        {"<case><expect/></case>", "attribute-missing"},
        {"<case id=\"a\"><expect/></case>\n<case id=\"a\"><expect/></case>", "id-repeated"},
        {"<case id=\"a\"><answer item=\"i\"/><expect/></case>", "answer-or-na"},
        {"<case id=\"a\"><expect score=\"50-70\"/></case>", "range-malformed"},
        {"<case id=\"a\"><expect score=\"\"/></case>", "range-malformed"},
        {"<case id=\"a\"><expect><item id=\"i\" state=\"done\"/></expect></case>", "word-unknown"},
        {"<case id=\"a\" veiw=\"self\"><expect/></case>", "attribute-misspelt"},
        {"<case id=\"a\"><expects/></case>", "element-misspelt"},
    };
    for (const Fault& fault : faults) {
        const auto file = read(fault.text);
        ASSERT_FALSE(file) << fault.text;
        const Error& error = file.error().entries().front().error;
        EXPECT_EQ(error.kind().id, fault.kind) << fault.text;
        EXPECT_EQ(std::get<TextPlace>(error.place()).file, "x.cases.xml");
    }
    const auto both =
        read("<case id=\"a\"><expect score=\"x\"/></case><case id=\"b\"><expect score=\"y\"/></case>");
    ASSERT_FALSE(both);
    EXPECT_EQ(both.error().entries().size(), 2U);
}

TEST(CasesReader, refusesOtherFilesAndNewerVersions) {
    const auto kindOf = [](const std::string& root) {
        const auto file = read("", root);
        return file ? std::string_view("accepted") : file.error().entries().front().error.kind().id;
    };
    EXPECT_EQ(kindOf("cases xmlns=\"urn:other\" format=\"1.0\" checklist=\"c\""), "foreign-root");
    EXPECT_EQ(kindOf("cases xmlns=\"urn:duibiao:cases:1\" format=\"2.0\" checklist=\"c\""), "format-too-new");
    EXPECT_EQ(kindOf("cases xmlns=\"urn:duibiao:cases:1\" format=\"1.0\" checklist=\"c\""), "accepted");
}

} // namespace
} // namespace duibiao
