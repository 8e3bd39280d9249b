#include "core/scoring/evaluate.h"
#include "gui/models/outcome_rows.h"
#include "support/small_checklist.h"

#include <gtest/gtest.h>

namespace duibiao::gui {
namespace {

Assessment answered(const char* a1, const char* a2) {
    Assessment assessment;
    assessment.answers[ItemId("A1")].self.value = WordId(a1);
    assessment.answers[ItemId("A2")].self.value = WordId(a2);
    return assessment;
}

TEST(OutcomeRows, ShowSectionsAndPointsInReadingOrder) {
    const Checklist checklist = test::smallChecklist();
    const Outcome outcome = evaluate(checklist, answered("conform", "partial"));
    const std::vector<OutcomeRow> rows = outcomeRows(checklist, outcome, Catalogue());
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0].title, "Section A");
    EXPECT_TRUE(rows[0].isSection);
    EXPECT_EQ(rows[0].points, "2.50");
    EXPECT_EQ(rows[0].possible, "3.00");
    EXPECT_EQ(rows[1].id, "A1");
    EXPECT_EQ(rows[1].depth, 1);
    EXPECT_EQ(rows[2].points, "0.50");
    EXPECT_EQ(rows[4].points, "0.00 to 1.00") << "an open point shows what it can still become";
}

TEST(OutcomeRows, NothingApplicableIsADashAndNeverZero) {
    Checklist checklist = test::smallChecklist();
    Assessment assessment = answered("conform", "conform");
    assessment.answers[ItemId("B1")].self.notApplicable = NotApplicable{"没有这项业务", "王主任"};
    const std::vector<OutcomeRow> rows = outcomeRows(checklist, evaluate(checklist, assessment), Catalogue());
    EXPECT_EQ(rows[3].points, "—");
    EXPECT_EQ(rows[4].points, "—");
}

TEST(OutcomeHeadline, SaysScoreConclusionAndWhatIsOpen) {
    const Checklist checklist = test::smallChecklist();
    const std::string headline =
        outcomeHeadline(checklist, evaluate(checklist, answered("conform", "partial")), Catalogue());
    EXPECT_NE(headline.find("62.50 to 87.50"), std::string::npos) << headline;
    EXPECT_NE(headline.find("1 points are open"), std::string::npos) << headline;
}

TEST(VerificationSentence, CountsComparedPoints) {
    Checklist checklist = test::smallChecklist();
    EXPECT_NE(verificationSentence(checklist, Catalogue()).find("None of the 3"), std::string::npos);
    checklist.items[0].origin.verification.compared = true;
    EXPECT_NE(verificationSentence(checklist, Catalogue()).find("1 of the 3"), std::string::npos);
}

} // namespace
} // namespace duibiao::gui
