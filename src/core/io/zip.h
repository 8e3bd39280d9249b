#pragma once

#include "core/base/result.h"
#include "core/io/file_system.h"
#include "core/io/files.h"
#include "core/io/inflate.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao::io {

inline constexpr ErrorKind ZipDamaged =
    errorKind("zip-damaged", Category::Input,
              "{file} is damaged or was made by another program ({fault}); get it again from its sender");
inline constexpr ErrorKind ZipName =
    errorKind("zip-name", Category::Input,
              "{file} holds a part with a name that is not allowed ({name}); it may be an attack, do not "
              "open it with other programs");
inline constexpr ErrorKind ZipTooLarge =
    errorKind("zip-too-large", Category::Input,
              "{file} holds more than is read: {what} is {size}, the limit is {limit}");
inline constexpr ErrorKind ZipPartTooLarge =
    errorKind("zip-part-too-large", Category::Input,
              "{file} holds more than is read: its part {name} is {size}, the limit is {limit}");
inline constexpr ErrorKind ZipMemberMissing = errorKind(
    "zip-member-missing", Category::Input, "{file} lacks its part {name}; get it again from its sender");

/// Two strict subsets of ZIP; whatever else a ZIP may be is refused.
enum class ZipProfile : std::uint8_t {
    Package, ///< our own documents: a fixed list of names, every header field with exactly one legal value,
             ///< no gaps
    Ooxml,   ///< .xlsx and .docx of Excel, WPS, LibreOffice, libxlsxwriter: also data descriptors, extra
             ///< fields, any name
};

enum class ZipMethod : std::uint16_t { Stored = 0, Deflated = 8 };

/// Held before anything is allocated for the content. Sizes in bytes.
struct ZipLimits {
    std::uint64_t archive = 0; ///< size of the file
    std::size_t members = 0;
    std::uint64_t member = 0; ///< declared size of one member's content
    std::uint64_t total = 0;  ///< declared size of all content
};
/// 2 GiB, 10,000 members; each member has the limit of its name, see packageMemberRule().
[[nodiscard]] ZipLimits packageReadLimits();
/// 512 MiB, 10,000 members of at most 512 MiB, 1 GiB in all.
[[nodiscard]] ZipLimits ooxmlLimits();

struct ZipMember {
    std::string name;
    ZipMethod method = ZipMethod::Stored;
    std::uint32_t crc = 0;
    std::uint64_t storedSize = 0;
    std::uint64_t size = 0;
    std::uint64_t headerOffset = 0;
    std::uint64_t bound = 0; ///< where the next member or the directory begins
    bool hasDescriptor = false;
};

/// What a member of that name is in our package; none when the name is not on the list.
struct PackageMemberRule {
    ZipMethod method = ZipMethod::Stored;
    std::uint64_t limit = 0; ///< largest content in bytes
};
[[nodiscard]] std::optional<PackageMemberRule> packageMemberRule(std::string_view name);
/// Whether a member of an Office file may be called that: relative, no `.` or `..`, no backslash, colon or
/// control character.
[[nodiscard]] bool isOoxmlMemberName(std::string_view name);

/// A ZIP file that is open for reading. Only the directory is in memory; content is read when asked for.
class ZipArchive {
public:
    /// Reads the tail and the directory and checks everything that can be known from them.
    /// Errors: those of InputFile::open, ZipDamaged with the fault, ZipName, ZipTooLarge.
    [[nodiscard]] static Result<ZipArchive> open(const std::filesystem::path& path, ZipProfile profile,
                                                 const ZipLimits& limits,
                                                 FileSystem& fileSystem = systemFileSystem());

    [[nodiscard]] const std::vector<ZipMember>& members() const { return members_; }
    /// Null when there is none. Names compare exactly.
    [[nodiscard]] const ZipMember* find(std::string_view name) const;
    /// As find(), with ZipMemberMissing.
    [[nodiscard]] Result<const ZipMember*> require(std::string_view name) const;

    /// Compares every local header with the directory (done for one member whenever it is read).
    [[nodiscard]] Result<void> checkHeaders() const;
    /// The content, inflated, its size and CRC checked; ZipTooLarge before reading when it declares more than
    /// `limit`.
    [[nodiscard]] Result<std::string> read(const ZipMember& member, std::uint64_t limit) const;
    /// The content in pieces. Only after success is it known to be whole.
    [[nodiscard]] Result<void> stream(const ZipMember& member, const Sink& sink) const;
    /// The bytes as they lie in the file, in pieces, unchecked.
    [[nodiscard]] Result<void> streamStored(const ZipMember& member, const Sink& sink) const;

private:
    ZipArchive(InputFile file, ZipProfile profile);
    [[nodiscard]] Result<void> loadTail();
    [[nodiscard]] Result<std::string> bytesAt(std::uint64_t offset, std::size_t count) const;
    [[nodiscard]] Result<std::uint64_t> contentOffset(const ZipMember& member) const;
    [[nodiscard]] std::unexpected<Error> damaged(std::string_view fault, std::string_view member = {}) const;

    InputFile file_;
    ZipProfile profile_;
    std::uint64_t tailOffset_ = 0;
    std::string tail_; ///< the last 64 KiB: the directory and the newest small members usually lie in it
    std::vector<ZipMember> members_;
};

} // namespace duibiao::io
