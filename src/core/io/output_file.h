#pragma once

#include "core/base/result.h"
#include "core/io/file_system.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace duibiao::io {

/// The temporary file of a save, written from the front by a Produce function. Small pieces are gathered into
/// blocks.
class OutputFile {
public:
    /// Empties and opens what the save unit has created.
    [[nodiscard]] static Result<OutputFile> open(const std::filesystem::path& temporary,
                                                 FileSystem& fileSystem);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// How many bytes were given to write() so far.
    [[nodiscard]] std::uint64_t position() const { return position_; }
    /// Writes the rest and closes; the only sign that all arrived.
    [[nodiscard]] Result<void> finish();

private:
    OutputFile(FileSystem& fileSystem, FileSystem::Handle handle, std::filesystem::path path);
    [[nodiscard]] Result<void> flush(std::string_view bytes);
    FileSystem* fileSystem_;
    FileSystem::Handle handle_;
    std::filesystem::path path_;
    std::uint64_t position_ = 0;
    std::string block_;
};

} // namespace duibiao::io
