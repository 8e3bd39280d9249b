#include "core/io/save.h"

#include "core/base/catalogue.h"
#include "core/base/hash.h"
#include "core/io/files.h"
#include "core/io/output_file.h"

#include <array>
#include <utility>

namespace duibiao::io {

namespace {

using std::filesystem::path;

constexpr std::uint32_t NewFilePermissions = 0666; // less what the user's umask takes away
constexpr std::uint32_t OwnerMayWrite = 0600;

std::unexpected<Error> notWritten(const path& target, const std::error_code& code) {
    return fail(WriteFailed, {{"file", displayName(target)}, {"reason", osReason(code)}});
}

std::unexpected<Error> notWritten(const path& target, std::string_view reason) {
    return fail(WriteFailed, {{"file", displayName(target)}, {"reason", std::string(reason)}});
}

path folderOf(const path& file) {
    return file.has_parent_path() ? file.parent_path() : path(".");
}

/// Where the bytes will really stand, and what stands there now.
struct Destination {
    path file;
    FileInfo before;
};

Result<Destination> destination(FileSystem& fileSystem, const path& target, Existing existing) {
    auto before = fileSystem.info(target);
    if (!before) {
        return notWritten(target, before.error());
    }
    if (before->kind != FileKind::Missing && existing == Existing::Refuse) {
        return fail(FileExists, {{"file", displayName(target)}});
    }
    path file = target;
    if (before->kind == FileKind::Link) {
        const auto resolved = fileSystem.resolve(target);
        if (!resolved) {
            return notWritten(target, resolved.error());
        }
        file = *resolved;
        before = fileSystem.info(file);
        if (!before) {
            return notWritten(target, before.error());
        }
    }
    if (before->kind != FileKind::Missing && before->kind != FileKind::Regular) {
        return notWritten(target, msgid("it is a folder or a device"));
    }
    if (before->kind == FileKind::Regular && !before->writable) {
        return notWritten(target, msgid("the file is write-protected"));
    }
    return Destination{std::move(file), *before};
}

Result<void> checkFreeSpace(FileSystem& fileSystem, const path& target, const path& folder,
                            std::uint64_t size) {
    const auto free = fileSystem.freeSpace(folder);
    if (!free) {
        return notWritten(target, free.error());
    }
    const std::uint64_t needed = size + size / 20; // 5 % are left for what others write meanwhile
    if (*free && **free < needed) {
        return fail(DiskFull, {{"file", displayName(target)},
                               {"needed", std::to_string(needed)},
                               {"free", std::to_string(**free)}});
    }
    return {};
}

/// A file `.~<8 hex>.tmp` that is gone at the end unless it was renamed.
class Temporary {
public:
    Temporary(FileSystem& fileSystem, path file)
        : fileSystem_(&fileSystem)
        , file_(std::move(file)) {}
    Temporary(Temporary&& other) noexcept
        : fileSystem_(other.fileSystem_)
        , file_(std::exchange(other.file_, {})) {}
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    Temporary& operator=(Temporary&&) = delete;
    ~Temporary() {
        if (!file_.empty()) {
            static_cast<void>(
                fileSystem_->remove(file_)); // nothing more can be done; the name says what it is
        }
    }
    [[nodiscard]] const path& file() const { return file_; }
    void renamed() { file_.clear(); }

private:
    FileSystem* fileSystem_;
    path file_;
};

path temporaryName(const path& folder) {
    std::array<std::uint8_t, 4> random{};
    fillRandom(random);
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string name = ".~";
    for (const std::uint8_t byte : random) {
        name += Digits[byte >> 4U];
        name += Digits[byte & 0x0FU];
    }
    return folder / (name + ".tmp");
}

Result<Temporary> createTemporary(FileSystem& fileSystem, const path& target, const Destination& place) {
    // A private file's new content is private from its first byte.
    const std::uint32_t permissions = place.before.kind == FileKind::Regular
                                          ? (place.before.permissions | OwnerMayWrite)
                                          : NewFilePermissions;
    constexpr int Tries = 16;
    std::error_code problem;
    for (int i = 0; i < Tries; ++i) {
        const path name = temporaryName(folderOf(place.file));
        const auto handle = fileSystem.createNew(name, permissions);
        if (!handle) {
            problem = handle.error();
            if (problem == std::errc::file_exists) {
                continue;
            }
            break;
        }
        Temporary temporary(fileSystem, name);
        if (const auto closed = fileSystem.close(*handle); !closed) {
            return notWritten(target, closed.error());
        }
        return temporary;
    }
    return notWritten(target, problem);
}

/// After a failed fsync the pages count as clean although they were lost: the same file must never be tried
/// again.
Result<void> makeDurable(FileSystem& fileSystem, const path& target, const path& temporary) {
    const auto handle = fileSystem.openForReading(temporary);
    if (!handle) {
        return notWritten(target, handle.error());
    }
    const auto synced = fileSystem.sync(*handle);
    const auto closed = fileSystem.close(*handle);
    if (!synced) {
        return notWritten(target, synced.error());
    }
    if (!closed) {
        return notWritten(target, closed.error());
    }
    return {};
}

Result<void> putInPlace(FileSystem& fileSystem, const path& target, Existing existing,
                        const Destination& place, Temporary& temporary) {
    if (place.before.kind == FileKind::Regular) {
        const auto kept = fileSystem.setPermissions(temporary.file(), place.before.permissions);
        if (!kept) {
            return notWritten(target, kept.error());
        }
    }
    const auto renamed = existing == Existing::Refuse ? fileSystem.renameToFree(temporary.file(), place.file)
                                                      : fileSystem.replace(temporary.file(), place.file);
    if (!renamed) {
        if (renamed.error() == std::errc::file_exists) {
            return fail(FileExists, {{"file", displayName(target)}});
        }
        return notWritten(target, renamed.error());
    }
    temporary.renamed();
    if (const auto synced = fileSystem.syncFolder(folderOf(place.file)); !synced) {
        return fail(WriteUnconfirmed, {{"file", displayName(target)}, {"reason", osReason(synced.error())}});
    }
    return {};
}

/// Errors about the temporary are told with the name the user knows.
std::unexpected<Error> named(const path& target, const path& temporary, const Error& error) {
    Arguments arguments = error.arguments();
    for (auto& [name, value] : arguments) {
        if (value == displayName(temporary)) {
            value = displayName(target);
        }
    }
    return std::unexpected(Error(error.kind(), std::move(arguments), error.place()));
}

} // namespace

Result<void> saveFile(const path& target, Existing existing, const Produce& produce, const Verify& verify,
                      const SaveOptions& options) {
    FileSystem& fileSystem = options.fileSystem != nullptr ? *options.fileSystem : systemFileSystem();
    const auto place = destination(fileSystem, target, existing);
    if (!place) {
        return passOn(place);
    }
    if (auto space =
            checkFreeSpace(fileSystem, target, folderOf(place->file), options.expectedSize.value_or(0));
        !space) {
        return space;
    }
    auto temporary = createTemporary(fileSystem, target, *place);
    if (!temporary) {
        return passOn(temporary);
    }
    if (auto produced = produce(temporary->file()); !produced) {
        return named(target, temporary->file(), produced.error());
    }
    if (auto verified = verify(temporary->file()); !verified) {
        return named(target, temporary->file(), verified.error());
    }
    if (auto durable = makeDurable(fileSystem, target, temporary->file()); !durable) {
        return durable;
    }
    return putInPlace(fileSystem, target, existing, *place, *temporary);
}

Result<void> saveBytes(const path& target, Existing existing, std::string_view bytes,
                       FileSystem& fileSystem) {
    const Produce produce = [&](const path& temporary) -> Result<void> {
        auto file = OutputFile::open(temporary, fileSystem);
        if (!file) {
            return passOn(file);
        }
        if (auto written = file->write(bytes); !written) {
            return written;
        }
        return file->finish();
    };
    const Verify verify = [&](const path& temporary) -> Result<void> {
        const auto read = readFile(temporary, bytes.size(), fileSystem);
        if (!read) {
            return passOn(read);
        }
        if (*read != bytes) {
            return fail(VerifyFailed, {{"file", displayName(temporary)}});
        }
        return {};
    };
    return saveFile(target, existing, produce, verify,
                    {.expectedSize = bytes.size(), .fileSystem = &fileSystem});
}

} // namespace duibiao::io
