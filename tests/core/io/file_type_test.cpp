#include "core/io/file_type.h"
#include "core/io/files.h"
#include "support/temporary_folder.h"
#include "support/zip_builder.h"

#include <gtest/gtest.h>

namespace duibiao::io {
namespace {

using test::put;
using test::TemporaryFolder;

std::string office(std::string_view part) {
    test::ZipBuilder zip;
    zip.add("[Content_Types].xml", "<Types/>", true);
    zip.add(std::string(part), "x");
    return zip.bytes();
}

TEST(EvidenceType, TakesWhatOfficesHave) {
    const TemporaryFolder folder;
    const std::vector<std::pair<const char*, std::string>> files = {
        {"photo.jpg", "\xFF\xD8\xFF\xE0 JFIF"},
        {"scan.png", "\x89PNG\r\n\x1a\n"},
        {"contract.pdf", "%PDF-1.7"},
        {"list.xlsx", office("xl/workbook.xml")},
        {"old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
        {"发票.ofd", office("OFD.xml")},
        {"a.wps", "\xD0\xCF\x11\xE0"},
        {"note.txt", "会议记录 <b>"},
        {"film.mp4", std::string("\0\0\0\x18"
                                 "ftyp",
                                 8)},
        {"data.xml", "<?xml version=\"1.0\"?><list/>"},
        {"无扩展名", "text"}};
    for (const auto& [name, bytes] : files) {
        put(folder / name, bytes);
        EXPECT_TRUE(checkEvidenceType(folder / name)) << name;
    }
}

TEST(EvidenceType, RefusesWhatRunsWhateverItIsCalled) {
    const TemporaryFolder folder;
    const std::vector<std::pair<const char*, std::string>> files = {
        {"photo.jpg", "MZ\x90"},
        {"contract.pdf", "\x7f"
                         "ELF"},
        {"list.txt", "#!/bin/sh\nreboot"},
        {"scan.png", "\xFE\xED\xFA\xCF"},
        {"link.pdf", std::string("L\0\0\0\x01\x14\x02\0", 8)},
        {"page.txt", "\xEF\xBB\xBF <!DOCTYPE HTML><html>"},
        {"drawing.xml", "<?xml version=\"1.0\"?>\n<!-- x --><svg onload=\"a()\"/>"},
        {"budget.xlsx", office("xl/vbaProject.bin")},
        {"letter.docx", office("word/VBAPROJECT.BIN")},
        {"disk.dat", std::string(0x8001, '\0') + "CD001"},
        {"a.exe", "text"},
        {"a.PDF.ScR", "text"},
        {"a.docm", "text"},
        {"a.svg", "text"},
        {"a.lnk", "text"},
        {"a.html", "text"},
        {"a.reg", "text"}};
    for (const auto& [name, bytes] : files) {
        put(folder / name, bytes);
        const auto checked = checkEvidenceType(folder / name);
        ASSERT_FALSE(checked) << name;
        EXPECT_TRUE(checked.error().is(FileTypeRefused)) << name;
    }
}

TEST(EvidenceType, RefusesAnEmptyFileAndOneThatIsNotThere) {
    const TemporaryFolder folder;
    put(folder / "a.pdf", "");
    EXPECT_TRUE(checkEvidenceType(folder / "a.pdf").error().is(FileEmpty));
    EXPECT_TRUE(checkEvidenceType(folder / "b.pdf").error().is(FileMissing));
    EXPECT_TRUE(checkEvidenceType(folder.path()).error().is(NotAFile));
}

} // namespace
} // namespace duibiao::io
