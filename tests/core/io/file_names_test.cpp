#include "core/base/text.h"
#include "core/io/file_names.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <set>

namespace duibiao::io {
namespace {

TEST(SafeFileName, LeavesGoodNamesAlone) {
    for (const char* name :
         {"租赁合同.pdf", "photo 2025-11-24.JPG", "a", "第1章.第2节.docx", "😀.png", "community.txt"}) {
        EXPECT_EQ(safeFileName(name), name);
    }
}

TEST(SafeFileName, TellsTheTrueExtension) {
    EXPECT_EQ(safeFileName("contract\u202Efdp.exe"), "contractfdp.exe") << "a direction mark cannot hide it";
    EXPECT_EQ(safeFileName("a.pdf\u200B.exe"), "a.pdf.exe");
    EXPECT_EQ(safeFileName("a.exe. . ."), "a.exe") << "Windows drops the end by itself";
    EXPECT_EQ(safeFileName("a.pdf:hidden.exe"), "a.pdf_hidden.exe") << "no stream of NTFS";
}

TEST(SafeFileName, ShortensTheNameAndKeepsTheExtension) {
    const std::string longName = safeFileName(std::string(300, 'a') + ".docx");
    EXPECT_EQ(longName, std::string(115, 'a') + ".docx");
    EXPECT_EQ(safeFileName(std::string(115, 'a') + ".docx"), std::string(115, 'a') + ".docx");
    std::string emoji;
    for (int i = 0; i < 100; ++i) {
        emoji += "😀";
    }
    EXPECT_LE(utf16Length(safeFileName(emoji + ".pdf")), 120U);
    EXPECT_TRUE(isValidUtf8(safeFileName(emoji + ".pdf")));
    EXPECT_TRUE(safeFileName(emoji + ".pdf").ends_with(".pdf"));
}

TEST(NumberedFileName, CountsInFrontOfTheExtension) {
    EXPECT_EQ(numberedFileName("报告.pdf", 2), "报告 (2).pdf");
    EXPECT_EQ(numberedFileName("报告", 12), "报告 (12)");
    EXPECT_EQ(utf16Length(numberedFileName(std::string(116, 'a') + ".pdf", 2)), 120U);
}

TEST(ExtensionOf, IsTheLastOneInLowerCase) {
    EXPECT_EQ(extensionOf("a.tar.GZ"), "gz");
    EXPECT_EQ(extensionOf(".hidden"), "");
    EXPECT_EQ(extensionOf("a"), "");
    EXPECT_EQ(stemOf("a.tar.gz"), "a.tar");
    EXPECT_EQ(stemOf("第1章. 场地"), "第1章") << "a word behind a dot counts as one";
}

/// Names that have escaped from folders, devices and dialogs of other programs, each in many dresses.
std::set<std::string> hostileNames() {
    const std::vector<std::string> cores = {"",
                                            ".",
                                            "..",
                                            "...",
                                            "~",
                                            "~/.ssh/id",
                                            "../../etc/passwd",
                                            "/etc/passwd",
                                            "\\\\server\\share\\a.exe",
                                            "C:\\a.exe",
                                            "c:a",
                                            "CON",
                                            "con.txt",
                                            "PRN",
                                            "aux.pdf",
                                            "NUL",
                                            "nul .txt",
                                            "COM1",
                                            "com9.tar.gz",
                                            "LPT1",
                                            "COM¹.txt",
                                            "CONIN$",
                                            "CLOCK$",
                                            "a:b",
                                            "a:b:$DATA",
                                            "a?b",
                                            "a*b",
                                            "<script>",
                                            "a|b",
                                            "\"quoted\"",
                                            "$(reboot)",
                                            "`reboot`",
                                            "-rf",
                                            ".bashrc",
                                            ".~lock.a#",
                                            "desktop.ini ",
                                            "a\nb",
                                            "a\rb",
                                            "a\tb",
                                            "a\x1b[2Jb",
                                            "a\x7f",
                                            "\u202Egnp.exe",
                                            "\u2066a\u2069.pdf",
                                            "a\u200B.pdf",
                                            "\uFEFFa.pdf",
                                            "a\u2028b",
                                            "a/b\\c",
                                            "a.pdf.",
                                            "a.pdf ",
                                            "a.pdf. .",
                                            " a",
                                            "\xFF\xFE",
                                            "a\xC0\xAF"
                                            "b",
                                            "a\xED\xA0\x80",
                                            std::string("a\0b.exe", 7),
                                            std::string(500, 'x'),
                                            std::string(500, '.'),
                                            "%2e%2e%2f",
                                            "//",
                                            "\\"};
    const std::vector<std::string> before = {"", " ", "../", "x/", "\u202E"};
    const std::vector<std::string> after = {"", ".pdf", " ", "."};
    std::set<std::string> names;
    for (const std::string& core : cores) {
        for (const std::string& start : before) {
            for (const std::string& end : after) {
                names.insert(start + core + end);
            }
        }
    }
    return names;
}

TEST(SafeFileName, LetsNoneOfManyHostileNamesEscape) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "picked");
    const std::filesystem::path picked = std::filesystem::canonical(folder / "picked");
    const std::string forbidden = "<>:\"/\\|?*";
    std::size_t count = 0;
    for (const std::string& hostile : hostileNames()) {
        const std::string name = safeFileName(hostile);
        ASSERT_FALSE(name.empty());
        ASSERT_TRUE(isValidUtf8(name)) << hostile;
        ASSERT_LE(utf16Length(name), 120U);
        ASSERT_EQ(name.find_first_of(forbidden), std::string::npos) << hostile;
        ASSERT_TRUE(std::all_of(name.begin(), name.end(),
                                [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; }));
        ASSERT_FALSE(name.starts_with('.') || name.ends_with('.') || name.ends_with(' ')) << hostile;
        ASSERT_EQ(safeFileName(name), name) << "once is enough: " << hostile;
        test::put(picked / name, "x");
        ASSERT_EQ(std::filesystem::canonical(picked / name).parent_path(), picked) << hostile;
        ++count;
    }
    EXPECT_GE(count, 500U);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"picked"});
}

TEST(SafeFileName, NeverNamesADeviceOfWindows) {
    for (const char* device : {"CON", "con", "PRN.txt", "Aux.tar.gz", "NUL", "nul.", "COM1", "com0.txt",
                               "LPT9.pdf", "COM¹", "lpt³.txt", "CONIN$", "CONOUT$.x"}) {
        EXPECT_TRUE(safeFileName(device).starts_with('_')) << device;
    }
    for (const char* plain : {"CONTRACT.pdf", "COM10", "COMA", "LPT.txt", "auxiliary"}) {
        EXPECT_EQ(safeFileName(plain), plain);
    }
}

} // namespace
} // namespace duibiao::io
