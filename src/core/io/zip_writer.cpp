#include "core/io/zip_writer.h"

#include "core/base/catalogue.h"
#include "core/io/zip_layout.h"

#include <cassert>
#include <utility>

namespace duibiao::io {

namespace {

std::unexpected<Error> tooLarge(std::string_view what, std::uint64_t size, std::uint64_t limit) {
    return fail(
        PackageTooLarge,
        {{"what", std::string(what)}, {"size", std::to_string(size)}, {"limit", std::to_string(limit)}});
}

} // namespace

PackedMember packMember(std::string_view name, std::string_view content) {
    const auto rule = packageMemberRule(name);
    assert(rule);
    PackedMember packed;
    packed.stored = rule->method == ZipMethod::Deflated ? deflateBytes(content) : std::string(content);
    packed.member = {.name = std::string(name),
                     .method = rule->method,
                     .crc = crc32Of(content),
                     .storedSize = packed.stored.size(),
                     .size = content.size()};
    return packed;
}

Result<void> ZipWriter::begin(ZipMember member) {
    const ZipLimits limits = packageReadLimits();
    const auto rule = packageMemberRule(member.name);
    assert(rule);
    if (member.size > rule->limit) {
        return fail(PackagePartTooLarge, {{"name", member.name},
                                          {"size", std::to_string(member.size)},
                                          {"limit", std::to_string(rule->limit)}});
    }
    if (members_.size() >= limits.members) {
        return tooLarge(msgid("the number of parts"), members_.size() + 1, limits.members);
    }
    if (out_->position() + member.storedSize > LargestPackage) {
        return tooLarge(msgid("the package"), out_->position() + member.storedSize, LargestPackage);
    }
    member.headerOffset = out_->position();
    members_.push_back(std::move(member));
    return out_->write(zip::localHeader(members_.back()));
}

Result<void> ZipWriter::add(const PackedMember& packed) {
    if (auto begun = begin(packed.member); !begun) {
        return begun;
    }
    return out_->write(packed.stored);
}

Result<void> ZipWriter::addStored(std::string_view name, std::uint64_t size, std::uint32_t crc,
                                  const Source& source) {
    if (auto begun = begin({.name = std::string(name), .crc = crc, .storedSize = size, .size = size});
        !begun) {
        return begun;
    }
    const std::uint64_t start = out_->position();
    std::uint32_t seen = 0;
    auto copied = source([&](std::string_view piece) {
        seen = crc32Of(piece, seen);
        return out_->write(piece);
    });
    if (!copied) {
        return copied;
    }
    if (seen != crc || out_->position() - start != size) {
        return fail(FileChanged, {{"file", std::string(name)}});
    }
    return {};
}

Result<void> ZipWriter::finish() {
    const std::uint64_t start = out_->position();
    for (const ZipMember& member : members_) {
        if (auto written = out_->write(zip::centralHeader(member)); !written) {
            return written;
        }
    }
    return out_->write(zip::endRecord(members_.size(), out_->position() - start, start));
}

} // namespace duibiao::io
