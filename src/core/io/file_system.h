#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>

namespace duibiao::io {

/// A value, or what the operating system said. Turned into an Error with words by files.h and save.h.
template<class T>
using OsResult = std::expected<T, std::error_code>;

enum class FileKind : std::uint8_t { Missing, Regular, Folder, Link, Other };

struct FileInfo {
    FileKind kind = FileKind::Missing;
    std::uint64_t size = 0;
    std::uint32_t permissions = 0; ///< the nine POSIX bits
    bool writable = false;         ///< for this process
};

/// The calls to the operating system by which files are read and written: the only way in which core touches
/// a disk, and small enough that a test can fail each of them in turn. Implemented in posix/ (and win32/).
class FileSystem {
public:
    using Handle = std::intptr_t;

    FileSystem() = default;
    FileSystem(const FileSystem&) = delete;
    FileSystem& operator=(const FileSystem&) = delete;
    virtual ~FileSystem() = default;

    virtual OsResult<Handle> openForReading(const std::filesystem::path& path) = 0;
    /// How many bytes were read from `offset`; 0 at the end of the file.
    virtual OsResult<std::size_t> readAt(Handle file, std::uint64_t offset, std::span<char> into) = 0;
    /// A new empty file; fails when anything stands under the name, a dangling link included.
    virtual OsResult<Handle> createNew(const std::filesystem::path& path, std::uint32_t permissions) = 0;
    /// An existing regular file, emptied. Never follows a link, never creates.
    virtual OsResult<Handle> openForWriting(const std::filesystem::path& path) = 0;
    /// May write less than it was given.
    virtual OsResult<std::size_t> write(Handle file, std::string_view bytes) = 0;
    /// Returns once the device has the bytes.
    virtual OsResult<void> sync(Handle file) = 0;
    /// The handle is gone afterwards, whatever is returned.
    virtual OsResult<void> close(Handle file) = 0;

    /// What an open file is.
    virtual OsResult<FileInfo> infoOf(Handle file) = 0;
    /// What stands under the name itself (a link is a link). A missing file is no error.
    virtual OsResult<FileInfo> info(const std::filesystem::path& path) = 0;
    /// The file a chain of links ends at, whether it exists or not.
    virtual OsResult<std::filesystem::path> resolve(const std::filesystem::path& path) = 0;
    virtual OsResult<void> setPermissions(const std::filesystem::path& path, std::uint32_t permissions) = 0;
    /// Puts `from` in the place of `to` in one step.
    virtual OsResult<void> replace(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
    /// Gives `from` the name `to`; file_exists when the name is taken, without a moment in between.
    virtual OsResult<void> renameToFree(const std::filesystem::path& from,
                                        const std::filesystem::path& to) = 0;
    virtual OsResult<void> remove(const std::filesystem::path& path) = 0;
    /// Makes renames in a folder durable; does nothing where a file system does not know such a thing.
    virtual OsResult<void> syncFolder(const std::filesystem::path& folder) = 0;
    /// Bytes this user may still write; none where the system cannot tell.
    virtual OsResult<std::optional<std::uint64_t>> freeSpace(const std::filesystem::path& folder) = 0;
};

/// The file system of the computer.
[[nodiscard]] FileSystem& systemFileSystem();

} // namespace duibiao::io
