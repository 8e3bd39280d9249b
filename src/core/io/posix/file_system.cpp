#include "core/io/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace duibiao::io {

namespace {

using std::filesystem::path;

std::unexpected<std::error_code> lastError() {
    return std::unexpected(std::error_code(errno, std::generic_category()));
}

OsResult<void> done(int returned) {
    if (returned != 0) {
        return lastError();
    }
    return {};
}

/// A call that a signal interrupts is made again, but not for ever: a file system that always says EINTR is
/// broken.
template<class Call>
auto again(Call call) {
    constexpr int Tries = 100;
    auto returned = call();
    for (int i = 0; i < Tries && returned < 0 && errno == EINTR; ++i) {
        returned = call();
    }
    return returned;
}

int descriptor(FileSystem::Handle file) {
    return static_cast<int>(file);
}

OsResult<FileSystem::Handle> opened(int file) {
    if (file < 0) {
        return lastError();
    }
    return file;
}

FileKind kindOf(mode_t mode) {
    if (S_ISREG(mode)) {
        return FileKind::Regular;
    }
    if (S_ISDIR(mode)) {
        return FileKind::Folder;
    }
    return S_ISLNK(mode) ? FileKind::Link : FileKind::Other;
}

FileInfo infoFrom(const struct stat& status) {
    constexpr mode_t PermissionBits = 0777;
    return {.kind = kindOf(status.st_mode),
            .size = static_cast<std::uint64_t>(status.st_size),
            .permissions = static_cast<std::uint32_t>(status.st_mode & PermissionBits)};
}

/// File systems without RENAME_NOREPLACE: a hard link is refused just as atomically when the name is taken.
OsResult<void> linkToFree(const path& from, const path& to) {
    if (::link(from.c_str(), to.c_str()) != 0) {
        return lastError();
    }
    static_cast<void>(::unlink(from.c_str())); // the file is in its place; a second name does no harm
    return {};
}

class PosixFileSystem final : public FileSystem {
public:
    OsResult<Handle> openForReading(const path& path) override {
        // NONBLOCK: a pipe under the name must not hang the program; it is refused by what info() says.
        return opened(again([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
    }

    OsResult<std::size_t> readAt(Handle file, std::uint64_t offset, std::span<char> into) override {
        const auto count = again(
            [&] { return ::pread(descriptor(file), into.data(), into.size(), static_cast<off_t>(offset)); });
        if (count < 0) {
            return lastError();
        }
        return static_cast<std::size_t>(count);
    }

    OsResult<Handle> createNew(const path& path, std::uint32_t permissions) override {
        constexpr int Flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
        return opened(again([&] { return ::open(path.c_str(), Flags, static_cast<mode_t>(permissions)); }));
    }

    OsResult<Handle> openForWriting(const path& path) override {
        return opened(
            again([&] { return ::open(path.c_str(), O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC); }));
    }

    OsResult<std::size_t> write(Handle file, std::string_view bytes) override {
        const auto count = again([&] { return ::write(descriptor(file), bytes.data(), bytes.size()); });
        if (count < 0) {
            return lastError();
        }
        return static_cast<std::size_t>(count);
    }

    OsResult<void> sync(Handle file) override {
        return done(again([&] { return ::fsync(descriptor(file)); }));
    }

    OsResult<void> close(Handle file) override {
        // Never again after EINTR: Linux has released the number and another thread may own it.
        return done(::close(descriptor(file)));
    }

    OsResult<FileInfo> infoOf(Handle file) override {
        struct stat status {};
        if (::fstat(descriptor(file), &status) != 0) {
            return lastError();
        }
        return infoFrom(status);
    }

    OsResult<FileInfo> info(const path& path) override {
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0) {
            return errno == ENOENT ? OsResult<FileInfo>(FileInfo{}) : lastError();
        }
        FileInfo info = infoFrom(status);
        info.writable = ::access(path.c_str(), W_OK) == 0;
        return info;
    }

    OsResult<path> resolve(const path& start) override {
        constexpr int LongestChain = 40; // what Linux itself follows
        path current = start;
        std::error_code problem;
        for (int i = 0; i < LongestChain; ++i) {
            const path next = std::filesystem::read_symlink(current, problem);
            if (problem) {
                return current; // not a link, or nothing there yet
            }
            current = next.is_absolute() ? next : current.parent_path() / next;
        }
        return std::unexpected(std::make_error_code(std::errc::too_many_symbolic_link_levels));
    }

    OsResult<void> setPermissions(const path& path, std::uint32_t permissions) override {
        return done(::chmod(path.c_str(), static_cast<mode_t>(permissions)));
    }

    OsResult<void> replace(const path& from, const path& to) override {
        return done(::rename(from.c_str(), to.c_str()));
    }

    OsResult<void> renameToFree(const path& from, const path& to) override {
#ifdef RENAME_NOREPLACE
        if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
            return {};
        }
        if (errno != EINVAL && errno != ENOSYS) {
            return lastError();
        }
#endif
        return linkToFree(from, to);
    }

    OsResult<void> remove(const path& path) override { return done(::unlink(path.c_str())); }

    OsResult<void> syncFolder(const path& folder) override {
        const int file = again([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
        if (file < 0) {
            return lastError();
        }
        const int synced = again([&] { return ::fsync(file); });
        const int reason = errno;
        ::close(file);
        if (synced != 0 && reason != EINVAL && reason != ENOTSUP && reason != EBADF) {
            return std::unexpected(std::error_code(reason, std::generic_category()));
        }
        return {};
    }

    OsResult<std::optional<std::uint64_t>> freeSpace(const path& folder) override {
        struct statvfs status {};
        if (::statvfs(folder.c_str(), &status) != 0) {
            return lastError();
        }
        if (status.f_blocks == 0) {
            return std::optional<std::uint64_t>(); // some network and virtual file systems do not say
        }
        return std::optional<std::uint64_t>(std::uint64_t{status.f_bavail} * status.f_frsize);
    }
};

} // namespace

FileSystem& systemFileSystem() {
    static PosixFileSystem fileSystem; // has no state
    return fileSystem;
}

} // namespace duibiao::io
