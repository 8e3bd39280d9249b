#include "core/io/files.h"
#include "core/io/output_file.h"
#include "core/io/save.h"
#include "support/faulty_file_system.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <tuple>

namespace duibiao::io {
namespace {

using test::FaultyFileSystem;
using test::get;
using test::put;
using test::TemporaryFolder;

const std::string Old = "the old report";
const std::string New = "the new report, somewhat longer";

std::uint32_t permissionsOf(const std::filesystem::path& path) {
    return static_cast<std::uint32_t>(std::filesystem::status(path).permissions());
}

TEST(SaveBytes, WritesANewFileAndNothingElse) {
    const TemporaryFolder folder;
    ASSERT_TRUE(saveBytes(folder / "报告.txt", Existing::Refuse, New));
    EXPECT_EQ(get(folder / "报告.txt"), New);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"报告.txt"});
}

TEST(SaveBytes, KeepsThePermissionsOfWhatItReplaces) {
    const TemporaryFolder folder;
    for (const std::uint32_t permissions : {0600U, 0644U, 0664U, 0755U}) {
        put(folder / "a", Old);
        ::chmod((folder / "a").c_str(), permissions);
        ASSERT_TRUE(saveBytes(folder / "a", Existing::Replace, New));
        EXPECT_EQ(permissionsOf(folder / "a"), permissions);
    }
}

TEST(SaveBytes, FollowsALinkToTheFileItNames) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "share");
    put(folder / "share/a", Old);
    std::filesystem::create_symlink("share/a", folder / "one");
    std::filesystem::create_symlink("one", folder / "two");
    ASSERT_TRUE(saveBytes(folder / "two", Existing::Replace, New));
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "two"));
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "one"));
    EXPECT_EQ(get(folder / "share/a"), New);
}

TEST(SaveBytes, RefusesAnExistingFileALinkThatLeadsNowhereAndALoop) {
    const TemporaryFolder folder;
    put(folder / "a", Old);
    std::filesystem::create_symlink("nowhere", folder / "dangling");
    std::filesystem::create_symlink("loop", folder / "loop");
    EXPECT_TRUE(saveBytes(folder / "a", Existing::Refuse, New).error().is(FileExists));
    EXPECT_TRUE(saveBytes(folder / "dangling", Existing::Refuse, New).error().is(FileExists));
    EXPECT_TRUE(saveBytes(folder / "loop", Existing::Replace, New).error().is(WriteFailed));
    EXPECT_EQ(get(folder / "a"), Old);
    EXPECT_FALSE(std::filesystem::exists(folder / "nowhere"));
}

TEST(SaveBytes, RefusesAFolderAMissingFolderAndADevice) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "folder");
    EXPECT_TRUE(saveBytes(folder / "folder", Existing::Replace, New).error().is(WriteFailed));
    EXPECT_TRUE(saveBytes(folder / "missing/a", Existing::Replace, New).error().is(WriteFailed));
    EXPECT_TRUE(saveBytes("/dev/full", Existing::Replace, New).error().is(WriteFailed));
    EXPECT_EQ(folder.names(), std::vector<std::string>{"folder"});
}

TEST(SaveFile, NeverReplacesAFileThatAppearsDuringTheCall) {
    const TemporaryFolder folder;
    const Produce produce = [&](const std::filesystem::path& temporary) -> Result<void> {
        put(temporary, New);
        put(folder / "a", Old); // somebody else is faster
        return {};
    };
    const auto saved =
        saveFile(folder / "a", Existing::Refuse, produce, [](const auto&) { return Result<void>(); });
    EXPECT_TRUE(saved.error().is(FileExists));
    EXPECT_EQ(get(folder / "a"), Old);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a"});
}

TEST(SaveFile, TakesWhatALibraryWroteByNameAndTellsTheTargetsNameInErrors) {
    const TemporaryFolder folder;
    std::filesystem::path seen;
    const Produce produce = [&](const std::filesystem::path& temporary) -> Result<void> {
        seen = temporary;
        put(temporary, New);
        return {};
    };
    const Verify refuse = [&](const std::filesystem::path& temporary) -> Result<void> {
        EXPECT_EQ(get(temporary), New);
        return fail(VerifyFailed, {{"file", displayName(temporary)}});
    };
    const auto saved = saveFile(folder / "a", Existing::Replace, produce, refuse);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().arguments()[0].second, displayName(folder / "a"));
    EXPECT_EQ(seen.parent_path(), folder.path());
    EXPECT_TRUE(seen.filename().string().starts_with(".~") && seen.extension() == ".tmp") << seen;
    EXPECT_TRUE(folder.names().empty());
}

TEST(SaveFile, FindsAFullDiskBeforeItWrites) {
    const TemporaryFolder folder;
    const SaveOptions options{.expectedSize = std::uint64_t{1} << 60U, .fileSystem = nullptr};
    const Produce never = [](const auto&) -> Result<void> {
        ADD_FAILURE() << "nothing should be written";
        return {};
    };
    const auto saved = saveFile(folder / "a", Existing::Replace, never, never, options);
    EXPECT_TRUE(saved.error().is(DiskFull));
    EXPECT_TRUE(folder.names().empty());
}

TEST(SaveBytes, GoesOnAfterShortWrites) {
    const TemporaryFolder folder;
    FaultyFileSystem disk;
    disk.longestWrite = 3;
    ASSERT_TRUE(saveBytes(folder / "a", Existing::Replace, New, disk));
    EXPECT_EQ(get(folder / "a"), New);
}

TEST(SaveBytes, GivesUpOnADeviceThatTakesNothing) {
    const TemporaryFolder folder;
    FaultyFileSystem disk;
    disk.longestWrite = 0;
    EXPECT_TRUE(saveBytes(folder / "a", Existing::Replace, New, disk).error().is(WriteFailed));
    EXPECT_TRUE(folder.names().empty());
}

using Fault = std::tuple<FaultyFileSystem::Mode, std::errc, Existing, std::size_t>;
class SaveFaults : public testing::TestWithParam<Fault> {};

/// Every single call fails in turn: what stands there afterwards is wholly old or wholly new, and nothing is
/// left over.
TEST_P(SaveFaults, LeaveTheOldOrTheNewFileAndNoTemporary) {
    const auto [mode, reason, existing, longestWrite] = GetParam();
    std::size_t failures = 0;
    for (std::size_t n = 0;; ++n) {
        const TemporaryFolder folder;
        if (existing == Existing::Replace) {
            put(folder / "a", Old);
        }
        FaultyFileSystem disk;
        disk.mode = mode;
        disk.reason = reason;
        disk.failAt = n;
        disk.longestWrite = longestWrite;
        const auto saved = saveBytes(folder / "a", existing, New, disk);
        EXPECT_EQ(disk.openFiles, 0U) << "call " << n;
        if (disk.calls <= n) {
            EXPECT_TRUE(saved);
            break;
        }
        ++failures;
        // The one failure after the rename is told as what it is.
        const bool arrived = saved.has_value() || saved.error().is(WriteUnconfirmed);
        const std::string expected = arrived ? New : (existing == Existing::Replace ? Old : "");
        EXPECT_EQ(std::filesystem::exists(folder / "a") ? get(folder / "a") : "", expected) << "call " << n;
        EXPECT_EQ(folder.names().size(), expected.empty() ? 0U : 1U) << "call " << n;
    }
    EXPECT_GE(failures, 14U) << "the loop has to reach every step of the save";
}

INSTANTIATE_TEST_SUITE_P(AllCalls, SaveFaults,
                         testing::Combine(testing::Values(FaultyFileSystem::Mode::OneShot,
                                                          FaultyFileSystem::Mode::Sticky),
                                          testing::Values(std::errc::no_space_on_device, std::errc::io_error,
                                                          std::errc::permission_denied),
                                          testing::Values(Existing::Refuse, Existing::Replace),
                                          testing::Values(std::size_t{7}, std::size_t{1} << 20U)));

} // namespace
} // namespace duibiao::io
