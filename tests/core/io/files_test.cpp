#include "core/io/files.h"
#include "support/faulty_file_system.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace duibiao::io {
namespace {

using test::put;
using test::TemporaryFolder;

TEST(ReadFile, ReadsUpToTheLimitAndNotOneByteMore) {
    const TemporaryFolder folder;
    put(folder / "a", "12345678");
    EXPECT_EQ(*readFile(folder / "a", 9), "12345678");
    EXPECT_EQ(*readFile(folder / "a", 8), "12345678");
    EXPECT_TRUE(readFile(folder / "a", 7).error().is(FileTooLarge));
}

TEST(ReadFile, SaysWhatIsWrong) {
    const TemporaryFolder folder;
    EXPECT_TRUE(readFile(folder / "missing", 9).error().is(FileMissing));
    EXPECT_TRUE(readFile(folder / "missing/a", 9).error().is(FileMissing));
    EXPECT_TRUE(readFile(folder.path(), 9).error().is(NotAFile));
    EXPECT_TRUE(readFile("/dev/zero", 9).error().is(NotAFile));
    put(folder / "a", "x");
    EXPECT_TRUE(readFile(folder / "a/b", 9).error().is(FileMissing)) << "a file taken for a folder";
}

TEST(ReadFile, IsNotHeldUpByAPipe) {
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_TRUE(readFile(folder / "pipe", 9).error().is(NotAFile));
}

TEST(ReadFile, TellsNoPermissionFromADamagedDisk) {
    const TemporaryFolder folder;
    put(folder / "a", "x");
    test::FaultyFileSystem disk;
    disk.failAt = 0;
    disk.reason = std::errc::permission_denied;
    EXPECT_TRUE(readFile(folder / "a", 9, disk).error().is(NoPermission));
    disk.calls = 0;
    disk.failAt = 2;
    disk.reason = std::errc::io_error;
    const auto damaged = readFile(folder / "a", 9, disk);
    ASSERT_TRUE(damaged.error().is(ReadFailed));
    EXPECT_EQ(damaged.error().arguments()[1].second, "the disk reports an error");
}

TEST(InputFile, NoticesThatTheFileBecameShorter) {
    const TemporaryFolder folder;
    put(folder / "a", "12345678");
    const auto file = InputFile::open(folder / "a");
    ASSERT_TRUE(file);
    std::filesystem::resize_file(folder / "a", 3);
    EXPECT_TRUE(file->readAt(0, 8).error().is(FileChanged));
    EXPECT_EQ(*file->readAt(1, 2), "23");
}

} // namespace
} // namespace duibiao::io
