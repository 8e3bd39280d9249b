#include "core/io/zip.h"

#include "core/base/catalogue.h"
#include "core/io/zip_layout.h"

#include <algorithm>
#include <utility>

namespace duibiao::io {

namespace {

constexpr std::uint64_t TailSize =
    (std::uint64_t{64} << 10U) + zip::EndSize; // a longest comment and its record
constexpr std::size_t LargestReserve = std::size_t{1} << 20U;
constexpr std::uint64_t PieceSize = std::uint64_t{256} << 10U;

/// The layout functions know no file; this adds its name.
std::unexpected<Error> inFile(const Error& error, const std::filesystem::path& path,
                              std::string_view member = {}) {
    Arguments arguments = error.arguments();
    arguments.emplace_back("file", displayName(path));
    return std::unexpected(
        Error(error.kind(), std::move(arguments), MemberPlace{displayName(path), std::string(member)}));
}

} // namespace

ZipArchive::ZipArchive(InputFile file, ZipProfile profile)
    : file_(std::move(file))
    , profile_(profile) {}

std::unexpected<Error> ZipArchive::damaged(std::string_view fault, std::string_view member) const {
    return inFile(Error(ZipDamaged, {{"fault", std::string(fault)}}), file_.path(), member);
}

Result<void> ZipArchive::loadTail() {
    const std::uint64_t size = std::min(file_.size(), TailSize);
    tailOffset_ = file_.size() - size;
    auto tail = file_.readAt(tailOffset_, static_cast<std::size_t>(size));
    if (!tail) {
        return passOn(tail);
    }
    tail_ = std::move(*tail);
    return {};
}

Result<std::string> ZipArchive::bytesAt(std::uint64_t offset, std::size_t count) const {
    if (offset > file_.size() || count > file_.size() - offset) {
        return damaged(msgid("it is cut off"));
    }
    if (offset >= tailOffset_) {
        return tail_.substr(static_cast<std::size_t>(offset - tailOffset_), count);
    }
    return file_.readAt(offset, count);
}

Result<ZipArchive> ZipArchive::open(const std::filesystem::path& path, ZipProfile profile,
                                    const ZipLimits& limits, FileSystem& fileSystem) {
    auto file = InputFile::open(path, fileSystem);
    if (!file) {
        return passOn(file);
    }
    ZipArchive archive(std::move(*file), profile);
    if (auto loaded = archive.loadTail(); !loaded) {
        return passOn(loaded);
    }
    const zip::DirectoryRules rules{profile, limits};
    const auto end = zip::findEnd(archive.tail_, archive.file_.size(), rules);
    if (!end) {
        return inFile(end.error(), path);
    }
    // Bounded before it is read: a record is at most its fixed part and three fields of 64 KiB, ours a short
    // name.
    const std::uint64_t largestRecord =
        profile == ZipProfile::Package ? zip::CentralSize + 128 : zip::CentralSize + 4096;
    if (end->directorySize > end->members * largestRecord) {
        return archive.damaged(msgid("its table of contents has the wrong length"));
    }
    const auto directory =
        archive.bytesAt(end->directoryOffset, static_cast<std::size_t>(end->directorySize));
    if (!directory) {
        return passOn(directory);
    }
    auto members = zip::parseDirectory(*directory, *end, rules);
    if (!members) {
        return inFile(members.error(), path);
    }
    archive.members_ = std::move(*members);
    return archive;
}

const ZipMember* ZipArchive::find(std::string_view name) const {
    const auto found = std::ranges::find(members_, name, &ZipMember::name);
    return found == members_.end() ? nullptr : &*found;
}

Result<const ZipMember*> ZipArchive::require(std::string_view name) const {
    const ZipMember* member = find(name);
    if (member == nullptr) {
        return inFile(Error(ZipMemberMissing, {{"name", std::string(name)}}), file_.path(), name);
    }
    return member;
}

Result<std::uint64_t> ZipArchive::contentOffset(const ZipMember& member) const {
    const std::size_t length = zip::LocalSize + member.name.size();
    const auto header = bytesAt(member.headerOffset, length);
    if (!header) {
        return passOn(header);
    }
    const auto extra = zip::checkLocalHeader(*header, member, profile_);
    if (!extra) {
        return inFile(extra.error(), file_.path(), member.name);
    }
    const std::uint64_t offset = member.headerOffset + length + *extra;
    if (offset + member.storedSize > member.bound) {
        return damaged(msgid("its parts overlap"), member.name);
    }
    return offset;
}

Result<void> ZipArchive::checkHeaders() const {
    for (const ZipMember& member : members_) {
        if (const auto offset = contentOffset(member); !offset) {
            return passOn(offset);
        }
    }
    return {};
}

Result<void> ZipArchive::streamStored(const ZipMember& member, const Sink& sink) const {
    const auto offset = contentOffset(member);
    if (!offset) {
        return passOn(offset);
    }
    for (std::uint64_t done = 0; done < member.storedSize;) {
        const std::uint64_t count = std::min(PieceSize, member.storedSize - done);
        const auto piece = bytesAt(*offset + done, static_cast<std::size_t>(count));
        if (!piece) {
            return passOn(piece);
        }
        if (auto taken = sink(*piece); !taken) {
            return taken;
        }
        done += count;
    }
    return {};
}

Result<void> ZipArchive::stream(const ZipMember& member, const Sink& sink) const {
    std::uint32_t crc = 0;
    const Sink counted = [&](std::string_view piece) {
        crc = crc32Of(piece, crc);
        return sink(piece);
    };
    if (member.method == ZipMethod::Stored) {
        if (auto streamed = streamStored(member, counted); !streamed) {
            return streamed;
        }
    } else {
        Inflater inflater(member.size);
        auto streamed =
            streamStored(member, [&](std::string_view piece) { return inflater.add(piece, counted); });
        if (streamed) {
            streamed = inflater.finish();
        }
        if (!streamed) {
            return streamed.error().is(DeflateBroken)
                       ? Result<void>(damaged(msgid("a part cannot be unpacked"), member.name))
                       : streamed;
        }
    }
    if (crc != member.crc) {
        return damaged(msgid("the checksum of a part is wrong"), member.name);
    }
    return {};
}

Result<std::string> ZipArchive::read(const ZipMember& member, std::uint64_t limit) const {
    if (member.size > limit) {
        return inFile(Error(ZipPartTooLarge, {{"name", member.name},
                                              {"size", std::to_string(member.size)},
                                              {"limit", std::to_string(limit)}}),
                      file_.path(), member.name);
    }
    std::string content;
    // No more than this: a declared size costs little until the data is really there.
    content.reserve(std::min<std::size_t>(static_cast<std::size_t>(member.size), LargestReserve));
    auto streamed = stream(member, [&](std::string_view piece) -> Result<void> {
        content.append(piece);
        return {};
    });
    if (!streamed) {
        return passOn(streamed);
    }
    return content;
}

} // namespace duibiao::io
