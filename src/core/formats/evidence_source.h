#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/io/file_system.h"
#include "core/io/zip.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <variant>

namespace duibiao {

/// The largest single piece of evidence, in bytes.
inline constexpr std::uint64_t LargestEvidence = std::uint64_t{256} << 20U;

/// Where the bytes of a piece of evidence lie: in a file of the user or in a package. They are never in
/// memory as a whole, and whoever reads them is told when they are not what they were.
class EvidenceSource {
public:
    /// Reads the file once for its hash. Errors: those of io::InputFile, io::FileTooLarge.
    [[nodiscard]] static Result<EvidenceSource> fromFile(const std::filesystem::path& path,
                                                         io::FileSystem& fileSystem = io::systemFileSystem());
    /// A member `evidence/<hash>` of an open package, which stays open as long as this lives.
    [[nodiscard]] static EvidenceSource fromMember(std::shared_ptr<const io::ZipArchive> archive,
                                                   const io::ZipMember& member, const Sha256& hash);

    [[nodiscard]] const Sha256& hash() const { return hash_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::uint32_t crc() const { return crc_; }
    /// Gives the bytes in pieces; io::FileChanged or io::ZipDamaged at the end when they do not have the
    /// hash.
    [[nodiscard]] Result<void> stream(const io::Sink& sink) const;

private:
    struct InFile {
        std::filesystem::path path;
        io::FileSystem* fileSystem;
    };
    struct InPackage {
        std::shared_ptr<const io::ZipArchive> archive;
        io::ZipMember member;
    };
    EvidenceSource() = default;
    [[nodiscard]] Result<void> streamUnchecked(const io::Sink& sink) const;

    std::variant<InFile, InPackage> place_;
    Sha256 hash_;
    std::uint64_t size_ = 0;
    std::uint32_t crc_ = 0;
};

} // namespace duibiao
