#include "core/io/output_file.h"

#include "core/io/files.h"
#include "core/io/save.h"

#include <utility>

namespace duibiao::io {

namespace {

constexpr FileSystem::Handle Closed = -1;
constexpr std::size_t BlockSize = std::size_t{256} << 10U;

std::unexpected<Error> writeError(const std::filesystem::path& path, const std::error_code& code) {
    return fail(WriteFailed, {{"file", displayName(path)}, {"reason", osReason(code)}});
}

} // namespace

OutputFile::OutputFile(FileSystem& fileSystem, FileSystem::Handle handle, std::filesystem::path path)
    : fileSystem_(&fileSystem)
    , handle_(handle)
    , path_(std::move(path)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : fileSystem_(other.fileSystem_)
    , handle_(std::exchange(other.handle_, Closed))
    , path_(std::move(other.path_))
    , position_(other.position_)
    , block_(std::move(other.block_)) {}

OutputFile::~OutputFile() {
    if (handle_ != Closed) {
        static_cast<void>(fileSystem_->close(handle_)); // given up: the save unit removes the file
    }
}

Result<OutputFile> OutputFile::open(const std::filesystem::path& temporary, FileSystem& fileSystem) {
    const auto handle = fileSystem.openForWriting(temporary);
    if (!handle) {
        return writeError(temporary, handle.error());
    }
    return OutputFile(fileSystem, *handle, temporary);
}

Result<void> OutputFile::write(std::string_view bytes) {
    position_ += bytes.size();
    if (block_.size() + bytes.size() < BlockSize) {
        block_.append(bytes);
        return {};
    }
    if (auto flushed = flush(std::exchange(block_, {})); !flushed) {
        return flushed;
    }
    return flush(bytes);
}

Result<void> OutputFile::flush(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = fileSystem_->write(handle_, bytes);
        if (!count) {
            return writeError(path_, count.error());
        }
        if (*count == 0) { // a device that takes nothing would be asked for ever
            return writeError(path_, std::make_error_code(std::errc::io_error));
        }
        bytes.remove_prefix(*count);
    }
    return {};
}

Result<void> OutputFile::finish() {
    if (auto flushed = flush(std::exchange(block_, {})); !flushed) {
        return flushed;
    }
    if (const auto closed = fileSystem_->close(std::exchange(handle_, Closed)); !closed) {
        return writeError(path_, closed.error());
    }
    return {};
}

} // namespace duibiao::io
