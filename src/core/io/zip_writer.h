#pragma once

#include "core/base/result.h"
#include "core/io/output_file.h"
#include "core/io/zip.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao::io {

inline constexpr ErrorKind PackagePartTooLarge = errorKind(
    "package-part-too-large", Category::Output,
    "the part {name} is {size}, the limit is {limit}; remove some of it or refer to where it is kept");
inline constexpr ErrorKind PackageTooLarge =
    errorKind("package-too-large", Category::Output,
              "{what} is {size}, the limit is {limit}; remove some evidence or refer to where it is kept");

/// The largest package that is written; reading allows somewhat more, see packageReadLimits().
inline constexpr std::uint64_t LargestPackage = std::uint64_t{1536} << 20U;

/// A member made ready to be written: compressed as its name asks for.
struct PackedMember {
    ZipMember member;
    std::string stored; ///< the bytes as they will lie in the file
};
/// Precondition: `name` is on the package's list.
[[nodiscard]] PackedMember packMember(std::string_view name, std::string_view content);

/// Gives a content piece by piece to the sink.
using Source = std::function<Result<void>(const Sink& sink)>;

/// Writes the Package profile: the same members give the same bytes, on every day and on every system.
class ZipWriter {
public:
    explicit ZipWriter(OutputFile& out)
        : out_(&out) {}
    /// Errors: PackageTooLarge, those of writing.
    [[nodiscard]] Result<void> add(const PackedMember& packed);
    /// A stored member whose size and CRC are known; FileChanged when the source gives anything else.
    [[nodiscard]] Result<void> addStored(std::string_view name, std::uint64_t size, std::uint32_t crc,
                                         const Source& source);
    /// Writes the directory. The file itself is finished by the caller.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> begin(ZipMember member);
    OutputFile* out_;
    std::vector<ZipMember> members_;
};

} // namespace duibiao::io
