#include "core/io/files.h"

#include "core/base/catalogue.h"

#include <array>
#include <utility>

namespace duibiao::io {

namespace {

constexpr FileSystem::Handle Closed = -1;

struct Phrase {
    std::errc code;
    std::string_view words;
};
constexpr std::array Phrases{
    Phrase{std::errc::permission_denied, msgid("no permission")},
    Phrase{std::errc::operation_not_permitted, msgid("no permission")},
    Phrase{std::errc::no_such_file_or_directory, msgid("the folder does not exist")},
    Phrase{std::errc::not_a_directory, msgid("the folder does not exist")},
    Phrase{std::errc::no_space_on_device, msgid("the disk is full")},
    Phrase{std::errc::file_too_large, msgid("the disk cannot hold a file of this size")},
    Phrase{std::errc::io_error, msgid("the disk reports an error")},
    Phrase{std::errc::read_only_file_system, msgid("the disk is write-protected")},
    Phrase{std::errc::filename_too_long, msgid("the name is too long")},
    Phrase{std::errc::too_many_symbolic_link_levels, msgid("the name is a link that leads nowhere")},
    Phrase{std::errc::device_or_resource_busy, msgid("another program uses it")},
    Phrase{std::errc::text_file_busy, msgid("another program uses it")},
};

Error openError(const std::filesystem::path& path, const std::error_code& code) {
    Arguments arguments{{"file", displayName(path)}};
    if (code == std::errc::no_such_file_or_directory || code == std::errc::not_a_directory) {
        return Error(FileMissing, std::move(arguments));
    }
    if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted) {
        return Error(NoPermission, std::move(arguments));
    }
    arguments.emplace_back("reason", osReason(code));
    return Error(ReadFailed, std::move(arguments));
}

} // namespace

std::string displayName(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

std::filesystem::path pathFromUtf8(std::string_view text) {
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

std::string osReason(const std::error_code& code) {
    for (const Phrase& phrase : Phrases) {
        if (code == phrase.code) {
            return std::string(phrase.words);
        }
    }
    return code.message();
}

InputFile::InputFile(FileSystem& fileSystem, FileSystem::Handle handle, std::uint64_t size,
                     std::filesystem::path path)
    : fileSystem_(&fileSystem)
    , handle_(handle)
    , size_(size)
    , path_(std::move(path)) {}

InputFile::InputFile(InputFile&& other) noexcept
    : fileSystem_(other.fileSystem_)
    , handle_(std::exchange(other.handle_, Closed))
    , size_(other.size_)
    , path_(std::move(other.path_)) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
    std::swap(fileSystem_, other.fileSystem_);
    std::swap(handle_, other.handle_);
    std::swap(size_, other.size_);
    std::swap(path_, other.path_);
    return *this;
}

InputFile::~InputFile() {
    if (handle_ != Closed) {
        static_cast<void>(fileSystem_->close(handle_)); // a reader has nothing to lose
    }
}

Result<InputFile> InputFile::open(const std::filesystem::path& path, FileSystem& fileSystem) {
    const auto handle = fileSystem.openForReading(path);
    if (!handle) {
        return std::unexpected(openError(path, handle.error()));
    }
    InputFile file(fileSystem, *handle, 0, path);
    const auto info = fileSystem.infoOf(*handle);
    if (!info) {
        return std::unexpected(openError(path, info.error()));
    }
    if (info->kind != FileKind::Regular) {
        return fail(NotAFile, {{"file", displayName(path)}});
    }
    file.size_ = info->size;
    return file;
}

Result<void> InputFile::readAt(std::uint64_t offset, std::span<char> into) const {
    while (!into.empty()) {
        const auto count = fileSystem_->readAt(handle_, offset, into);
        if (!count) {
            return fail(ReadFailed, {{"file", displayName(path_)}, {"reason", osReason(count.error())}});
        }
        if (*count == 0) {
            return fail(FileChanged, {{"file", displayName(path_)}});
        }
        offset += *count;
        into = into.subspan(*count);
    }
    return {};
}

Result<std::string> InputFile::readAt(std::uint64_t offset, std::size_t count) const {
    std::string bytes(count, '\0');
    if (auto read = readAt(offset, std::span<char>(bytes)); !read) {
        return passOn(read);
    }
    return bytes;
}

Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit, FileSystem& fileSystem) {
    const auto file = InputFile::open(path, fileSystem);
    if (!file) {
        return passOn(file);
    }
    if (file->size() > limit) {
        return fail(FileTooLarge, {{"file", displayName(path)},
                                   {"size", std::to_string(file->size())},
                                   {"limit", std::to_string(limit)}});
    }
    return file->readAt(0, static_cast<std::size_t>(file->size()));
}

} // namespace duibiao::io
