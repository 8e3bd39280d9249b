#include "core/base/catalogue.h"
#include "core/io/zip_layout.h"

#include <algorithm>
#include <ranges>
#include <set>

namespace duibiao::io::zip {

namespace {

constexpr std::uint16_t VersionTwo = 20;
constexpr std::uint16_t DosDate1980 = 0x0021;
constexpr std::uint16_t FlagEncrypted = 0x0001;
constexpr std::uint16_t FlagDescriptor = 0x0008;
constexpr std::uint16_t AllowedFlags = 0x080E; // compression level, descriptor, UTF-8 names
constexpr std::uint16_t LargestVersion = 45;
constexpr std::uint16_t Zip64Extra = 0x0001;

void put16(std::string& out, std::uint64_t value) {
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>((value >> 8U) & 0xFFU);
}

void put32(std::string& out, std::uint64_t value) {
    put16(out, value & 0xFFFFU);
    put16(out, (value >> 16U) & 0xFFFFU);
}

/// The fields from "version needed" to "extra length" are the same in both headers.
void putCommon(std::string& out, const ZipMember& member) {
    put16(out, VersionTwo);
    put16(out, 0); // flags
    put16(out, static_cast<std::uint16_t>(member.method));
    put16(out, 0); // 00:00
    put16(out, DosDate1980);
    put32(out, member.crc);
    put32(out, member.storedSize);
    put32(out, member.size);
    put16(out, member.name.size());
    put16(out, 0); // extra
}

std::unexpected<Error> fault(std::string_view what) {
    return fail(ZipDamaged, {{"fault", std::string(what)}});
}

std::unexpected<Error> tooLarge(std::string_view what, std::uint64_t size, std::uint64_t limit) {
    return fail(
        ZipTooLarge,
        {{"what", std::string(what)}, {"size", std::to_string(size)}, {"limit", std::to_string(limit)}});
}

std::unexpected<Error> partTooLarge(std::string name, std::uint64_t size, std::uint64_t limit) {
    return fail(
        ZipPartTooLarge,
        {{"name", std::move(name)}, {"size", std::to_string(size)}, {"limit", std::to_string(limit)}});
}

/// A hostile name as plain ASCII, so that it does no harm in a terminal or a JSON text.
std::string shown(std::string_view name) {
    constexpr std::string_view Digits = "0123456789abcdef";
    constexpr std::size_t Longest = 80;
    std::string text;
    for (const char character : name.substr(0, Longest)) {
        const auto code = static_cast<unsigned char>(character);
        if (code >= 0x20 && code < 0x7F) {
            text += character;
        } else {
            text += "\\x";
            text += Digits[code >> 4U];
            text += Digits[code & 0x0FU];
        }
    }
    return text;
}

/// One record of the directory, as it stands there.
struct Record {
    std::string_view bytes;
    ZipMember member;
    std::uint16_t madeBy = 0;
    std::uint16_t needed = 0;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint16_t disk = 0;
    std::uint32_t attributes = 0;
    std::string_view extra;
};

Result<Record> nextRecord(std::string_view rest) {
    if (rest.size() < CentralSize || u32(rest, 0) != CentralSignature) {
        return fault(msgid("its table of contents is damaged"));
    }
    const std::size_t name = u16(rest, 28);
    const std::size_t extra = u16(rest, 30);
    const std::size_t length = CentralSize + name + extra + u16(rest, 32);
    if (rest.size() < length) {
        return fault(msgid("its table of contents is cut off"));
    }
    Record record;
    record.bytes = rest.substr(0, length);
    record.madeBy = u16(rest, 4);
    record.needed = u16(rest, 6);
    record.flags = u16(rest, 8);
    record.method = u16(rest, 10);
    record.disk = u16(rest, 34);
    record.attributes = u32(rest, 38);
    record.extra = rest.substr(CentralSize + name, extra);
    record.member = {.name = std::string(rest.substr(CentralSize, name)),
                     .method = static_cast<ZipMethod>(record.method),
                     .crc = u32(rest, 16),
                     .storedSize = u32(rest, 20),
                     .size = u32(rest, 24),
                     .headerOffset = u32(rest, 42),
                     .hasDescriptor = (record.flags & FlagDescriptor) != 0};
    return record;
}

Result<void> checkPackageRecord(const Record& record) {
    const auto rule = packageMemberRule(record.member.name);
    if (!rule) {
        return fail(ZipName, {{"name", shown(record.member.name)}});
    }
    if (record.method != static_cast<std::uint16_t>(rule->method)) {
        return fault(msgid("a part is packed in a way that is not read"));
    }
    if (record.member.size > rule->limit) {
        return partTooLarge(shown(record.member.name), record.member.size, rule->limit);
    }
    if (record.bytes != centralHeader(record.member)) {
        return fault(msgid("a field of its table of contents is not as it should be"));
    }
    return {};
}

bool hasZip64(std::string_view extra) {
    while (extra.size() >= 4) {
        if (u16(extra, 0) == Zip64Extra) {
            return true;
        }
        extra.remove_prefix(std::min<std::size_t>(extra.size(), std::size_t{4} + u16(extra, 2)));
    }
    return false;
}

/// Links, devices and the like, which archives of Unix systems can hold.
bool isSpecialFile(const Record& record) {
    constexpr std::uint16_t Unix = 3;
    constexpr std::uint32_t TypeMask = 0170000;
    constexpr std::uint32_t Regular = 0100000;
    constexpr std::uint32_t Folder = 0040000;
    const std::uint32_t type = (record.attributes >> 16U) & TypeMask;
    return (record.madeBy >> 8U) == Unix && type != 0 && type != Regular && type != Folder;
}

Result<void> checkOoxmlRecord(const Record& record) {
    if (!isOoxmlMemberName(record.member.name)) {
        return fail(ZipName, {{"name", shown(record.member.name)}});
    }
    if ((record.flags & FlagEncrypted) != 0) {
        return fault(msgid("it is encrypted"));
    }
    if ((record.flags & ~AllowedFlags) != 0) {
        return fault(msgid("a part is marked with something that is not read"));
    }
    if (record.method != 0 && record.method != 8) {
        return fault(msgid("a part is packed in a way that is not read"));
    }
    const bool marked = record.member.size == Zip64Mark || record.member.storedSize == Zip64Mark ||
                        record.member.headerOffset == Zip64Mark;
    if (marked || hasZip64(record.extra)) {
        return fault(msgid("it has the form for very large files"));
    }
    if ((record.needed & 0xFFU) > LargestVersion || record.disk != 0) {
        return fault(msgid("a field of its table of contents is not as it should be"));
    }
    return isSpecialFile(record) ? Result<void>(fault(msgid("a part is a link or a device")))
                                 : Result<void>();
}

std::string foldedName(const ZipMember& member, ZipProfile profile) {
    std::string name = member.name;
    if (profile == ZipProfile::Ooxml) { // names of Office parts are equal whatever their case
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
    }
    return name;
}

/// Sizes of one member and of all so far.
Result<std::uint64_t> addSize(std::uint64_t total, const ZipMember& member, const DirectoryRules& rules) {
    if (member.size > rules.limits.member) {
        return partTooLarge(shown(member.name), member.size, rules.limits.member);
    }
    if (total + member.size > rules.limits.total) {
        return tooLarge(msgid("all content together"), total + member.size, rules.limits.total);
    }
    if (member.method == ZipMethod::Stored && member.size != member.storedSize) {
        return fault(msgid("the sizes of a part contradict each other"));
    }
    return total + member.size;
}

/// Members lie one behind the other up to the directory: in our package without a gap, elsewhere without
/// overlap.
Result<void> setBounds(std::vector<ZipMember>& members, const End& end, ZipProfile profile) {
    std::vector<ZipMember*> inFile;
    inFile.reserve(members.size());
    for (ZipMember& member : members) {
        inFile.push_back(&member);
    }
    if (profile == ZipProfile::Ooxml) { // our own directory has to stand in the order of the file
        std::ranges::sort(inFile, {}, &ZipMember::headerOffset);
    }
    std::uint64_t position = 0;
    for (std::size_t i = 0; i < inFile.size(); ++i) {
        ZipMember& member = *inFile[i];
        member.bound = i + 1 < inFile.size() ? inFile[i + 1]->headerOffset : end.directoryOffset;
        const bool mustTouch = profile == ZipProfile::Package || i == 0;
        if (member.headerOffset < position || (mustTouch && member.headerOffset != position)) {
            return fault(member.headerOffset < position ? msgid("its parts overlap")
                                                        : msgid("something foreign lies between its parts"));
        }
        position = member.headerOffset + LocalSize + member.name.size() + member.storedSize;
    }
    if (position > end.directoryOffset ||
        (profile == ZipProfile::Package && position != end.directoryOffset)) {
        return fault(position > end.directoryOffset ? msgid("its parts overlap")
                                                    : msgid("something foreign lies between its parts"));
    }
    return {};
}

Result<void> checkEnd(std::string_view record, const End& end, std::uint64_t fileSize,
                      const DirectoryRules& rules) {
    if (end.directoryOffset == Zip64Mark || end.directorySize == Zip64Mark || end.members == Zip64Mark16) {
        return fault(msgid("it has the form for very large files"));
    }
    if (u16(record, 4) != 0 || u16(record, 6) != 0 || u16(record, 8) != end.members) {
        return fault(msgid("it is one volume of several"));
    }
    if (end.directoryOffset + end.directorySize != end.offset) {
        return fault(msgid("its table of contents is not where it should be"));
    }
    if (fileSize > rules.limits.archive) {
        return tooLarge(msgid("the file"), fileSize, rules.limits.archive);
    }
    if (end.members > rules.limits.members) {
        return tooLarge(msgid("the number of parts"), end.members, rules.limits.members);
    }
    return {};
}

} // namespace

std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                      (static_cast<unsigned char>(bytes[at + 1]) << 8U));
}

std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return u16(bytes, at) | (static_cast<std::uint32_t>(u16(bytes, at + 2)) << 16U);
}

std::string localHeader(const ZipMember& member) {
    std::string out;
    put32(out, LocalSignature);
    putCommon(out, member);
    return out + member.name;
}

std::string centralHeader(const ZipMember& member) {
    std::string out;
    put32(out, CentralSignature);
    put16(out, VersionTwo); // made by: DOS
    putCommon(out, member);
    put16(out, 0); // comment
    put16(out, 0); // disk
    put16(out, 0); // internal attributes
    put32(out, 0); // external attributes
    put32(out, member.headerOffset);
    return out + member.name;
}

std::string endRecord(std::size_t members, std::uint64_t directorySize, std::uint64_t directoryOffset) {
    std::string out;
    put32(out, EndSignature);
    put32(out, 0); // disks
    put16(out, members);
    put16(out, members);
    put32(out, directorySize);
    put32(out, directoryOffset);
    put16(out, 0); // comment
    return out;
}

Result<End> findEnd(std::string_view tail, std::uint64_t fileSize, const DirectoryRules& rules) {
    const std::size_t longestComment = rules.profile == ZipProfile::Package ? 0 : Zip64Mark16;
    for (std::size_t comment = 0; comment <= longestComment && comment + EndSize <= tail.size(); ++comment) {
        const std::size_t at = tail.size() - EndSize - comment;
        const std::string_view record = tail.substr(at, EndSize);
        if (u32(record, 0) != EndSignature || u16(record, 20) != comment) {
            continue;
        }
        const End end{.members = u16(record, 10),
                      .directorySize = u32(record, 12),
                      .directoryOffset = u32(record, 16),
                      .offset = fileSize - EndSize - comment};
        if (auto checked = checkEnd(record, end, fileSize, rules); !checked) {
            return passOn(checked);
        }
        return end;
    }
    return fault(msgid("its end is missing"));
}

Result<std::vector<ZipMember>> parseDirectory(std::string_view directory, const End& end,
                                              const DirectoryRules& rules) {
    std::vector<ZipMember> members;
    std::set<std::string> names;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < end.members; ++i) {
        const auto record = nextRecord(directory);
        if (!record) {
            return passOn(record);
        }
        const auto checked =
            rules.profile == ZipProfile::Package ? checkPackageRecord(*record) : checkOoxmlRecord(*record);
        if (!checked) {
            return passOn(checked);
        }
        const auto sum = addSize(total, record->member, rules);
        if (!sum) {
            return passOn(sum);
        }
        total = *sum;
        if (!names.insert(foldedName(record->member, rules.profile)).second) {
            return fault(msgid("two of its parts have one name"));
        }
        directory.remove_prefix(record->bytes.size());
        members.push_back(record->member);
    }
    if (!directory.empty()) {
        return fault(msgid("its table of contents has the wrong length"));
    }
    if (auto bounds = setBounds(members, end, rules.profile); !bounds) {
        return passOn(bounds);
    }
    return members;
}

Result<std::size_t> checkLocalHeader(std::string_view header, const ZipMember& member, ZipProfile profile) {
    if (profile == ZipProfile::Package) {
        if (header != localHeader(member)) {
            return fault(msgid("a part contradicts the table of contents"));
        }
        return 0;
    }
    const bool same = u32(header, 0) == LocalSignature && header.substr(LocalSize) == member.name &&
                      u16(header, 26) == member.name.size() &&
                      u16(header, 8) == static_cast<std::uint16_t>(member.method) &&
                      ((u16(header, 6) & FlagDescriptor) != 0) == member.hasDescriptor &&
                      (u16(header, 6) & FlagEncrypted) == 0;
    const bool sameSizes = u32(header, 14) == member.crc && u32(header, 18) == member.storedSize &&
                           u32(header, 22) == member.size;
    const bool noSizes = u32(header, 14) == 0 && u32(header, 18) == 0 && u32(header, 22) == 0;
    if (!same || !(sameSizes || (member.hasDescriptor && noSizes))) {
        return fault(msgid("a part contradicts the table of contents"));
    }
    return u16(header, 28);
}

} // namespace duibiao::io::zip
