#include "core/formats/document_writer.h"
#include "core/formats/manifest.h"
#include "core/formats/package.h"
#include "core/io/zip_writer.h"
#include "support/faulty_file_system.h"
#include "support/sample_assessment.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>

namespace duibiao {
namespace {

using io::Existing;
using test::FaultyFileSystem;
using test::get;
using test::put;
using test::samplePackage;
using test::TemporaryFolder;

std::string contentOf(const EvidenceSource& source) {
    std::string bytes;
    EXPECT_TRUE(source.stream([&](std::string_view piece) {
        bytes += piece;
        return Result<void>();
    }));
    return bytes;
}

TEST(Package, ReadsBackWhatItWrites) {
    const TemporaryFolder folder;
    const PackageContent content = samplePackage(folder);
    ASSERT_TRUE(writePackage(folder / "青禾.duibiao", Existing::Refuse, content));
    const auto opened = readPackage(folder / "青禾.duibiao", EvidenceCheck::Now);
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->notices.empty());
    EXPECT_EQ(opened->content.assessment, content.assessment);
    EXPECT_EQ(opened->content.checklistBytes, content.checklistBytes);
    EXPECT_EQ(opened->content.journal.bytes(), content.journal.bytes());
    ASSERT_EQ(opened->content.evidence.size(), 1U);
    EXPECT_EQ(contentOf(opened->content.evidence.begin()->second), test::SamplePhoto);
}

TEST(Package, GivesTheSameBytesEveryTimeAndWithoutTheSourceFiles) {
    const TemporaryFolder folder;
    ASSERT_TRUE(writePackage(folder / "a", Existing::Refuse, samplePackage(folder)));
    const std::string first = get(folder / "a");
    const auto opened = readPackage(folder / "a");
    ASSERT_TRUE(opened);
    std::filesystem::remove_all(folder / "sources");
    ASSERT_TRUE(writePackage(folder / "a", Existing::Replace, opened->content))
        << "evidence comes from the old package";
    EXPECT_EQ(get(folder / "a"), first);
}

TEST(Package, IsFullyDeterminedByItsMembers) {
    // Every bit of a small package is flipped: none goes unnoticed.
    const TemporaryFolder folder;
    ASSERT_TRUE(writePackage(folder / "a", Existing::Refuse, samplePackage(folder)));
    const std::string bytes = get(folder / "a");
    std::fstream file(folder / "a", std::ios::binary | std::ios::in | std::ios::out);
    const auto putByte = [&](std::size_t at, int byte) {
        file.seekp(static_cast<std::streamoff>(at)).put(static_cast<char>(byte)).flush();
    };
    std::size_t unnoticed = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            putByte(at, bytes[at] ^ (1 << bit));
            unnoticed += readPackage(folder / "a", EvidenceCheck::Now) ? 1U : 0U;
        }
        putByte(at, bytes[at]);
    }
    EXPECT_TRUE(readPackage(folder / "a", EvidenceCheck::Now)) << "all is as it was";
    EXPECT_EQ(unnoticed, 0U);
}

TEST(Package, NoticesAChangedPhotoWhenItIsLookedAt) {
    const TemporaryFolder folder;
    ASSERT_TRUE(writePackage(folder / "a", Existing::Refuse, samplePackage(folder)));
    std::string bytes = get(folder / "a");
    bytes[bytes.find(test::SamplePhoto)] = 'T';
    put(folder / "a", bytes);
    EXPECT_FALSE(readPackage(folder / "a", EvidenceCheck::Now));
    const auto opened = readPackage(folder / "a");
    ASSERT_TRUE(opened);
    EXPECT_FALSE(
        opened->content.evidence.begin()->second.stream([](std::string_view) { return Result<void>(); }));
    EXPECT_FALSE(writePackage(folder / "c", Existing::Refuse, opened->content)) << "damage is not passed on";
    EXPECT_FALSE(std::filesystem::exists(folder / "c"));
}

TEST(Package, IsNotWrittenFromAFileThatChangedSinceItWasAttached) {
    const TemporaryFolder folder;
    const PackageContent content = samplePackage(folder);
    put(folder / "sources/photo.jpg", "another photo, as long!!");
    const auto written = writePackage(folder / "a", Existing::Refuse, content);
    ASSERT_FALSE(written);
    EXPECT_TRUE(written.error().is(io::FileChanged));
    put(folder / "sources/photo.jpg", "the bytes of a photO"); // the size fits
    EXPECT_TRUE(writePackage(folder / "a", Existing::Refuse, content).error().is(io::FileChanged));
    EXPECT_EQ(folder.names(), std::vector<std::string>{"sources"});
}

TEST(Package, WhoseHistoryLeadsElsewhereOpensWithANotice) {
    const TemporaryFolder folder;
    PackageContent content = samplePackage(folder);
    content.assessment.organisation.name = "另一家";
    ASSERT_TRUE(writePackage(folder / "a", Existing::Refuse, content));
    const auto opened = readPackage(folder / "a");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->content.assessment.organisation.name, "另一家") << "the state holds";
    ASSERT_EQ(opened->notices.entries().size(), 1U);
    EXPECT_TRUE(opened->notices.entries()[0].error.is(HistoryDiffers));
}

/// Members as they would be written, to be made wrong one by one and packed with a manifest that fits them.
struct Parts {
    std::string mimetype = "application/vnd.duibiao.assessment+zip";
    std::string checklist = test::SampleChecklist;
    std::map<std::string, std::string> evidence;
    std::string document;
    std::string log;
    std::function<void(std::vector<ManifestLine>&)> spoilManifest;
    std::function<void(std::vector<io::PackedMember>&)> spoilOrder;
};

void putPackage(const std::filesystem::path& path, const Parts& parts) {
    std::vector<io::PackedMember> members{io::packMember("mimetype", parts.mimetype),
                                          io::packMember("checklist.xml", parts.checklist)};
    for (const auto& [name, content] : parts.evidence) {
        members.push_back(io::packMember(name, content));
    }
    members.push_back(io::packMember("document.xml", parts.document));
    members.push_back(io::packMember("log.jsonl", parts.log));
    std::vector<ManifestLine> lines;
    for (const io::PackedMember& member : members) {
        lines.push_back({sha256(member.stored), member.stored.size(), member.member.name});
    }
    if (parts.spoilManifest) {
        parts.spoilManifest(lines);
    }
    members.insert(members.end() - 2, io::packMember("manifest", manifestText(lines)));
    if (parts.spoilOrder) {
        parts.spoilOrder(members);
    }
    put(path, "");
    auto file = io::OutputFile::open(path, io::systemFileSystem());
    io::ZipWriter zip(*file);
    for (const io::PackedMember& member : members) {
        ASSERT_TRUE(zip.add(member));
    }
    ASSERT_TRUE(zip.finish());
    ASSERT_TRUE(file->finish());
}

TEST(Package, WithPartsThatDoNotBelongTogetherIsRefused) {
    const TemporaryFolder folder;
    const PackageContent content = samplePackage(folder);
    Parts proper;
    proper.evidence["evidence/" + sha256(test::SamplePhoto).text()] = test::SamplePhoto;
    proper.document = writeDocument(content.assessment);
    proper.log = content.journal.bytes();
    putPackage(folder / "a", proper);
    ASSERT_TRUE(readPackage(folder / "a", EvidenceCheck::Now)) << "the cases have to start from a good file";

    using Change = std::function<void(Parts&)>;
    const std::vector<std::pair<std::string, Change>> cases = {
        {"package-contents", [](Parts& p) { p.mimetype += "\n"; }},
        {"package-contents", [](Parts& p) { p.spoilOrder = [](auto& m) { std::swap(m[0], m[1]); }; }},
        {"package-contents", [](Parts& p) { p.spoilOrder = [](auto& m) { m.pop_back(); }; }},
        {"package-contents", [](Parts& p) { p.spoilOrder = [](auto& m) { std::swap(m[2], m[3]); }; }},
        {"package-checklist-differs", [](Parts& p) { p.checklist += " "; }},
        {"package-evidence-missing", [](Parts& p) { p.evidence.clear(); }},
        {"package-evidence-unknown", [](Parts& p) { p.evidence["evidence/" + sha256("x").text()] = "x"; }},
        {"package-damaged", [](Parts& p) { p.evidence["evidence/" + std::string(64, '0')] = "x"; }},
        {"zip-damaged",
         [](Parts& p) {
             p.evidence.begin()->second = "another photo.......";
             const std::string name = sha256(test::SamplePhoto).text();
             p.spoilManifest = [name](auto& lines) { lines[2].hash = *Sha256::parse(name); };
         }},
        {"package-damaged",
         [](Parts& p) { p.spoilManifest = [](auto& lines) { lines[0].hash = sha256("y"); }; }},
        {"package-damaged", [](Parts& p) { p.spoilManifest = [](auto& lines) { lines[1].size += 1; }; }},
        {"package-damaged", [](Parts& p) { p.spoilManifest = [](auto& lines) { lines.pop_back(); }; }},
        {"package-damaged",
         [](Parts& p) { p.spoilManifest = [](auto& lines) { lines.push_back(lines[0]); }; }},
        {"package-damaged", [](Parts& p) { p.spoilManifest = [](auto& lines) { lines[1].name = "x"; }; }},
        {"manifest-malformed",
         [](Parts& p) { p.spoilManifest = [](auto& lines) { lines[1].name = "x\ny"; }; }},
        {"journal-line-malformed", [](Parts& p) { p.log += "x"; }},
        {"journal-line-malformed", [](Parts& p) { p.log.clear(); }},
        {"xml-no-element", [](Parts& p) { p.document.clear(); }},
    };
    for (const auto& [id, change] : cases) {
        Parts parts = proper;
        change(parts);
        putPackage(folder / "a", parts);
        const auto opened = readPackage(folder / "a", EvidenceCheck::Now);
        ASSERT_FALSE(opened) << id;
        EXPECT_EQ(opened.error().entries().front().error.kind().id, id);
    }
}

TEST(Package, OfANewerVersionKeepsEvidenceThatOnlyItKnows) {
    const TemporaryFolder folder;
    const PackageContent content = samplePackage(folder);
    Parts parts;
    parts.evidence["evidence/" + sha256(test::SamplePhoto).text()] = test::SamplePhoto;
    parts.evidence["evidence/" + sha256("scan").text()] = "scan";
    parts.document = writeDocument(content.assessment);
    parts.document.replace(parts.document.find("format=\"1.0\""), 12, "format=\"1.1\"");
    parts.log = content.journal.bytes();
    putPackage(folder / "a", parts);
    const auto opened = readPackage(folder / "a");
    ASSERT_TRUE(opened);
    ASSERT_TRUE(writePackage(folder / "b", Existing::Refuse, opened->content));
    EXPECT_EQ(readPackage(folder / "b")->content.evidence.size(), 2U);
}

/// Every call to the system fails in turn: the document is wholly the old or wholly the new one.
TEST(Package, SurvivesAFailureOfEveryCall) {
    for (const auto mode : {FaultyFileSystem::Mode::OneShot, FaultyFileSystem::Mode::Sticky}) {
        for (std::size_t n = 0;; ++n) {
            const TemporaryFolder folder;
            const PackageContent old = samplePackage(folder);
            ASSERT_TRUE(writePackage(folder / "a", Existing::Refuse, old));
            PackageContent changed = readPackage(folder / "a")->content;
            changed.assessment.organisation.name = "新名字";
            ASSERT_TRUE(changed.journal.append(SeatId("s-1"), Timestamp(), {SetName{"新名字"}}));
            FaultyFileSystem disk;
            disk.mode = mode;
            disk.failAt = n;
            disk.longestWrite = 100;
            const auto saved = writePackage(folder / "a", Existing::Replace, changed, disk);
            EXPECT_EQ(disk.openFiles, 0U);
            const auto read = readPackage(folder / "a", EvidenceCheck::Now);
            ASSERT_TRUE(read) << "call " << n;
            const bool arrived = saved.has_value() || saved.error().is(io::WriteUnconfirmed);
            EXPECT_EQ(read->content.assessment, arrived ? changed.assessment : old.assessment)
                << "call " << n;
            EXPECT_EQ(folder.names().size(), 2U) << "call " << n;
            if (disk.calls <= n) {
                EXPECT_TRUE(saved);
                break;
            }
        }
    }
}

} // namespace
} // namespace duibiao
