#include "core/formats/evidence_source.h"

#include "core/base/catalogue.h"
#include "core/io/files.h"

#include <algorithm>
#include <utility>

namespace duibiao {

namespace {

Result<void> streamFile(const std::filesystem::path& path, io::FileSystem& fileSystem, const io::Sink& sink) {
    constexpr std::uint64_t PieceSize = std::uint64_t{256} << 10U;
    const auto file = io::InputFile::open(path, fileSystem);
    if (!file) {
        return passOn(file);
    }
    if (file->size() > LargestEvidence) {
        return fail(io::FileTooLarge, {{"file", io::displayName(path)},
                                       {"size", std::to_string(file->size())},
                                       {"limit", std::to_string(LargestEvidence)}});
    }
    for (std::uint64_t offset = 0; offset < file->size(); offset += PieceSize) {
        const std::uint64_t count = std::min(PieceSize, file->size() - offset);
        const auto piece = file->readAt(offset, static_cast<std::size_t>(count));
        if (!piece) {
            return passOn(piece);
        }
        if (auto taken = sink(*piece); !taken) {
            return taken;
        }
    }
    return {};
}

} // namespace

Result<EvidenceSource> EvidenceSource::fromFile(const std::filesystem::path& path,
                                                io::FileSystem& fileSystem) {
    EvidenceSource source;
    source.place_ = InFile{path, &fileSystem};
    Sha256Stream hash;
    auto read = streamFile(path, fileSystem, [&](std::string_view piece) -> Result<void> {
        hash.add(piece);
        source.crc_ = io::crc32Of(piece, source.crc_);
        source.size_ += piece.size();
        return {};
    });
    if (!read) {
        return passOn(read);
    }
    source.hash_ = hash.finish();
    return source;
}

EvidenceSource EvidenceSource::fromMember(std::shared_ptr<const io::ZipArchive> archive,
                                          const io::ZipMember& member, const Sha256& hash) {
    EvidenceSource source;
    source.hash_ = hash;
    source.size_ = member.size;
    source.crc_ = member.crc;
    source.place_ = InPackage{std::move(archive), member};
    return source;
}

Result<void> EvidenceSource::streamUnchecked(const io::Sink& sink) const {
    if (const auto* file = std::get_if<InFile>(&place_)) {
        return streamFile(file->path, *file->fileSystem, sink);
    }
    const auto& package = std::get<InPackage>(place_);
    return package.archive->stream(package.member, sink);
}

Result<void> EvidenceSource::stream(const io::Sink& sink) const {
    Sha256Stream hash;
    auto read = streamUnchecked([&](std::string_view piece) {
        hash.add(piece);
        return sink(piece);
    });
    if (!read) {
        return read;
    }
    if (hash.finish() != hash_) {
        if (const auto* file = std::get_if<InFile>(&place_)) {
            return fail(io::FileChanged, {{"file", io::displayName(file->path)}});
        }
        return fail(io::ZipDamaged, {{"file", hash_.text()},
                                     {"fault", std::string(msgid("a piece of evidence was changed"))}});
    }
    return {};
}

} // namespace duibiao
