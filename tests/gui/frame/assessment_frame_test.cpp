#include "core/scoring/evaluate.h"
#include "gui/frame/assessment_frame.h"
#include "gui/support/wx_text.h"
#include "support/small_checklist.h"

#include <gtest/gtest.h>
#include <wx/dataview.h>
#include <wx/stattext.h>
#include <wx/stopwatch.h>
#include <wx/utils.h>

namespace duibiao::gui {
namespace {

constexpr long PatienceMs = 5000;

template<class Claim>
bool waitFor(const Claim& claim) {
    const wxStopWatch watch;
    while (watch.Time() < PatienceMs) {
        wxYield();
        if (claim()) {
            return true;
        }
        wxMilliSleep(5);
    }
    return claim();
}

TEST(AssessmentFrame, ShowsTheOrganisationItsScoreAndEveryPoint) {
    AssessmentView view;
    view.organisation = "示例市星河科技企业孵化器（虚构）";
    view.period = "2026";
    view.checklist = test::smallChecklist();
    Assessment assessment;
    assessment.answers[ItemId("A1")].self.value = WordId("conform");
    view.outcome = evaluate(view.checklist, assessment);

    auto* frame = new AssessmentFrame(nullptr, view,
                                      Catalogue()); // wx owns it
    frame->Show();
    ASSERT_TRUE(waitFor([&] { return frame->IsShownOnScreen(); }));
    EXPECT_TRUE(fromWx(frame->GetTitle()).starts_with("示例市星河科技企业孵化器（虚构）"));
    EXPECT_NE(fromWx(frame->headline().GetLabel()).find("50.00 to 100.00"), std::string::npos);
    ASSERT_EQ(frame->list().GetItemCount(), 5);
    EXPECT_EQ(fromWx(frame->list().GetTextValue(1, 0)), "A1");
    frame->Destroy();
    EXPECT_TRUE(waitFor([] { return wxTopLevelWindows.IsEmpty(); }));
}

} // namespace
} // namespace duibiao::gui
