#pragma once

#include "core/base/result.h"
#include "core/io/file_system.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

namespace duibiao::io {

inline constexpr ErrorKind FileMissing =
    errorKind("file-missing", Category::Input, "{file} does not exist; check the name and the folder");
inline constexpr ErrorKind NotAFile =
    errorKind("not-a-file", Category::Input, "{file} is a folder or a device; name a file");
inline constexpr ErrorKind NoPermission =
    errorKind("no-permission", Category::Input,
              "{file} may not be read; ask its owner for permission or copy it to your own folder");
inline constexpr ErrorKind FileTooLarge =
    errorKind("file-too-large", Category::Input,
              "{file} has {size} bytes and at most {limit} are read; choose a smaller file");
inline constexpr ErrorKind ReadFailed =
    errorKind("read-failed", Category::Input,
              "{file} could not be read: {reason}; copy it to another disk and try again");
inline constexpr ErrorKind FileChanged =
    errorKind("file-changed", Category::Input,
              "{file} changed while it was read; close it in other programs and try again");

/// The name as people see it, UTF-8 on every system.
[[nodiscard]] std::string displayName(const std::filesystem::path& path);
/// A path from UTF-8 text, on every system.
[[nodiscard]] std::filesystem::path pathFromUtf8(std::string_view text);
/// A few English words for what the system said: "no permission", "the disk is full" …
[[nodiscard]] std::string osReason(const std::error_code& code);

/// A file that is read in places; nothing but what is asked for is in memory. Closes itself.
class InputFile {
public:
    /// FileMissing, NotAFile, NoPermission or ReadFailed.
    [[nodiscard]] static Result<InputFile> open(const std::filesystem::path& path,
                                                FileSystem& fileSystem = systemFileSystem());
    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&& other) noexcept;
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    ~InputFile();

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Fills all of `into`; FileChanged when the file has become too short for that.
    [[nodiscard]] Result<void> readAt(std::uint64_t offset, std::span<char> into) const;
    /// `count` bytes from `offset` as a string.
    [[nodiscard]] Result<std::string> readAt(std::uint64_t offset, std::size_t count) const;

private:
    InputFile(FileSystem& fileSystem, FileSystem::Handle handle, std::uint64_t size,
              std::filesystem::path path);
    FileSystem* fileSystem_;
    FileSystem::Handle handle_;
    std::uint64_t size_;
    std::filesystem::path path_;
};

/// The bytes of a whole file of at most `limit` bytes; a larger one is FileTooLarge before anything is read.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit,
                                           FileSystem& fileSystem = systemFileSystem());

} // namespace duibiao::io
