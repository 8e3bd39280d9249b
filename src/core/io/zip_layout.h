#pragma once

#include "core/io/zip.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The records of a ZIP file (APPNOTE 6.3.3 of PKWARE), shared by reader and writer. Inside io only.
namespace duibiao::io::zip {

inline constexpr std::uint32_t LocalSignature = 0x04034b50;
inline constexpr std::uint32_t CentralSignature = 0x02014b50;
inline constexpr std::uint32_t EndSignature = 0x06054b50;
inline constexpr std::size_t LocalSize = 30;
inline constexpr std::size_t CentralSize = 46;
inline constexpr std::size_t EndSize = 22;
inline constexpr std::uint32_t Zip64Mark = 0xFFFFFFFF;
inline constexpr std::uint16_t Zip64Mark16 = 0xFFFF;

/// The one legal form of each record in our own package: version 2.0, DOS, 1980-01-01 00:00, nothing
/// optional.
[[nodiscard]] std::string localHeader(const ZipMember& member);
[[nodiscard]] std::string centralHeader(const ZipMember& member);
[[nodiscard]] std::string endRecord(std::size_t members, std::uint64_t directorySize,
                                    std::uint64_t directoryOffset);

/// Little-endian numbers. Precondition: they lie within `bytes`.
[[nodiscard]] std::uint16_t u16(std::string_view bytes, std::size_t at);
[[nodiscard]] std::uint32_t u32(std::string_view bytes, std::size_t at);

/// The end record's fields that say where the directory is.
struct End {
    std::size_t members = 0;
    std::uint64_t directorySize = 0;
    std::uint64_t directoryOffset = 0;
    std::uint64_t offset = 0; ///< of the record itself
};

/// What a directory is checked against.
struct DirectoryRules {
    ZipProfile profile = ZipProfile::Package;
    ZipLimits limits;
};

/// Finds and checks the end record in the tail of a file of `fileSize` bytes.
[[nodiscard]] Result<End> findEnd(std::string_view tail, std::uint64_t fileSize, const DirectoryRules& rules);
/// Parses the directory's bytes into members, in the order of the directory, and checks them against each
/// other.
[[nodiscard]] Result<std::vector<ZipMember>> parseDirectory(std::string_view directory, const End& end,
                                                            const DirectoryRules& rules);
/// Checks a local header (LocalSize + name bytes) against its member; gives the length of its extra field.
[[nodiscard]] Result<std::size_t> checkLocalHeader(std::string_view header, const ZipMember& member,
                                                   ZipProfile profile);

} // namespace duibiao::io::zip
