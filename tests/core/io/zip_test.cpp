#include "core/io/zip.h"
#include "core/io/zip_writer.h"
#include "support/temporary_folder.h"
#include "support/zip_builder.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

namespace duibiao::io {
namespace {

using test::get;
using test::put;
using test::TemporaryFolder;
using test::ZipBuilder;

const std::string Hash(64, 'a');

/// A file from the writer with the given members, as a package has them.
std::string written(const TemporaryFolder& folder,
                    const std::vector<std::pair<std::string, std::string>>& members) {
    put(folder / "w", "");
    auto file = OutputFile::open(folder / "w", systemFileSystem());
    EXPECT_TRUE(file);
    ZipWriter writer(*file);
    for (const auto& [name, content] : members) {
        EXPECT_TRUE(writer.add(packMember(name, content)));
    }
    EXPECT_TRUE(writer.finish());
    EXPECT_TRUE(file->finish());
    return get(folder / "w");
}

TEST(ZipWriter, GivesTheSameBytesForTheSameMembersAndTheReaderReadsThem) {
    const TemporaryFolder folder;
    const std::vector<std::pair<std::string, std::string>> members = {
        {"mimetype", "application/vnd.duibiao.assessment+zip"},
        {"checklist.xml", std::string(100'000, 'c')},
        {"evidence/" + Hash, std::string("\0\1\2", 3)},
        {"document.xml", ""}};
    const std::string bytes = written(folder, members);
    EXPECT_EQ(bytes, written(folder, members));
    EXPECT_EQ(bytes.substr(38, 38), "application/vnd.duibiao.assessment+zip") << "where `file` looks for it";

    const auto archive = ZipArchive::open(folder / "w", ZipProfile::Package, packageReadLimits());
    ASSERT_TRUE(archive);
    ASSERT_TRUE(archive->checkHeaders());
    ASSERT_EQ(archive->members().size(), members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        EXPECT_EQ(archive->members()[i].name, members[i].first);
        EXPECT_EQ(*archive->read(archive->members()[i], 1'000'000), members[i].second);
    }
}

TEST(ZipWriter, IsReadByOtherPrograms) {
    const TemporaryFolder folder;
    written(folder, {{"mimetype", "x"}, {"checklist.xml", "<c/>"}, {"evidence/" + Hash, "photo"}});
    const std::string command = "python3 -c \"import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); "
                                "sys.exit(z.testzip() is not None or z.read('checklist.xml') != b'<c/>')\" " +
                                (folder / "w").string();
    EXPECT_EQ(std::system(command.c_str()), 0); // one thread, a command of our own
}

TEST(ZipWriter, NoticesAStreamThatIsNotWhatWasSaid) {
    const TemporaryFolder folder;
    put(folder / "w", "");
    auto file = OutputFile::open(folder / "w", systemFileSystem());
    ZipWriter writer(*file);
    const Source source = [](const Sink& sink) { return sink("changed"); };
    EXPECT_TRUE(writer.addStored("evidence/" + Hash, 7, crc32Of("changed"), source));
    EXPECT_TRUE(writer.addStored("evidence/" + std::string(64, 'b'), 7, crc32Of("another"), source)
                    .error()
                    .is(FileChanged));
    EXPECT_TRUE(writer.addStored("evidence/" + std::string(64, 'c'), 8, crc32Of("changed"), source)
                    .error()
                    .is(FileChanged));
}

TEST(ZipWriter, KeepsTheLimits) {
    const TemporaryFolder folder;
    put(folder / "w", "");
    auto file = OutputFile::open(folder / "w", systemFileSystem());
    ZipWriter writer(*file);
    const auto nothing = [](const Sink&) { return Result<void>(); };
    const std::uint64_t largest = std::uint64_t{256} << 20U;
    EXPECT_TRUE(
        writer.addStored("evidence/" + Hash, largest + 1, 0, nothing).error().is(PackagePartTooLarge));
    EXPECT_TRUE(writer.add(packMember("mimetype", std::string(64, 'm'))));
    EXPECT_TRUE(writer.add(packMember("mimetype", std::string(65, 'm'))).error().is(PackagePartTooLarge));
}

TEST(ZipArchive, DeclaredSizesAreCheckedBeforeAnythingIsRead) {
    const TemporaryFolder folder;
    for (const auto& [size, accepted] : {std::pair{63U, true}, {64U, true}, {65U, false}}) {
        ZipBuilder zip;
        zip.add("mimetype", std::string(size, 'm'));
        put(folder / "z", zip.bytes());
        EXPECT_EQ(ZipArchive::open(folder / "z", ZipProfile::Package, packageReadLimits()).has_value(),
                  accepted);
    }
    // 1 GiB declared in a few bytes is refused from the directory alone.
    ZipBuilder zip;
    zip.add("document.xml", "x", true);
    zip.members[0].local.size = zip.members[0].central.size = 1U << 30U;
    put(folder / "z", zip.bytes());
    EXPECT_TRUE(
        ZipArchive::open(folder / "z", ZipProfile::Package, packageReadLimits()).error().is(ZipPartTooLarge));
}

TEST(ZipArchive, CountsMembersAndSizesUpToTheLimitAndNotOneMore) {
    const TemporaryFolder folder;
    ZipBuilder zip;
    for (int i = 0; i < 5; ++i) {
        zip.add("part" + std::to_string(i), "12345678");
    }
    const std::string bytes = zip.bytes();
    put(folder / "z", bytes);
    const auto opens = [&](const ZipLimits& limits) {
        return ZipArchive::open(folder / "z", ZipProfile::Ooxml, limits).has_value();
    };
    const ZipLimits exact{.archive = bytes.size(), .members = 5, .member = 8, .total = 40};
    EXPECT_TRUE(opens(exact));
    for (const auto& [change, expected] : {std::pair{-1, false}, {1, true}}) {
        const auto by = static_cast<std::uint64_t>(static_cast<std::int64_t>(change));
        ZipLimits limits = exact;
        limits.archive += by;
        EXPECT_EQ(opens(limits), expected);
        limits = exact;
        limits.members += by;
        EXPECT_EQ(opens(limits), expected);
        limits = exact;
        limits.member += by;
        EXPECT_EQ(opens(limits), expected);
        limits = exact;
        limits.total += by;
        EXPECT_EQ(opens(limits), expected);
    }
    const auto archive = ZipArchive::open(folder / "z", ZipProfile::Ooxml, exact);
    EXPECT_TRUE(archive->read(archive->members()[0], 8));
    EXPECT_TRUE(archive->read(archive->members()[0], 7).error().is(ZipPartTooLarge));
}

TEST(ZipArchive, StopsInflatingAtTheDeclaredSize) {
    const TemporaryFolder folder;
    ZipBuilder zip;
    zip.add("a.xml", std::string(std::size_t{64} << 20U, '\0'), true);
    zip.members[0].local.size = zip.members[0].central.size = 100;
    put(folder / "z", zip.bytes());
    const auto archive = ZipArchive::open(folder / "z", ZipProfile::Ooxml, ooxmlLimits());
    ASSERT_TRUE(archive);
    std::size_t produced = 0;
    const auto streamed = archive->stream(archive->members()[0], [&](std::string_view piece) {
        produced += piece.size();
        return Result<void>();
    });
    EXPECT_TRUE(streamed.error().is(ZipDamaged));
    EXPECT_LE(produced, 100U);
}

TEST(ZipArchive, OpensWithoutReadingTheEvidence) {
    const TemporaryFolder folder;
    ZipBuilder zip;
    zip.add("evidence/" + Hash, std::string(1'000'000, 'e'));
    zip.add("document.xml", "<d/>", true);
    zip.members[0].data[500'000] = 'X';
    put(folder / "z", zip.bytes());
    const auto archive = ZipArchive::open(folder / "z", ZipProfile::Package, packageReadLimits());
    ASSERT_TRUE(archive);
    EXPECT_EQ(*archive->read(*archive->find("document.xml"), 100), "<d/>");
    EXPECT_TRUE(archive->read(*archive->find("evidence/" + Hash), 2'000'000).error().is(ZipDamaged));
    EXPECT_TRUE(archive->require("log.jsonl").error().is(ZipMemberMissing));
}

TEST(ZipArchive, ReadsWhatOfficeProgramsWrite) {
    const TemporaryFolder folder;
    ZipBuilder zip;
    // LibreOffice: data descriptor behind the content, nothing in the local header.
    test::RawMember& descriptor = zip.add("xl/workbook.xml", "<workbook/>", true);
    descriptor.local.flags = descriptor.central.flags = 0x0808;
    descriptor.local.crc = descriptor.local.size = descriptor.local.storedSize = 0;
    descriptor.after = "PK\7\10............";
    // Excel: compression level bits, a growth hint as an extra field, its own times.
    test::RawMember& excel = zip.add("[Content_Types].xml", "<Types/>", true);
    excel.local.flags = excel.central.flags = 0x0006;
    excel.local.extra = std::string("\x20\xA2\x04\0\x28\xA0\0\0", 8);
    excel.local.time = excel.central.time = 0x1234;
    excel.central.external = 0x20;
    // Others: folders of their own, names in Chinese, Unix permissions, a comment at the end.
    zip.add("xl/media/", "");
    test::RawMember& unix = zip.add("xl/media/图片1.png", "png");
    unix.central.madeBy = 0x0314;
    unix.central.external = 0100644U << 16U;
    zip.end.comment = "made somewhere";
    put(folder / "z", zip.bytes());

    const auto archive = ZipArchive::open(folder / "z", ZipProfile::Ooxml, ooxmlLimits());
    ASSERT_TRUE(archive);
    ASSERT_TRUE(archive->checkHeaders());
    EXPECT_EQ(*archive->read(*archive->find("xl/workbook.xml"), 100), "<workbook/>");
    EXPECT_EQ(*archive->read(*archive->find("[Content_Types].xml"), 100), "<Types/>");
    EXPECT_EQ(*archive->read(*archive->find("xl/media/图片1.png"), 100), "png");
}

} // namespace
} // namespace duibiao::io
