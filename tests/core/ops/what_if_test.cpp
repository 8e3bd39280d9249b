#include "core/edit/apply.h"
#include "core/ops/what_if.h"
#include "support/checklist_builder.h"

#include <gtest/gtest.h>

namespace duibiao {
namespace {

TEST(WhatIf, scoresACopyAndLeavesTheAssessmentAlone) {
    test::ChecklistBuilder list;
    list.item("a");
    list.numeric("b", "n >= 3");
    const Assessment assessment =
        test::AssessmentBuilder().answer("a", "nonconform").fact("n", "2").assessment();
    const Assessment before = assessment;
    const Result<WhatIf> result =
        whatIf(list.checklist(), assessment,
               {SetValue{ItemId("a"), {}, WordId("conform")}, SetValue{FactId("n"), {}, Exact(3)}});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->before.score, (Range{Exact(0), Exact(0)}));
    EXPECT_EQ(result->after.score, (Range{Exact(100), Exact(100)}));
    EXPECT_EQ(assessment, before);
}

TEST(WhatIf, refusesAChangeThatMakesNoSense) {
    const Result<WhatIf> result = whatIf(Checklist(), Assessment(), {RemoveEvidence{EvidenceId("none")}});
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(EvidenceUnknown));
}

} // namespace
} // namespace duibiao
