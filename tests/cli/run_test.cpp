#include "cli/run.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace duibiao::cli {
namespace {

TEST(Run, AnswersWithoutArguments) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(run({}, {in, out, err}), 0);
    EXPECT_FALSE(out.str().empty());
}

} // namespace
} // namespace duibiao::cli
