#include "cli/command_line.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace duibiao::cli {
namespace {

using nlohmann::json;
using test::Answered;
using testing::HasSubstr;
using testing::Not;

using AssessmentCommands = test::CommandLine;

TEST_F(AssessmentCommands, ANewAssessmentIsAllOpen) {
    const std::string file = newMakerspace();
    const Answered scored = run({"score", file, "--json"});
    ASSERT_EQ(scored.exit, 0) << scored.err;
    const json score = json::parse(scored.out);
    EXPECT_EQ(score["schema"], "duibiao.score/1");
    EXPECT_EQ(score["organisation"]["name"], "示例众创空间");
    EXPECT_EQ(score["checklist"]["items"], 18);
    EXPECT_EQ(score["checklist"]["verified_items"], 0);
    EXPECT_EQ(score["progress"]["answered"], 0);
    EXPECT_EQ(score["score"]["final"], nullptr);
}

TEST_F(AssessmentCommands, NewDoesNotReplaceAFileUnlessTold) {
    const std::string file = newMakerspace();
    const std::string before = bytesOf(file);
    const std::vector<std::string> again{
        "new", "--checklist", "torch-2017-120-makerspace", "--org", "另一家", "--period", "2025", "-o", file};
    const Answered refused = run(again);
    EXPECT_EQ(refused.exit, 4);
    EXPECT_THAT(refused.err, HasSubstr("--force"));
    EXPECT_EQ(bytesOf(file), before);
    std::vector<std::string> forced = again;
    forced.emplace_back("--force");
    EXPECT_EQ(run(forced).exit, 0);
    EXPECT_EQ(json::parse(run({"show", file, "--json"}).out)["organisation"]["name"], "另一家");
}

TEST_F(AssessmentCommands, NewReportsEveryProblemAtOnce) {
    const Answered refused = run({"new", "--checklist", "gbt-39668-2020", "--org", " ", "--period", "soon",
                                  "--field", "incubator_type=huge", "-o", path("a.duibiao")});
    EXPECT_NE(refused.exit, 0);
    EXPECT_THAT(refused.err, HasSubstr("needs a name"));
    EXPECT_THAT(refused.err, HasSubstr("soon"));
    EXPECT_THAT(refused.err, HasSubstr("comprehensive, specialised"));
    EXPECT_FALSE(std::filesystem::exists(path("a.duibiao")));
}

TEST_F(AssessmentCommands, SetThenScoreCountsWhatWasSet) {
    const std::string file = newMakerspace();
    ASSERT_EQ(
        run({"set", file, "TB120-2.1=是", "TB120-8.3=partial", "workstations_count=３２", "TB120-3.1=31"})
            .exit,
        0);
    const json score = json::parse(run({"score", file, "--json"}).out);
    std::map<std::string, json> items;
    for (const json& item : score["items"]) {
        items[item["id"]] = item;
    }
    EXPECT_EQ(items["TB120-2.1"]["result"], "yes");
    EXPECT_EQ(items["TB120-8.3"]["low"], "0.5");
    EXPECT_EQ(items["TB120-4.2"]["state"], "answered") << "decided by the fact";
    EXPECT_EQ(items["TB120-3.1"]["result"], "31") << "a number for a point that one fact decides";
    EXPECT_EQ(score["conclusion"]["code"], "conditions-not-met")
        << "partly conform is not enough for this rule";
}

TEST_F(AssessmentCommands, SetIsAllOrNothingAndNamesEveryProblem) {
    const std::string file = newMakerspace();
    const std::string before = bytesOf(file);
    const Answered refused =
        run({"set", file, "TB120-2.1=yes", "TB120-8.3=good", "TB120-9.9=1", "workstations_count=42家"});
    EXPECT_EQ(refused.exit, 3);
    EXPECT_THAT(refused.err, HasSubstr("conform, partial, nonconform"));
    EXPECT_THAT(refused.err, HasSubstr("did you mean TB120-9.1"));
    EXPECT_THAT(refused.err, HasSubstr("42家"));
    EXPECT_EQ(bytesOf(file), before);
}

TEST_F(AssessmentCommands, SetFromATableNamesTheLineOfAProblem) {
    const std::string file = newMakerspace();
    write("a.csv", "value,key,comment\r\nyes,TB120-2.1,\"见附件,第2页\"\r\nperhaps,TB120-4.3,\r\n");
    const Answered refused = run({"set", file, "--from", path("a.csv")});
    EXPECT_EQ(refused.exit, 3);
    EXPECT_THAT(refused.err, HasSubstr("a.csv:3:1"));
    write("a.csv", "value,key,comment\r\nyes,TB120-2.1,\"见附件,第2页\"\r\n");
    ASSERT_EQ(run({"set", file, "--from", path("a.csv")}).exit, 0);
    const json shown = json::parse(run({"show", file, "--json"}).out);
    EXPECT_EQ(shown["answers"][0]["self"]["comment"], "见附件,第2页");
}

TEST_F(AssessmentCommands, NotApplicableNeedsItsReasonAndApprover) {
    const std::string file = path("a.duibiao");
    ASSERT_EQ(
        run({"new", "--checklist", "gbt-39668-2020", "--org", "甲", "--period", "2026", "-o", file}).exit, 0);
    EXPECT_EQ(run({"set", file, "SITE-05=na", "--reason", "x", "--approver", "y"}).exit, 3)
        << "a veto point applies to everybody";
    const Answered pending = run({"set", file, "SITE-04=na", "--reason", "没有物业"});
    EXPECT_EQ(pending.exit, 0);
    EXPECT_THAT(pending.err, HasSubstr("counts as open"));
    const auto state = [&] {
        const json score = json::parse(run({"score", file, "--json"}).out);
        for (const json& item : score["items"]) {
            if (item["id"] == "SITE-04") {
                return item["state"].get<std::string>();
            }
        }
        return std::string();
    };
    EXPECT_EQ(state(), "na-pending");
    ASSERT_EQ(run({"set", file, "SITE-04=na", "--reason", "没有物业", "--approver", "王主任"}).exit, 0);
    EXPECT_EQ(state(), "na");
    ASSERT_EQ(run({"set", file, "SITE-04="}).exit, 0);
    EXPECT_EQ(state(), "open");
}

TEST_F(AssessmentCommands, AnAnswerToAPointOfTheEvaluatorsIsKeptWithARemark) {
    const std::string file = path("a.duibiao");
    ASSERT_EQ(
        run({"new", "--checklist", "gbt-39668-2020", "--org", "甲", "--period", "2026", "-o", file}).exit, 0);
    const std::string remark =
        "PPL-04 is judged by the evaluators; the answer is kept as the body's own view";
    const Answered kept = run({"set", file, "PPL-04=conform", "PPL-05=conform"});
    EXPECT_EQ(kept.exit, 0) << kept.err;
    EXPECT_THAT(kept.err, HasSubstr(remark));
    EXPECT_THAT(kept.err, Not(HasSubstr("PPL-05 is judged")));
    EXPECT_THAT(kept.out, Not(HasSubstr("PPL-04")));
    const auto stateIn = [&](const std::string& view) {
        const json score = json::parse(run({"score", file, "--view", view, "--json"}).out);
        for (const json& item : score["items"]) {
            if (item["id"] == "PPL-04") {
                return item["state"].get<std::string>();
            }
        }
        return std::string();
    };
    EXPECT_EQ(stateIn("self"), "answered") << "the body's own view counts in its own score";
    EXPECT_EQ(stateIn("verified"), "open");
    EXPECT_THAT(run({"set", file, "PPL-04="}).err, Not(HasSubstr("judged by the evaluators")))
        << "taken back";
    EXPECT_THAT(run({"set", file, "PPL-04=conform", "--quiet"}).err,
                Not(HasSubstr("judged by the evaluators")));
}

TEST_F(AssessmentCommands, WhatIfShowsBothScoresAndWritesNothing) {
    const std::string file = path("a.duibiao");
    ASSERT_EQ(
        run({"new", "--checklist", "gbt-39668-2020", "--org", "甲", "--period", "2026", "-o", file}).exit, 0);
    const std::string before = bytesOf(file);
    const Answered answered = run({"score", file, "--what-if", "ORG-02=yes", "--json"});
    ASSERT_EQ(answered.exit, 0) << answered.err;
    const json both = json::parse(answered.out);
    EXPECT_EQ(both["before"]["progress"]["answered"], 0);
    EXPECT_EQ(both["after"]["progress"]["answered"], 1);
    EXPECT_EQ(bytesOf(file), before);
}

TEST_F(AssessmentCommands, ExplainSaysHowAPointCameAbout) {
    const std::string file = newMakerspace();
    ASSERT_EQ(run({"set", file, "area_total_m2=480", "workstations_count=30"}).exit, 0);
    const Answered text = run({"score", file, "--explain", "TB120-4.1"});
    EXPECT_EQ(text.exit, 0);
    EXPECT_THAT(text.out, HasSubstr("480"));
    EXPECT_THAT(text.out, HasSubstr("TB120-4.2 decides"));
    const json steps = json::parse(run({"score", file, "--explain", "TB120-4.1", "--json"}).out);
    EXPECT_EQ(steps["schema"], "duibiao.explain/1");
    EXPECT_FALSE(steps["steps"].empty());
    EXPECT_THAT(run({"score", file, "--explain", "TB120-4"}).out, HasSubstr("TB120-4.4"))
        << "a section with its points";
    EXPECT_EQ(run({"score", file, "--explain", "nobody"}).exit, 2);
}

TEST_F(AssessmentCommands, ADamagedFileIsRefusedWithAReason) {
    const std::string file = newMakerspace();
    std::string bytes = bytesOf(file);
    bytes.resize(bytes.size() / 2);
    write("half.duibiao", bytes);
    for (const char* verb : {"show", "score"}) {
        const Answered refused = run({verb, path("half.duibiao")});
        EXPECT_EQ(refused.exit, 3) << verb;
        EXPECT_THAT(refused.err, HasSubstr("half.duibiao")) << verb;
    }
    EXPECT_EQ(run({"score", path("nowhere.duibiao")}).exit, 3);
}

TEST_F(AssessmentCommands, TheChecklistTravelsInsideTheFile) {
    const std::string own = path("own.xml");
    std::filesystem::copy_file(
        std::filesystem::path(DUIBIAO_SOURCE_DIR) / "checklists" / "torch-2017-120-makerspace.xml", own);
    const std::string file = path("a.duibiao");
    ASSERT_EQ(run({"new", "--checklist", own, "--org", "甲", "--period", "2026", "-o", file}).exit, 0);
    std::filesystem::remove(own);
    environment_["DUIBIAO_DATA"] = path("empty");
    EXPECT_EQ(run({"score", file}).exit, 0);
}

TEST_F(AssessmentCommands, EveryChecklistGivesAReportInEveryFormat) {
    for (const char* id : {"torch-2017-120-makerspace", "gbt-39668-2020", "gbt-34670-2017"}) {
        const std::string file = path(std::string(id) + ".duibiao");
        ASSERT_EQ(run({"new", "--checklist", id, "--org", "甲", "--period", "2026", "-o", file}).exit, 0);
        for (const char* ending : {".xlsx", ".html", ".csv"}) {
            const std::string target = path(std::string(id) + ending);
            const Answered written = run({"report", file, "-o", target, "--lang", "zh"});
            EXPECT_EQ(written.exit, 0) << written.err;
            EXPECT_GT(std::filesystem::file_size(target), 1000U);
            EXPECT_EQ(run({"report", file, "-o", target}).exit, 4) << "not replaced without --force";
        }
    }
    EXPECT_EQ(run({"report", path("gbt-39668-2020.duibiao"), "-o", path("a.docx")}).exit, 2);
}

TEST_F(AssessmentCommands, AttachNumbersAFileAndShowsIt) {
    const std::string file = newMakerspace();
    const std::string picture =
        std::string(DUIBIAO_SOURCE_DIR) + "/assets/samples/evidence/makerspace_plan.jpg";
    const Answered attached = run({"attach", file, "TB120-4.2", picture, "--caption", "工位布置图"});
    ASSERT_EQ(attached.exit, 0) << attached.err;
    const json shown = json::parse(run({"show", file, "--json"}).out);
    ASSERT_EQ(shown["evidence"].size(), 1U);
    EXPECT_EQ(shown["evidence"][0]["number"], "4-1");
    EXPECT_EQ(shown["evidence"][0]["title"], "工位布置图");
    EXPECT_EQ(shown["evidence"][0]["supports"][0], "TB120-4.2");
    EXPECT_EQ(run({"attach", file, "TB120-4.2", path("missing.pdf")}).exit, 3);
    EXPECT_THAT(run({"--lang", "zh", "show", file}).out, HasSubstr("附件4-1"));
}

} // namespace
} // namespace duibiao::cli
