#pragma once

#include "core/base/result.h"
#include "core/io/file_system.h"

#include <filesystem>
#include <string_view>

namespace duibiao::io {

inline constexpr ErrorKind FileTypeRefused = errorKind(
    "file-type-refused", Category::Input,
    "{file} is {what} and is not taken as evidence; attach a picture, a PDF or a document without macros");
inline constexpr ErrorKind FileEmpty =
    errorKind("file-empty", Category::Input, "{file} is empty and proves nothing; choose another file");

/// Whether a file may be taken as evidence. Programs, scripts, links, web pages, disk images and documents
/// with macros are refused, told by their first bytes as well as by their extension, so that a new name does
/// not help. What is neither known as good nor as bad (OFD, .wps, HEIC, mp4 …) is taken. Errors:
/// FileTypeRefused, FileEmpty, those of InputFile.
[[nodiscard]] Result<void> checkEvidenceType(const std::filesystem::path& path,
                                             FileSystem& fileSystem = systemFileSystem());

/// In a few words what the extension stands for when it is on the list of what is refused; empty otherwise.
[[nodiscard]] std::string_view refusedExtension(std::string_view extension);

} // namespace duibiao::io
