#include "core/io/zip.h"
#include "support/temporary_folder.h"
#include "support/zip_builder.h"

#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <set>

namespace duibiao::io {
namespace {

using test::put;
using test::TemporaryFolder;
using test::ZipBuilder;

const std::string Evidence = "evidence/" + std::string(64, 'a');

/// A proper small package: stored, evidence, deflated.
ZipBuilder proper() {
    ZipBuilder zip;
    zip.add("mimetype", "application/vnd.duibiao.assessment+zip");
    zip.add(Evidence, "a photo");
    zip.add("document.xml", "<document>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</document>", true);
    return zip;
}

/// Opens and reads all; the first error.
Result<void> readAll(const std::filesystem::path& path, ZipProfile profile) {
    const auto limits = profile == ZipProfile::Package ? packageReadLimits() : ooxmlLimits();
    const auto archive = ZipArchive::open(path, profile, limits);
    if (!archive) {
        return passOn(archive);
    }
    if (auto checked = archive->checkHeaders(); !checked) {
        return checked;
    }
    for (const ZipMember& member : archive->members()) {
        if (const auto content = archive->read(member, member.size); !content) {
            return passOn(content);
        }
    }
    return {};
}

struct FaultCase {
    const char* name;
    std::function<void(ZipBuilder&)> make;
    bool alsoOoxml = false; ///< the other profile refuses it as well
};

// In each case member 0 is stored, 1 is evidence, 2 is deflated.
const std::vector<FaultCase> Faults = {
    {"prefix", [](ZipBuilder& z) { z.prefix = "#!/bin/sh\n"; }, true},
    {"suffix", [](ZipBuilder& z) { z.suffix = "x"; }, true},
    {"comment", [](ZipBuilder& z) { z.end.comment = "hello"; }},
    {"comment-length-too-long", [](ZipBuilder& z) { z.end.commentLengthError = 1; }, true},
    {"comment-length-too-short", [](ZipBuilder& z) { z.end.comment = "ab", z.end.commentLengthError = -1; },
     true},
    {"member-comment", [](ZipBuilder& z) { z.members[1].central.comment = "c"; }},
    {"gap-between-members", [](ZipBuilder& z) { z.members[0].after = "hidden"; }},
    {"gap-before-directory", [](ZipBuilder& z) { z.beforeDirectory = "hidden"; }},
    {"gap-before-end", [](ZipBuilder& z) { z.beforeEnd = "hidden"; }, true},
    {"unlisted-member", [](ZipBuilder& z) { z.members[1].listed = false; }},
    {"zip64-locator", [](ZipBuilder& z) { z.beforeEnd = "PK\6\7" + std::string(16, '\0'); }, true},
    {"zip64-size",
     [](ZipBuilder& z) { z.members[1].central.size = z.members[1].central.storedSize = 0xFFFFFFFF; }, true},
    {"zip64-extra",
     [](ZipBuilder& z) { z.members[1].central.extra = std::string("\1\0\x08\0", 4) + std::string(8, '\0'); },
     true},
    {"several-disks", [](ZipBuilder& z) { z.end.disk = 1; }, true},
    {"directory-on-another-disk", [](ZipBuilder& z) { z.end.directoryDisk = 1; }, true},
    {"member-on-another-disk", [](ZipBuilder& z) { z.members[1].central.disk = 1; }, true},
    {"count-too-large", [](ZipBuilder& z) { z.end.membersError = z.end.membersHereError = 1; }, true},
    {"count-too-small", [](ZipBuilder& z) { z.end.membersError = z.end.membersHereError = -1; }, true},
    {"counts-differ", [](ZipBuilder& z) { z.end.membersHereError = 1; }, true},
    {"directory-size-too-large", [](ZipBuilder& z) { z.end.sizeError = 1; }, true},
    {"directory-size-huge", [](ZipBuilder& z) { z.end.sizeError = 0xF0000000; }, true},
    {"directory-offset-wrong", [](ZipBuilder& z) { z.end.offsetError = -1; }, true},
    {"directory-offset-behind-the-end", [](ZipBuilder& z) { z.end.offsetError = 0x40000000; }, true},
    {"no-end-record", [](ZipBuilder& z) { z.end.signature = 0x06054b51; }, true},
    {"directory-signature", [](ZipBuilder& z) { z.members[1].central.signature = 0x02014b51; }, true},
    {"local-signature", [](ZipBuilder& z) { z.members[1].local.signature = 0x04034b51; }, true},
    {"duplicate-name", [](ZipBuilder& z) { z.members.push_back(z.members[1]); }, true},
    {"name-differs", [](ZipBuilder& z) { z.members[1].local.name.back() = 'b'; }, true},
    {"name-length-differs", [](ZipBuilder& z) { z.members[1].local.nameLengthError = -1; }, true},
    {"name-length-behind-the-end", [](ZipBuilder& z) { z.members[2].central.nameLengthError = 60000; }, true},
    {"method-differs", [](ZipBuilder& z) { z.members[1].local.method = 8; }, true},
    {"method-of-the-future",
     [](ZipBuilder& z) { z.members[1].local.method = z.members[1].central.method = 93; }, true},
    {"evidence-deflated",
     [](ZipBuilder& z) {
         auto m = ZipBuilder();
         m.add(Evidence, "a photo", true);
         z.members[1] = m.members[0];
     }},
    {"document-stored",
     [](ZipBuilder& z) {
         auto m = ZipBuilder();
         m.add("document.xml", "<d/>");
         z.members[2] = m.members[0];
     }},
    {"encrypted", [](ZipBuilder& z) { z.members[1].local.flags = z.members[1].central.flags = 1; }, true},
    {"strong-encryption", [](ZipBuilder& z) { z.members[1].local.flags = z.members[1].central.flags = 0x40; },
     true},
    {"masked-headers", [](ZipBuilder& z) { z.members[1].local.flags = z.members[1].central.flags = 0x2000; },
     true},
    {"utf8-flag", [](ZipBuilder& z) { z.members[1].local.flags = z.members[1].central.flags = 0x800; }},
    {"level-bits", [](ZipBuilder& z) { z.members[2].local.flags = z.members[2].central.flags = 2; }},
    {"data-descriptor",
     [](ZipBuilder& z) {
         z.members[2].local.flags = z.members[2].central.flags = 8,
         z.members[2].after = std::string(12, '\0');
     }},
    {"descriptor-flag-differs", [](ZipBuilder& z) { z.members[2].local.flags = 8; }, true},
    {"flags-differ", [](ZipBuilder& z) { z.members[1].local.flags = 0x800; }},
    {"local-extra", [](ZipBuilder& z) { z.members[1].local.extra = "abcd"; }},
    {"directory-extra", [](ZipBuilder& z) { z.members[1].central.extra = "abcd"; }},
    {"crc-wrong", [](ZipBuilder& z) { z.members[1].local.crc = z.members[1].central.crc ^= 1; }, true},
    {"crc-differs", [](ZipBuilder& z) { z.members[1].local.crc ^= 1; }, true},
    {"content-changed", [](ZipBuilder& z) { z.members[1].data[0] = 'A'; }, true},
    {"stored-size-differs", [](ZipBuilder& z) { z.members[1].local.size = z.members[1].central.size = 6; },
     true},
    {"size-differs", [](ZipBuilder& z) { z.members[2].local.size += 1; }, true},
    {"inflates-to-more", [](ZipBuilder& z) { z.members[2].local.size = z.members[2].central.size -= 1; },
     true},
    {"inflates-to-less", [](ZipBuilder& z) { z.members[2].local.size = z.members[2].central.size += 1; },
     true},
    {"deflate-cut",
     [](ZipBuilder& z) {
         z.members[2].data.pop_back();
         z.members[2].local.storedSize = z.members[2].central.storedSize -= 1;
     },
     true},
    {"deflate-followed-by-bytes",
     [](ZipBuilder& z) {
         z.members[2].data += "x";
         z.members[2].local.storedSize = z.members[2].central.storedSize += 1;
     },
     true},
    {"deflate-garbage", [](ZipBuilder& z) { z.members[2].data.assign(z.members[2].data.size(), '\xFF'); },
     true},
    {"bomb-64-mib-declared-as-1-kib",
     [](ZipBuilder& z) {
         auto m = ZipBuilder();
         m.add("document.xml", std::string(std::size_t{64} << 20U, '\0'), true);
         z.members[2] = m.members[0];
         z.members[2].local.size = z.members[2].central.size = 1024;
     },
     true},
    {"overlap-same-offset", [](ZipBuilder& z) { z.fixOffsets = false; }, true},
    {"offset-behind-the-end", [](ZipBuilder& z) { z.members[2].central.offset = 0x7FFFFFFF; }, true},
    {"offset-inside-another",
     [](ZipBuilder& z) { z.members[2].central.offset = static_cast<std::uint32_t>(-10); }, true},
    {"order-of-directory",
     [](ZipBuilder& z) {
         std::swap(z.members[0].central, z.members[1].central);
         z.members[0].central.offset = 30 + 8 + 38;
         z.members[1].central.offset = static_cast<std::uint32_t>(-(30 + 8 + 38));
     }},
    {"time", [](ZipBuilder& z) { z.members[1].local.time = z.members[1].central.time = 1; }},
    {"date", [](ZipBuilder& z) { z.members[1].local.date = z.members[1].central.date = 0x22; }},
    {"made-by-unix", [](ZipBuilder& z) { z.members[1].central.madeBy = 0x0314; }},
    {"version-needed", [](ZipBuilder& z) { z.members[1].central.needed = 10; }},
    {"version-of-the-future", [](ZipBuilder& z) { z.members[1].central.needed = 63; }, true},
    {"symbolic-link",
     [](ZipBuilder& z) {
         z.members[1].central.madeBy = 0x0314, z.members[1].central.external = 0120777U << 16U;
     },
     true},
    {"device",
     [](ZipBuilder& z) {
         z.members[1].central.madeBy = 0x0314, z.members[1].central.external = 0060777U << 16U;
     },
     true},
    {"dos-attributes", [](ZipBuilder& z) { z.members[1].central.external = 0x10; }},
    {"internal-attributes", [](ZipBuilder& z) { z.members[1].central.internal = 1; }},
    {"unknown-name", [](ZipBuilder& z) { z.add("readme.txt", "hello"); }},
};

void PrintTo(const FaultCase& fault, std::ostream* out) {
    *out << fault.name;
}

class HostileZip : public testing::TestWithParam<FaultCase> {};

TEST_P(HostileZip, IsRefused) {
    const TemporaryFolder folder;
    ZipBuilder zip = proper();
    put(folder / "proper", zip.bytes());
    ASSERT_TRUE(readAll(folder / "proper", ZipProfile::Package)) << "the case has to start from a good file";
    ASSERT_TRUE(readAll(folder / "proper", ZipProfile::Ooxml));
    GetParam().make(zip);
    put(folder / "z", zip.bytes());
    EXPECT_FALSE(readAll(folder / "z", ZipProfile::Package));
    EXPECT_EQ(!readAll(folder / "z", ZipProfile::Ooxml).has_value(), GetParam().alsoOoxml);
}

INSTANTIATE_TEST_SUITE_P(Faults, HostileZip, testing::ValuesIn(Faults), [](const auto& instance) {
    std::string name = instance.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(HostileZipFile, ThatIsCutAnywhereIsRefused) {
    const TemporaryFolder folder;
    const std::string bytes = proper().bytes();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        put(folder / "z", std::string_view(bytes).substr(0, length));
        ASSERT_FALSE(readAll(folder / "z", ZipProfile::Package)) << length;
        ASSERT_FALSE(readAll(folder / "z", ZipProfile::Ooxml)) << length;
    }
}

/// Names that lead out of a folder, hide, collide or confuse; each in many dresses.
std::set<std::string> hostileNames() {
    std::set<std::string> names = {
        "", ".", "..", "/", "\\", "//", "~", "con", "NUL", "a\0b", std::string("x\0", 2)};
    const std::vector<std::string> ends = {"etc/passwd", "x.exe", "document.xml", "mimetype", Evidence};
    const std::vector<std::string> ways = {"../",
                                           "../../",
                                           "..\\",
                                           "/",
                                           "//",
                                           "\\",
                                           "\\\\server\\share\\",
                                           "C:\\",
                                           "C:/",
                                           "c:",
                                           "./",
                                           ".\\",
                                           "a/../",
                                           "a/../../",
                                           "evidence/../",
                                           "evidence/../../",
                                           "evidence/./",
                                           "evidence//",
                                           "evidence\\",
                                           "/evidence/",
                                           "./evidence/",
                                           "\x01",
                                           "\n",
                                           "\r",
                                           "\t",
                                           "\x1b[2J",
                                           "\x7f",
                                           "file:///",
                                           "a/b/../../../",
                                           "..//",
                                           "../ ",
                                           "%2e%2e/x:",
                                           "..%2f:",
                                           "\\\\?\\C:\\",
                                           "\\\\.\\",
                                           "a:b/",
                                           "a\\..\\"};
    const std::vector<std::string> tails = {"", "/..", "\\", "\x02"};
    for (const std::string& way : ways) {
        for (const std::string& end : ends) {
            for (const std::string& tail : tails) {
                names.insert(way + end + tail);
            }
        }
    }
    return names;
}

TEST(HostileZipNames, AreAllRefused) {
    const TemporaryFolder folder;
    std::size_t count = 0;
    for (const std::string& name : hostileNames()) {
        ZipBuilder zip = proper();
        zip.add(name, "hello");
        put(folder / "z", zip.bytes());
        EXPECT_FALSE(ZipArchive::open(folder / "z", ZipProfile::Package, packageReadLimits())) << name;
        ++count;
    }
    EXPECT_GE(count, 500U);
}

TEST(HostileZipNames, ThatLeadOutOfAFolderAreRefusedInOfficeFilesToo) {
    EXPECT_TRUE(isOoxmlMemberName("xl/worksheets/sheet1.xml"));
    EXPECT_TRUE(isOoxmlMemberName("xl/media/图片 1.png"));
    EXPECT_TRUE(isOoxmlMemberName("_rels/.rels"));
    EXPECT_TRUE(isOoxmlMemberName("xl/media/"));
    for (const char* name : {"../x", "a/../x", "/x", "a//x", "./x", "a/./x", "..", ".", "a\\x", "C:x", "a\nb",
                             "a/..", "//", "/"}) {
        EXPECT_FALSE(isOoxmlMemberName(name)) << name;
    }
    EXPECT_FALSE(isOoxmlMemberName(std::string_view("a\0b", 3)));
    EXPECT_FALSE(isOoxmlMemberName(""));
    EXPECT_FALSE(isOoxmlMemberName(std::string(513, 'a')));
    EXPECT_TRUE(isOoxmlMemberName(std::string(512, 'a')));
}

TEST(HostileZipNames, ThatDifferOnlyInCaseAreOnePartInOfficeFiles) {
    const TemporaryFolder folder;
    ZipBuilder zip;
    zip.add("xl/a.xml", "1");
    zip.add("XL/A.xml", "2");
    put(folder / "z", zip.bytes());
    EXPECT_FALSE(ZipArchive::open(folder / "z", ZipProfile::Ooxml, ooxmlLimits()));
}

} // namespace
} // namespace duibiao::io
