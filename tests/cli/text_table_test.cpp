#include "cli/output/text_table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace duibiao::cli {
namespace {

TEST(TextTable, ChineseTakesTwoColumns) {
    EXPECT_EQ(terminalWidth("得分 1.50（虚构）"), 17U);
    EXPECT_EQ(terminalWidth(""), 0U);
}

TEST(TextTable, AlignsMixedScriptsAndLeavesNoTrailingSpace) {
    using enum TextTable::Align;
    TextTable table({Left, Right});
    table.row({"服务", "9.50"});
    table.row({"ab", "10.00"});
    std::ostringstream out;
    table.print(out);
    EXPECT_EQ(out.str(), "服务   9.50\nab    10.00\n");
}

} // namespace
} // namespace duibiao::cli
