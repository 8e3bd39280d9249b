#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

inline constexpr ErrorKind ManifestMalformed =
    errorKind("manifest-malformed", Category::Input,
              "line {line} of the package's list of parts is damaged; get the file again from its sender");

/// A line of the manifest: a member with the hash and size of its bytes as stored.
struct ManifestLine {
    Sha256 hash;
    std::uint64_t size = 0;
    std::string name;
    bool operator==(const ManifestLine&) const = default;
};

/// docs/file-formats.md §3.1.
[[nodiscard]] std::string manifestText(const std::vector<ManifestLine>& lines);
[[nodiscard]] Result<std::vector<ManifestLine>> parseManifest(std::string_view text);

} // namespace duibiao
