#pragma once

#include "core/io/file_system.h"

#include <cstddef>

namespace duibiao::test {

/// The computer's file system, of which one call fails (or all from that one on, as on a full or dying disk).
class FaultyFileSystem final : public io::FileSystem {
    using Path = std::filesystem::path;

public:
    enum class Mode { OneShot, Sticky };
    static constexpr std::size_t Never = ~std::size_t{0};

    std::size_t failAt = Never; ///< counted from 0
    Mode mode = Mode::OneShot;
    std::errc reason = std::errc::io_error;
    std::size_t longestWrite = ~std::size_t{0}; ///< shorter: every write is cut to this
    std::size_t calls = 0;
    std::size_t openFiles = 0;

    io::OsResult<Handle> openForReading(const Path& path) override {
        return counted([&] { return opened(base_.openForReading(path)); });
    }
    io::OsResult<std::size_t> readAt(Handle file, std::uint64_t offset, std::span<char> into) override {
        return counted([&] { return base_.readAt(file, offset, into); });
    }
    io::OsResult<Handle> createNew(const Path& path, std::uint32_t permissions) override {
        return counted([&] { return opened(base_.createNew(path, permissions)); });
    }
    io::OsResult<Handle> openForWriting(const Path& path) override {
        return counted([&] { return opened(base_.openForWriting(path)); });
    }
    io::OsResult<std::size_t> write(Handle file, std::string_view bytes) override {
        if (fails()) { // a failing write may well have put something down
            static_cast<void>(base_.write(file, bytes.substr(0, bytes.size() / 2)));
            return std::unexpected(std::make_error_code(reason));
        }
        return base_.write(file, bytes.substr(0, longestWrite));
    }
    io::OsResult<void> sync(Handle file) override {
        return counted([&] { return base_.sync(file); });
    }
    io::OsResult<void> close(Handle file) override { // a failing close has closed as well
        const bool failing = fails();
        --openFiles;
        auto closed = base_.close(file);
        return failing ? io::OsResult<void>(std::unexpected(std::make_error_code(reason))) : closed;
    }
    io::OsResult<io::FileInfo> infoOf(Handle file) override {
        return counted([&] { return base_.infoOf(file); });
    }
    io::OsResult<io::FileInfo> info(const Path& path) override {
        return counted([&] { return base_.info(path); });
    }
    io::OsResult<Path> resolve(const Path& path) override {
        return counted([&] { return base_.resolve(path); });
    }
    io::OsResult<void> setPermissions(const Path& path, std::uint32_t permissions) override {
        return counted([&] { return base_.setPermissions(path, permissions); });
    }
    io::OsResult<void> replace(const Path& from, const Path& to) override {
        return counted([&] { return base_.replace(from, to); });
    }
    io::OsResult<void> renameToFree(const Path& from, const Path& to) override {
        return counted([&] { return base_.renameToFree(from, to); });
    }
    // Deleting a file needs no space and works on disks that refuse everything else: it is never made to
    // fail.
    io::OsResult<void> remove(const Path& path) override { return base_.remove(path); }
    io::OsResult<void> syncFolder(const Path& folder) override {
        return counted([&] { return base_.syncFolder(folder); });
    }
    io::OsResult<std::optional<std::uint64_t>> freeSpace(const Path& folder) override {
        return counted([&] { return base_.freeSpace(folder); });
    }

private:
    bool fails() {
        const std::size_t number = calls++;
        return mode == Mode::Sticky ? number >= failAt : number == failAt;
    }
    template<class Call>
    auto counted(Call call) -> decltype(call()) {
        if (fails()) {
            return std::unexpected(std::make_error_code(reason));
        }
        return call();
    }
    io::OsResult<Handle> opened(io::OsResult<Handle> handle) {
        openFiles += handle ? 1 : 0;
        return handle;
    }
    io::FileSystem& base_ = io::systemFileSystem();
};

} // namespace duibiao::test
