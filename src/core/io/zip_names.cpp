#include "core/io/zip.h"

#include <algorithm>
#include <array>

namespace duibiao::io {

namespace {

constexpr std::uint64_t KiB = 1024;
constexpr std::uint64_t MiB = 1024 * KiB;

struct NamedRule {
    std::string_view name;
    PackageMemberRule rule;
};
// Stored: mimetype, so that other programs see it at a fixed place; manifest, so that its CRC covers each of
// its bits.
constexpr std::array PackageMembers{
    NamedRule{"mimetype", {ZipMethod::Stored, 64}},
    NamedRule{"checklist.xml", {ZipMethod::Deflated, 16 * MiB}},
    NamedRule{"document.xml", {ZipMethod::Deflated, 64 * MiB}},
    NamedRule{"log.jsonl", {ZipMethod::Deflated, 64 * MiB}},
    NamedRule{"manifest", {ZipMethod::Stored, 2 * MiB}},
};
constexpr std::string_view EvidenceFolder = "evidence/";
constexpr PackageMemberRule EvidenceRule{ZipMethod::Stored, 256 * MiB};
constexpr std::size_t HashLength = 64;
constexpr std::size_t LongestOoxmlName = 512;

bool isHash(std::string_view text) {
    return text.size() == HashLength &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isForbiddenInName(char character) {
    const auto code = static_cast<unsigned char>(character);
    return code < 0x20 || code == 0x7F || character == '\\' || character == ':';
}

} // namespace

std::optional<PackageMemberRule> packageMemberRule(std::string_view name) {
    const auto* found = std::ranges::find(PackageMembers, name, &NamedRule::name);
    if (found != PackageMembers.end()) {
        return found->rule;
    }
    if (name.starts_with(EvidenceFolder) && isHash(name.substr(EvidenceFolder.size()))) {
        return EvidenceRule;
    }
    return std::nullopt;
}

bool isOoxmlMemberName(std::string_view name) {
    if (name.empty() || name.size() > LongestOoxmlName || std::ranges::any_of(name, isForbiddenInName)) {
        return false;
    }
    if (name.ends_with('/')) { // a folder's own entry
        name.remove_suffix(1);
    }
    while (true) {
        const std::size_t slash = name.find('/');
        const std::string_view segment = name.substr(0, slash);
        if (segment.empty() || segment == "." || segment == "..") {
            return false;
        }
        if (slash == std::string_view::npos) {
            return true;
        }
        name.remove_prefix(slash + 1);
    }
}

ZipLimits packageReadLimits() {
    return {.archive = 2048 * MiB, .members = 10'000, .member = 256 * MiB, .total = 2048 * MiB};
}

ZipLimits ooxmlLimits() {
    return {.archive = 512 * MiB, .members = 10'000, .member = 512 * MiB, .total = 1024 * MiB};
}

} // namespace duibiao::io
