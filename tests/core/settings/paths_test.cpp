#include "core/settings/paths.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace duibiao {
namespace {

namespace fs = std::filesystem;

Environment environmentOf(std::map<std::string, std::string> variables) {
    return [variables = std::move(variables)](const std::string& name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

TEST(Paths, DataFoldersAreSearchedInTheFixedOrder) {
    const Paths paths = findPaths(environmentOf({{"DUIBIAO_DATA", "/d"}, {"HOME", "/home/u"}}), "/opt/x/bin/duibiao");
    const std::vector<fs::path> expected{"/d", "/opt/x/bin", "/opt/x/share/duibiao", "/"};
    EXPECT_EQ(paths.data, expected);
}

TEST(Paths, OneVariableMovesAllState) {
    const Paths paths = findPaths(environmentOf({{"DUIBIAO_HOME", "/t/中文"}, {"HOME", "/home/u"}}), "/usr/bin/duibiao");
    EXPECT_EQ(paths.state, fs::path(u8"/t/中文/state"));
    EXPECT_EQ(paths.userData, fs::path(u8"/t/中文/data"));
}

TEST(Paths, FollowsTheDesktopFoldersOtherwise) {
    const Paths plain = findPaths(environmentOf({{"HOME", "/home/u"}}), "/usr/bin/duibiao");
    EXPECT_EQ(plain.state, fs::path("/home/u/.local/state/duibiao"));
    const Paths moved = findPaths(environmentOf({{"HOME", "/home/u"}, {"XDG_STATE_HOME", "/s"}}), "/usr/bin/duibiao");
    EXPECT_EQ(moved.state, fs::path("/s/duibiao"));
    EXPECT_EQ(moved.userData, fs::path("/home/u/.local/share/duibiao"));
}

TEST(Paths, TheFirstFolderThatHasAFileWins) {
    const fs::path root = fs::path(testing::TempDir()) / "paths_test";
    fs::create_directories(root / "a");
    fs::create_directories(root / "b" / "checklists");
    std::ofstream(root / "b" / "checklists" / "x.xml") << "x";
    Paths paths;
    paths.data = {root / "a", root / "b"};
    EXPECT_EQ(findData(paths, "checklists/x.xml"), root / "b" / "checklists" / "x.xml");
    EXPECT_EQ(findData(paths, "checklists/y.xml"), std::nullopt);
    fs::remove_all(root);
}

TEST(Paths, KnowsTheRunningProgram) {
    EXPECT_TRUE(fs::exists(runningProgram()));
}

} // namespace
} // namespace duibiao
