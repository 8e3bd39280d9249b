#pragma once

#include "core/base/result.h"
#include "core/io/file_system.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

namespace duibiao::io {

inline constexpr ErrorKind FileExists =
    errorKind("file-exists", Category::Output, "{file} exists; say --force to replace it");
inline constexpr ErrorKind WriteFailed = errorKind(
    "write-failed", Category::Output, "{file} was not written: {reason}. What was there before is unchanged");
inline constexpr ErrorKind DiskFull = errorKind("disk-full", Category::Output,
                                                "{file} was not written: {needed} bytes are needed and "
                                                "{free} are free. What was there before is unchanged");
inline constexpr ErrorKind WriteUnconfirmed = errorKind(
    "write-unconfirmed", Category::Output,
    "{file} was written, but the disk did not confirm it: {reason}. Save again, best to another disk");
inline constexpr ErrorKind VerifyFailed = errorKind("verify-failed", Category::Output,
                                                    "{file} was not written: what was read back differs from "
                                                    "what was meant. What was there before is unchanged");

enum class Existing : std::uint8_t { Refuse, Replace };

/// Puts content into the temporary file beside the target (same folder, `.~<8 hex>.tmp`).
using Produce = std::function<Result<void>(const std::filesystem::path& temporary)>;
/// Re-reads the temporary file and says whether it is what was meant.
using Verify = std::function<Result<void>(const std::filesystem::path& temporary)>;

/// What a caller may say beyond the target.
struct SaveOptions {
    /// The size to come, where it is known: then a full disk is found before anything is written (5 % are
    /// kept free).
    std::optional<std::uint64_t> expectedSize;
    FileSystem* fileSystem = nullptr; ///< null: the computer's
};

/// The one way a user's file is written: produce into a temporary beside the target, verify by reading it
/// back, fsync, rename over the target, fsync the folder. Whatever fails, the old file is untouched and the
/// temporary is removed. A link is followed: the file it names is replaced, with its permissions kept. A
/// write-protected file is refused. With Existing::Refuse no file is ever replaced, not even one that appears
/// during the call.
[[nodiscard]] Result<void> saveFile(const std::filesystem::path& target, Existing existing,
                                    const Produce& produce, const Verify& verify,
                                    const SaveOptions& options = {});
/// The same for bytes in memory; verified by comparing them.
[[nodiscard]] Result<void> saveBytes(const std::filesystem::path& target, Existing existing,
                                     std::string_view bytes, FileSystem& fileSystem = systemFileSystem());

} // namespace duibiao::io
