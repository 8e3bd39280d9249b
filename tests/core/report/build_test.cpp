#include "core/report/build.h"
#include "core/report/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace duibiao::report {
namespace {

using test::ReportSample;
using test::saidIn;
using test::tableOf;
using testing::ElementsAre;
using testing::HasSubstr;

template<class Block>
const Block& firstBlock(const Page& page) {
    for (const auto& block : page.blocks) {
        if (const auto* found = std::get_if<Block>(&block)) {
            return *found;
        }
    }
    throw std::out_of_range("no such block");
}

std::vector<std::string> firstColumn(const Table& table) {
    std::vector<std::string> texts;
    for (const Row& row : table.rows) {
        texts.push_back(test::said(row.cells.front()));
    }
    return texts;
}

std::vector<std::string> pageNames(const Report& report) {
    std::vector<std::string> names;
    for (const Page& page : report.pages) {
        names.push_back(page.name);
    }
    return names;
}

TEST(Report, hasItsSheetsInOrder) {
    ReportSample sample;
    EXPECT_THAT(pageNames(sample.report()), ElementsAre("Cover", "Summary", "Check points", "Gaps",
                                                        "Evidence index", "Not applicable items", "Notes"));
    sample.assessment.answers.erase(ItemId("1.4"));
    EXPECT_THAT(pageNames(sample.report()),
                ElementsAre("Cover", "Summary", "Check points", "Gaps", "Evidence index", "Notes"));
}

TEST(Report, tellsBlankDashAndZeroApart) {
    const Report report = ReportSample().report();
    const Table& points = tableOf(report, "points");
    EXPECT_EQ(saidIn(points, "2.3", "Result"), "Not answered");
    EXPECT_EQ(saidIn(points, "2.3", "Points"), ""); // unanswered: blank
    EXPECT_EQ(saidIn(points, "2.3", "Possible"), "2.00");
    EXPECT_EQ(saidIn(points, "1.4", "Result"), "Not applicable");
    EXPECT_EQ(saidIn(points, "1.4", "Points"), "—");
    EXPECT_EQ(saidIn(points, "1.4", "Possible"), "—");
    EXPECT_EQ(saidIn(points, "3.1", "Points"), "0.00"); // answered and lost
    EXPECT_EQ(saidIn(points, "3.2", "Result"), "Recorded only");
    EXPECT_EQ(saidIn(points, "3.2", "Points"), "—");
}

TEST(Report, showsHowAFigureCameAbout) {
    const Report report = ReportSample().report();
    const Table& points = tableOf(report, "points");
    EXPECT_EQ(saidIn(points, "1.3", "Figures"), "9000 ÷ 12000 = 75% (required ≥ 80%)");
    EXPECT_EQ(saidIn(points, "1.3", "Result"), "Not met");
    EXPECT_EQ(saidIn(points, "2.3", "Figures"), "Not entered: Incubatees");
    EXPECT_EQ(saidIn(points, "3.2", "Figures"), "12000 m²");
    EXPECT_THAT(saidIn(tableOf(report, "lost"), "1.3", "Figures"), HasSubstr("short by 5%"));
}

TEST(Report, showsTheConditionsOfFirstUpToTheOneThatHeld) {
    ReportSample sample;
    const auto figures = [&](const char* text) {
        sample.item("1.3").rule = parseRule(text).value();
        return saidIn(tableOf(sample.report(), "points"), "1.3", "Figures");
    };
    EXPECT_EQ(figures("first(area_used / area_total >= 80% -> 1; area_total >= 10000 -> 1/2; "
                      "area_total >= 1 -> 1/4)"),
              "9000 ÷ 12000 = 75% (required ≥ 80%)\n12000 m² (required ≥ 10000 m²)");
    EXPECT_EQ(figures("first(area_total >= 1 and area_used >= 9500 -> 1; "
                      "area_total >= 1 or area_used >= 9500 -> 1/2)"),
              "12000 m² (required ≥ 1 m²)\n9000 m² (required ≥ 9500 m²)");
}

TEST(Report, saysByHowMuchAnUpperLimitIsPassed) {
    ReportSample sample;
    sample.item("1.3").rule = parseRule("area_used < 2000").value();
    const std::string figures = saidIn(tableOf(sample.report(), "lost"), "1.3", "Figures");
    EXPECT_THAT(figures, HasSubstr("9000 m² (required < 2000 m²)"));
    EXPECT_THAT(figures, HasSubstr("over by 7000 m²"));
}

TEST(Report, countsAGroupOnceAndSaysWhere) {
    const Report report = ReportSample().report();
    const Table& points = tableOf(report, "points");
    EXPECT_EQ(saidIn(points, "2.1", "Points"), "4.00");
    EXPECT_EQ(saidIn(points, "2.2", "Points"), "counted in 2.1");
    EXPECT_EQ(saidIn(points, "2.2", "Possible"), "");
}

TEST(Report, sortsGapsByWhatTheyCost) {
    const Report report = ReportSample().report();
    // 1.3 loses 3 of 14, 3.1 loses 2, 1.1 loses 1; 2.3 is open and stands apart.
    EXPECT_THAT(firstColumn(tableOf(report, "lost")), ElementsAre("1.3", "3.1", "1.1"));
    EXPECT_EQ(saidIn(tableOf(report, "lost"), "1.3", "On the total"), "21.43");
    EXPECT_THAT(firstColumn(tableOf(report, "open")), ElementsAre("2.3"));
    EXPECT_EQ(saidIn(tableOf(report, "open"), "2.3", "What is missing"), "Incubatees");
}

TEST(Report, scalesALossThroughASectionsOwnPoints) {
    ReportSample sample;
    sample.checklist.sections[2].points = Exact(10); // section S-3: 2 points of items count as 10
    const Report report = sample.report();
    // 12 other points and 10: losing all of S-3 costs 100 × 10 ÷ 22.
    EXPECT_EQ(saidIn(tableOf(report, "lost"), "3.1", "On the total"), "45.45");
}

TEST(Report, printsAnIntervalWhileItemsAreOpen) {
    ReportSample sample;
    EXPECT_EQ(firstBlock<Banner>(sample.report().pages[0]).text, "42.86 to 57.14");
    sample.assessment.facts[FactId("incubatees")].self.value = Exact(20);
    EXPECT_EQ(firstBlock<Banner>(sample.report().pages[0]).text, "57.14");
}

TEST(Report, chartsReferToTheSectionTable) {
    ReportSample sample;
    const Report report = sample.report();
    const Page& summary = test::pageOf(report, "Summary");
    const Table& sections = tableOf(report, "sections");
    const Chart& radar = firstBlock<Chart>(summary);
    EXPECT_EQ(radar.kind, ChartKind::Radar);
    ASSERT_EQ(radar.series.size(), 2U); // least and most
    EXPECT_EQ(sections.columns.at(radar.series[0].column).title, "Share, least");
    EXPECT_EQ(test::said(sections.rows.at(1).cells.at(radar.series[0].column)), "66.7%");
    EXPECT_EQ(test::said(sections.rows.at(1).cells.at(radar.series[1].column)), "100.0%");
}

TEST(Report, saysHowMuchWasComparedWithTheOfficialText) {
    ReportSample sample;
    const auto statement = [&] {
        const Report report = sample.report();
        for (const Block& block : report.pages[0].blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block);
            if (paragraph != nullptr && paragraph->boxed) {
                return paragraph->text;
            }
        }
        return std::string();
    };
    EXPECT_THAT(statement(), HasSubstr("none of the 9 check points"));
    EXPECT_THAT(sample.report().headRight, HasSubstr("not compared with the official text"));
    sample.item("1.1").origin.verification.compared = true;
    EXPECT_THAT(statement(), HasSubstr("1 of 9 check points"));
    for (Item& item : sample.checklist.items) {
        item.origin.verification.compared = true;
    }
    EXPECT_THAT(statement(), HasSubstr("all 9 check points"));
    EXPECT_THAT(firstBlock<Banner>(sample.report().pages[0]).below, HasSubstr("not a rate of conformity"));
}

TEST(Report, givesNoScoreForARecognitionChecklist) {
    ReportSample sample;
    sample.checklist.scheme.kind = SchemeKind::Recognition;
    sample.checklist.scheme.bands.clear();
    for (Item& item : sample.checklist.items) {
        item.role = item.weight.isZero() ? ItemRole::Scored : ItemRole::Veto;
        item.na = NaPermission::Free;
    }
    sample.checklist.scheme.vetoLine = VetoLine::NotFull;
    const Report report = sample.report();
    // 1.1 half, 1.3 and 3.1 missed; 1.2 and the group met; 2.3 waits.
    EXPECT_EQ(firstBlock<Banner>(report.pages[0]).text, "6 conditions: 2 met, 3 not met, 1 undecided");
    for (const Page& page : report.pages) {
        for (const Block& block : page.blocks) {
            if (const auto* table = std::get_if<Table>(&block)) {
                for (const Column& column : table->columns) {
                    EXPECT_NE(column.title, "Points");
                    EXPECT_NE(column.title, "Possible");
                    EXPECT_NE(column.title, "Lost");
                }
            }
            EXPECT_FALSE(std::holds_alternative<Chart>(block));
        }
    }
    EXPECT_THAT(saidIn(tableOf(report, "lost"), "1.3", "Figures"), HasSubstr("short by 5%"));
    // What is only advised is shown, but is no condition.
    sample.item("3.1").role = ItemRole::Scored;
    EXPECT_EQ(firstBlock<Banner>(sample.report().pages[0]).text,
              "5 conditions: 2 met, 2 not met, 1 undecided");
    EXPECT_THAT(firstColumn(tableOf(sample.report(), "lost")), ElementsAre("1.1", "1.3"));
}

TEST(Report, showsVerifiedResultsBesideTheOwnOnes) {
    ReportSample sample;
    sample.withVerified = true;
    Answer& answer = sample.assessment.answers[ItemId("1.1")];
    answer.consensus = Response{WordId("nonconform"), std::nullopt, "not seen on site"};
    const Report report = sample.report();
    const Table& points = tableOf(report, "points");
    EXPECT_EQ(saidIn(points, "1.1", "Result"), "Partly conform");
    EXPECT_EQ(saidIn(points, "1.1", "Verified result"), "Not conform");
    EXPECT_EQ(saidIn(points, "1.1", "Verified points"), "0.00");
    EXPECT_THAT(saidIn(points, "1.1", "Remarks"), HasSubstr("On site: not seen on site"));
}

TEST(Report, listsEvidenceByNumberAndLinksToIt) {
    const Report report = ReportSample().report();
    const Table& evidence = tableOf(report, "evidence");
    EXPECT_THAT(firstColumn(evidence), ElementsAre("1", "2", "3"));
    EXPECT_EQ(saidIn(evidence, "1", "Attachment"), "Annex 1-1");
    EXPECT_EQ(saidIn(evidence, "1", "Supports"), "1.1, 1.2");
    EXPECT_EQ(saidIn(evidence, "2", "Supports"), "Area used");
    EXPECT_EQ(saidIn(evidence, "1", "File or place"), "paper.pdf\n1.2 MB");
    // Evidence of a fact proves the item the fact decides.
    EXPECT_EQ(saidIn(tableOf(report, "points"), "1.3", "Evidence"), "Annex 1-2");
    std::set<std::string> anchors;
    std::set<std::string> targets;
    for (const char* id : {"points", "evidence"}) {
        for (const Row& row : tableOf(report, id).rows) {
            anchors.insert(row.anchor);
            for (const Cell& cell : row.cells) {
                targets.insert(cell.target);
            }
        }
    }
    for (const std::string& target : targets) {
        EXPECT_TRUE(target.empty() || anchors.contains(target)) << target;
    }
}

TEST(Report, keepsEveryTableOnTheGridOfItsSheet) {
    ReportSample sample;
    for (const bool verified : {false, true}) {
        for (const SchemeKind kind : {SchemeKind::Score, SchemeKind::Recognition}) {
            sample.withVerified = verified;
            sample.checklist.scheme.kind = kind;
            const Report report = sample.report();
            for (const Page& page : report.pages) {
                for (const Block& block : page.blocks) {
                    const auto* table = std::get_if<Table>(&block);
                    if (table == nullptr) {
                        continue;
                    }
                    const std::size_t spans = std::accumulate(
                        table->columns.begin(), table->columns.end(), std::size_t{0},
                        [](std::size_t sum, const Column& column) { return sum + column.span; });
                    EXPECT_EQ(spans, page.grid.size()) << page.name << " " << table->id;
                    for (const Row& row : table->rows) {
                        EXPECT_EQ(row.cells.size(), table->columns.size()) << page.name << " " << table->id;
                    }
                }
            }
        }
    }
}

} // namespace
} // namespace duibiao::report
