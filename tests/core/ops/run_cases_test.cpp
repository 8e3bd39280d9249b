#include "core/ops/run_cases.h"
#include "support/checklist_builder.h"

#include <gtest/gtest.h>

#include <string>

namespace duibiao {
namespace {

Checklist twoSections() {
    test::ChecklistBuilder list;
    list.band("good", "60");
    list.field("type", FieldKind::Word);
    list.fact("n");
    list.section("S");
    list.item("a");
    list.item("b").answer = AnswerKind::YesNo;
    list.section("T").floor = Exact(10);
    list.numeric("c", "n >= 3", "2").appliesIf = test::rule("type = plain");
    Item& veto = list.item("v", "0");
    veto.role = ItemRole::Veto;
    return list.checklist();
}

std::vector<CaseResult> run(const std::string& cases) {
    const auto file = readCases("<cases xmlns=\"urn:duibiao:cases:1\" format=\"1.0\" checklist=\"test\">" +
                                    cases + "</cases>",
                                "t.cases.xml");
    if (!file) {
        ADD_FAILURE() << file.error().entries().front().error.kind().message;
        return {};
    }
    return runCases(twoSections(), *file);
}

TEST(RunCases, passWhenEverythingComesOutAsExpected) {
    const auto results = run(R"(
      <case id="all" otherwise="conform yes">
        <field id="type" value="plain"/><fact id="n" value="3"/>
        <answer item="a" value="partial"/>
        <expect score="87.5" conclusion="graded" band="good">
          <section id="S" points="1.5" share="3/4"/>
          <item id="a" state="answered" share="1/2" points="0.5"/>
          <veto id="v" state="clear"/><floor section="T" value="50"/>
        </expect></case>
      <case id="open" otherwise="yes">
        <answer item="a" na="yes" reason="none" approver="head"/>
        <expect score="100/3..100" conclusion="undecided" band="below..good">
          <item id="a" state="na" share="none"/><item id="c" state="open"/><veto id="v" state="open"/>
        </expect></case>
      <case id="verified" view="verified" otherwise="conform yes">
        <field id="type" value="plain"/><fact id="n" value="3" by="self"/>
        <expect score="50..100"/></case>)");
    ASSERT_EQ(results.size(), 3U);
    for (const CaseResult& result : results) {
        EXPECT_TRUE(result.passed()) << result.id << ": " << result.differences.front().what << " "
                                     << result.differences.front().got;
    }
}

TEST(RunCases, everyDifferenceIsListedExactly) {
    const auto results = run(R"(
      <case id="wrong" otherwise="conform yes">
        <field id="type" value="plain"/><fact id="n" value="2"/>
        <expect score="51" conclusion="graded" band="good">
          <section id="S" points="1..2" share="none"/>
          <item id="c" state="open" share="1" points="2"/>
          <veto id="v"/><floor section="T" value="none"/>
        </expect></case>)");
    ASSERT_EQ(results.size(), 1U);
    std::string lines;
    for (const CaseDifference& difference : results[0].differences) {
        lines += difference.what + ": " + difference.expected + " / " + difference.got + "\n";
    }
    EXPECT_EQ(lines, "score: 51 / 50\n"
                     "conclusion: graded / below-floor\n"
                     "band: good / below\n"
                     "section S points: 1..2 / 2\n"
                     "section S share: none / 1\n"
                     "item c state: open / answered\n"
                     "item c share: 1 / 0\n"
                     "item c points: 2 / 0\n"
                     "veto v: hit / clear\n"
                     "floor T: none / 0\n");
    EXPECT_EQ(results[0].differences[3].place.file, "t.cases.xml");
}

TEST(RunCases, namesTheChecklistDoesNotHaveAreDifferences) {
    const auto results = run(R"(
      <case id="strange"><field id="f" value="x"/><fact id="g" value="1"/><answer item="h" value="conform"/>
        <expect><section id="i" points="1"/><item id="j" state="open"/><veto id="k"/><floor section="S" value="1"/></expect>
      </case>)");
    ASSERT_EQ(results.size(), 1U);
    EXPECT_EQ(results[0].differences.size(), 7U);
}

} // namespace
} // namespace duibiao
