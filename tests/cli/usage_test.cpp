#include "cli/command_line.h"
#include "core/settings/version.h"

#include <gmock/gmock.h>

namespace duibiao::cli {
namespace {

using test::Answered;
using testing::HasSubstr;
using testing::IsEmpty;

using Usage = test::CommandLine;

TEST_F(Usage, VersionAndHelpGoToStandardOutput) {
    const Answered version = run({"--version"});
    EXPECT_EQ(version.exit, 0);
    EXPECT_THAT(version.out, HasSubstr(std::string(Version)));
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"--help"}, {"checklist", "--help"}, {"checklist", "lint", "-h"}, {"set", "--help"}}) {
        const Answered help = run(arguments);
        EXPECT_EQ(help.exit, 0);
        EXPECT_FALSE(help.out.empty());
        EXPECT_THAT(help.err, IsEmpty());
    }
}

TEST_F(Usage, HelpSpeaksTheUsersLanguage) {
    EXPECT_THAT(run({"--lang", "zh", "--help"}).out, HasSubstr("自评"));
    environment_["LANG"] = "zh_CN.UTF-8";
    EXPECT_THAT(run({"--help"}).out, HasSubstr("自评"));
    EXPECT_THAT(run({"--lang=en", "--help"}).out, HasSubstr("assessment"));
}

TEST_F(Usage, AWrongCommandLineIsExitTwoAndWritesNothing) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"dance"},
                                               {"new", "--org", "x"},
                                               {"score"},
                                               {"score", "a.duibiao", "--view", "both"},
                                               {"--lang", "fr", "checklist", "list"},
                                               {"checklist"}}) {
        const Answered answered = run(arguments);
        EXPECT_EQ(answered.exit, 2) << (arguments.empty() ? "" : arguments.front());
        EXPECT_FALSE(answered.err.empty());
        EXPECT_THAT(answered.out, IsEmpty());
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

} // namespace
} // namespace duibiao::cli
