#include "core/scoring/result_word.h"
#include "support/small_checklist.h"

#include <gtest/gtest.h>

namespace duibiao {
namespace {

std::string wordFor(ItemState state, std::optional<Value> result, std::optional<Range> share) {
    const Checklist checklist = test::smallChecklist();
    ItemOutcome outcome;
    outcome.state = state;
    outcome.result = std::move(result);
    outcome.share = std::move(share);
    return resultWord(checklist, checklist.items[0], outcome, Catalogue());
}

TEST(ResultWord, IsTheLabelOfTheAnsweredWord) {
    EXPECT_EQ(wordFor(ItemState::Answered, WordId("partial"), Range{Exact(1, 2), Exact(1, 2)}),
              "Partly conform");
    EXPECT_EQ(wordFor(ItemState::Answered, WordId("odd"), Range{0, 0}), "odd")
        << "a word the scale does not have";
}

TEST(ResultWord, SaysWhetherFactsMeetTheLimit) {
    EXPECT_EQ(wordFor(ItemState::Answered, Exact(480), Range{0, 0}), "Not met");
    EXPECT_EQ(wordFor(ItemState::Answered, Exact(500), Range{1, 1}), "Met");
    EXPECT_EQ(wordFor(ItemState::Answered, Exact(490), Range{Exact(1, 2), Exact(1, 2)}), "Partly met");
}

TEST(ResultWord, NamesTheStateWhereNothingWasJudged) {
    EXPECT_EQ(wordFor(ItemState::Open, {}, Range{0, 1}), "Not answered");
    EXPECT_EQ(wordFor(ItemState::NotApplicable, {}, {}), "Not applicable");
    EXPECT_EQ(wordFor(ItemState::OutOfScope, {}, {}), "Out of scope");
}

} // namespace
} // namespace duibiao
