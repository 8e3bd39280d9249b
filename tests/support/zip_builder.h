#pragma once

#include "core/io/inflate.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duibiao::test {

/// One record as it will be written; every field can be made wrong.
struct RawHeader {
    std::uint32_t signature = 0;
    std::uint16_t madeBy = 20; ///< directory only
    std::uint16_t needed = 20;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint16_t time = 0;
    std::uint16_t date = 0x21;
    std::uint32_t crc = 0;
    std::uint32_t storedSize = 0;
    std::uint32_t size = 0;
    std::string name;
    std::string extra;
    std::string comment; ///< directory only, as the next four
    std::uint16_t disk = 0;
    std::uint16_t internal = 0;
    std::uint32_t external = 0;
    std::uint32_t offset = 0;
    int nameLengthError = 0; ///< added to the length that is written
};

struct RawMember {
    RawHeader local;
    RawHeader central;
    std::string data;
    std::string after; ///< bytes between this member and the next
    bool listed = true;
};

struct RawEnd {
    std::uint32_t signature = 0x06054b50;
    std::uint16_t disk = 0;
    std::uint16_t directoryDisk = 0;
    int membersHereError = 0;
    int membersError = 0;
    std::int64_t sizeError = 0;
    std::int64_t offsetError = 0;
    std::string comment;
    int commentLengthError = 0;
};

/// A ZIP file built record by record, for files no proper writer would make.
class ZipBuilder {
public:
    std::string prefix;
    std::vector<RawMember> members;
    std::string beforeDirectory;
    std::string beforeEnd;
    RawEnd end;
    std::string suffix;
    bool fixOffsets = true; ///< false: the offsets in `central` stay as they are

    RawMember& add(std::string name, std::string_view content, bool deflated = false) {
        RawMember member;
        member.data = deflated ? io::deflateBytes(content) : std::string(content);
        member.local.signature = 0x04034b50;
        member.local.method = deflated ? 8 : 0;
        member.local.crc = io::crc32Of(content);
        member.local.storedSize = static_cast<std::uint32_t>(member.data.size());
        member.local.size = static_cast<std::uint32_t>(content.size());
        member.local.name = std::move(name);
        member.central = member.local;
        member.central.signature = 0x02014b50;
        members.push_back(std::move(member));
        return members.back();
    }

    [[nodiscard]] std::string bytes() const {
        std::string out = prefix;
        std::string directory;
        std::size_t listed = 0;
        for (const RawMember& member : members) {
            RawHeader central = member.central;
            central.offset =
                fixOffsets ? static_cast<std::uint32_t>(out.size()) + central.offset : central.offset;
            writeLocal(out, member.local);
            out += member.data + member.after;
            if (member.listed) {
                writeCentral(directory, central);
                ++listed;
            }
        }
        out += beforeDirectory;
        const std::size_t offset = out.size();
        out += directory + beforeEnd;
        writeEnd(out, listed, directory.size(), offset);
        return out + suffix;
    }

private:
    static void put(std::string& out, std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) {
            out += static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU);
        }
    }
    static void writeCommon(std::string& out, const RawHeader& header) {
        put(out, header.needed, 2);
        put(out, header.flags, 2);
        put(out, header.method, 2);
        put(out, header.time, 2);
        put(out, header.date, 2);
        put(out, header.crc, 4);
        put(out, header.storedSize, 4);
        put(out, header.size, 4);
        put(out, header.name.size() + static_cast<std::size_t>(header.nameLengthError), 2);
        put(out, header.extra.size(), 2);
    }
    static void writeLocal(std::string& out, const RawHeader& header) {
        put(out, header.signature, 4);
        writeCommon(out, header);
        out += header.name + header.extra;
    }
    static void writeCentral(std::string& out, const RawHeader& header) {
        put(out, header.signature, 4);
        put(out, header.madeBy, 2);
        writeCommon(out, header);
        put(out, header.comment.size(), 2);
        put(out, header.disk, 2);
        put(out, header.internal, 2);
        put(out, header.external, 4);
        put(out, header.offset, 4);
        out += header.name + header.extra + header.comment;
    }
    void writeEnd(std::string& out, std::size_t listed, std::size_t size, std::size_t offset) const {
        put(out, end.signature, 4);
        put(out, end.disk, 2);
        put(out, end.directoryDisk, 2);
        put(out, listed + static_cast<std::size_t>(end.membersHereError), 2);
        put(out, listed + static_cast<std::size_t>(end.membersError), 2);
        put(out, size + static_cast<std::size_t>(end.sizeError), 4);
        put(out, offset + static_cast<std::size_t>(end.offsetError), 4);
        put(out, end.comment.size() + static_cast<std::size_t>(end.commentLengthError), 2);
        out += end.comment;
    }
};

} // namespace duibiao::test
