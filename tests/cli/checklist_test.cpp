#include "cli/command_line.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace duibiao::cli {
namespace {

using nlohmann::json;
using test::Answered;
using testing::HasSubstr;

using ChecklistCommands = test::CommandLine;

const std::string Shipped = std::string(DUIBIAO_SOURCE_DIR) + "/checklists/torch-2017-120-makerspace";

TEST_F(ChecklistCommands, ListNamesTheShippedOnes) {
    const json document = json::parse(run({"checklist", "list", "--json"}).out);
    const json& list = document["checklists"];
    std::vector<std::string> ids;
    for (const json& each : list) {
        ids.push_back(each["id"]);
        EXPECT_FALSE(each["title"]["zh"].get<std::string>().empty());
    }
    EXPECT_THAT(ids,
                testing::IsSupersetOf({"gbt-39668-2020", "gbt-34670-2017", "torch-2017-120-makerspace"}));
}

TEST_F(ChecklistCommands, AUsersChecklistShadowsTheShippedOneAndThatIsSaid) {
    const auto own = folder_ / "home" / "data" / "checklists";
    std::filesystem::create_directories(own);
    std::filesystem::copy_file(Shipped + ".xml", own / "torch-2017-120-makerspace.xml");
    const Answered listed = run({"checklist", "list"});
    EXPECT_EQ(listed.exit, 0);
    EXPECT_THAT(listed.err, HasSubstr((own / "torch-2017-120-makerspace.xml").string()));
}

TEST_F(ChecklistCommands, ShowPrintsEveryPointInTheWantedLanguage) {
    const Answered zh = run({"--lang", "zh", "checklist", "show", "torch-2017-120-makerspace"});
    EXPECT_EQ(zh.exit, 0);
    EXPECT_THAT(zh.out, HasSubstr("工位"));
    const json shown = json::parse(run({"checklist", "show", "torch-2017-120-makerspace", "--json"}).out);
    EXPECT_EQ(shown["items"].size(), 18U);
    EXPECT_EQ(run({"checklist", "show", "unknown-id"}).exit, 3);
}

TEST_F(ChecklistCommands, LintNamesFileLineAndColumnOfEveryProblem) {
    std::string xml = bytesOf(Shipped + ".xml");
    xml.replace(xml.find("answer=\"rating\""), 15, "answer=\"ratingg\"");
    xml.replace(xml.find("workstations_count &gt;= 30"), 27, "workstations_counts &gt;= 30");
    write("broken.xml", xml);
    const Answered linted = run({"checklist", "lint", path("broken.xml"), "--json"});
    EXPECT_EQ(linted.exit, 1);
    const json findings = json::parse(linted.out)["findings"];
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings[0]["code"], "word-unknown");
    EXPECT_GT(findings[0]["line"].get<int>(), 1);
    EXPECT_THAT(findings[0]["path"].get<std::string>(), HasSubstr("/checklist/section"));
    write("broken.xml", "<checklist><a></checklist>");
    EXPECT_EQ(run({"checklist", "lint", path("broken.xml")}).exit, 1) << "malformed XML is a finding";
    EXPECT_EQ(run({"checklist", "lint", path("nowhere.xml")}).exit, 3) << "what cannot be read is none";
}

TEST_F(ChecklistCommands, ShippedChecklistsHaveNoFindingsAndPassTheirCases) {
    for (const char* id : {"torch-2017-120-makerspace", "gbt-39668-2020", "gbt-34670-2017"}) {
        const Answered linted = run({"checklist", "lint", id});
        EXPECT_EQ(linted.exit, 0) << linted.out << linted.err;
        const Answered tested = run({"checklist", "test", id});
        EXPECT_EQ(tested.exit, 0) << tested.out << tested.err;
        EXPECT_THAT(tested.out, HasSubstr("0 failed"));
    }
}

TEST_F(ChecklistCommands, ACaseThatScoresOtherwiseIsNamed) {
    std::filesystem::copy_file(Shipped + ".xml", folder_ / "own.xml");
    std::string cases = bytesOf(Shipped + ".cases.xml");
    const std::string expectation = "conclusion=\"";
    cases.replace(cases.find(expectation), expectation.size(), "conclusion=\"not-");
    write("own.cases.xml", cases);
    const Answered tested = run({"checklist", "test", path("own.xml")});
    EXPECT_EQ(tested.exit, 1);
    EXPECT_THAT(tested.out, HasSubstr("conclusion"));
}

} // namespace
} // namespace duibiao::cli
