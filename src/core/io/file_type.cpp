#include "core/io/file_type.h"

#include "core/base/catalogue.h"
#include "core/io/file_names.h"
#include "core/io/files.h"
#include "core/io/zip.h"

#include <algorithm>
#include <array>

namespace duibiao::io {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view Program = msgid("a program");
constexpr std::string_view Script = msgid("a script");
constexpr std::string_view Link = msgid("a link to something else");
constexpr std::string_view WebPage = msgid("a web page");
constexpr std::string_view DiskImage = msgid("a disk image");
constexpr std::string_view Macros = msgid("a document with macros");
constexpr std::string_view Settings = msgid("a file that changes settings of the computer");

struct RefusedExtension {
    std::string_view extension;
    std::string_view what;
};
constexpr std::array RefusedExtensions{
    RefusedExtension{"exe", Program},      RefusedExtension{"scr", Program},
    RefusedExtension{"com", Program},      RefusedExtension{"pif", Program},
    RefusedExtension{"cpl", Program},      RefusedExtension{"dll", Program},
    RefusedExtension{"sys", Program},      RefusedExtension{"ocx", Program},
    RefusedExtension{"msi", Program},      RefusedExtension{"msp", Program},
    RefusedExtension{"msix", Program},     RefusedExtension{"appx", Program},
    RefusedExtension{"jar", Program},      RefusedExtension{"apk", Program},
    RefusedExtension{"deb", Program},      RefusedExtension{"rpm", Program},
    RefusedExtension{"appimage", Program}, RefusedExtension{"gadget", Program},
    RefusedExtension{"bat", Script},       RefusedExtension{"cmd", Script},
    RefusedExtension{"ps1", Script},       RefusedExtension{"psm1", Script},
    RefusedExtension{"vbs", Script},       RefusedExtension{"vbe", Script},
    RefusedExtension{"js", Script},        RefusedExtension{"jse", Script},
    RefusedExtension{"wsf", Script},       RefusedExtension{"wsh", Script},
    RefusedExtension{"sh", Script},        RefusedExtension{"py", Script},
    RefusedExtension{"hta", WebPage},      RefusedExtension{"html", WebPage},
    RefusedExtension{"htm", WebPage},      RefusedExtension{"xhtml", WebPage},
    RefusedExtension{"mht", WebPage},      RefusedExtension{"mhtml", WebPage},
    RefusedExtension{"svg", WebPage},      RefusedExtension{"chm", WebPage},
    RefusedExtension{"lnk", Link},         RefusedExtension{"url", Link},
    RefusedExtension{"desktop", Link},     RefusedExtension{"scf", Link},
    RefusedExtension{"library-ms", Link},  RefusedExtension{"iso", DiskImage},
    RefusedExtension{"img", DiskImage},    RefusedExtension{"vhd", DiskImage},
    RefusedExtension{"vhdx", DiskImage},   RefusedExtension{"dmg", DiskImage},
    RefusedExtension{"reg", Settings},     RefusedExtension{"inf", Settings},
    RefusedExtension{"docm", Macros},      RefusedExtension{"dotm", Macros},
    RefusedExtension{"xlsm", Macros},      RefusedExtension{"xltm", Macros},
    RefusedExtension{"xlam", Macros},      RefusedExtension{"pptm", Macros},
    RefusedExtension{"potm", Macros},      RefusedExtension{"ppam", Macros},
    RefusedExtension{"ppsm", Macros},      RefusedExtension{"xll", Program},
};

struct Magic {
    std::string_view bytes;
    std::string_view what;
    std::size_t offset = 0;
};
constexpr std::array Magics{
    Magic{"MZ"sv, Program},
    Magic{"\x7f"
          "ELF"sv,
          Program},
    Magic{"\xFE\xED\xFA\xCE"sv, Program},
    Magic{"\xFE\xED\xFA\xCF"sv, Program},
    Magic{"\xCE\xFA\xED\xFE"sv, Program},
    Magic{"\xCF\xFA\xED\xFE"sv, Program},
    Magic{"\xCA\xFE\xBA\xBE"sv, Program},
    Magic{"!<arch>\n"sv, Program},
    Magic{"\xED\xAB\xEE\xDB"sv, Program},
    Magic{"#!"sv, Script},
    Magic{"L\0\0\0\x01\x14\x02\0"sv, Link},
    Magic{"[InternetShortcut]"sv, Link},
    Magic{"[Desktop Entry]"sv, Link},
    Magic{"ITSF"sv, WebPage},
    Magic{"REGEDIT4"sv, Settings},
    Magic{"Windows Registry Editor"sv, Settings},
    Magic{"CD001"sv, DiskImage, 0x8001},
};

/// Text that a browser would run. Looked for behind a byte order mark, white space and an XML declaration or
/// comment.
constexpr std::array WebStarts{"<!doctype html"sv, "<html"sv,         "<svg"sv,
                               "<script"sv,        "<!doctype svg"sv, "<hta:"sv};

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool isWebPage(std::string_view head) {
    constexpr std::size_t Searched = 1024;
    std::string text = lower(head.substr(0, Searched));
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string::npos || text[start] != '<') {
        return false;
    }
    return std::ranges::any_of(WebStarts,
                               [&](std::string_view web) { return text.find(web) != std::string::npos; });
}

std::string_view refusedByContent(std::string_view head) {
    for (const Magic& magic : Magics) {
        if (head.size() >= magic.offset && head.substr(magic.offset).starts_with(magic.bytes)) {
            return magic.what;
        }
    }
    return isWebPage(head) ? WebPage : std::string_view();
}

/// Office documents keep macros in a part of this name, whatever the document is called.
bool hasMacros(const std::filesystem::path& path, FileSystem& fileSystem) {
    const auto archive = ZipArchive::open(path, ZipProfile::Ooxml, ooxmlLimits(), fileSystem);
    return archive && std::ranges::any_of(archive->members(), [](const ZipMember& member) {
               return lower(member.name).ends_with("vbaproject.bin");
           });
}

} // namespace

std::string_view refusedExtension(std::string_view extension) {
    const auto* found = std::ranges::find(RefusedExtensions, lower(extension), &RefusedExtension::extension);
    return found == RefusedExtensions.end() ? std::string_view() : found->what;
}

Result<void> checkEvidenceType(const std::filesystem::path& path, FileSystem& fileSystem) {
    constexpr std::uint64_t HeadSize = 0x8001 + 5;
    const std::string name = displayName(path);
    const auto refuse = [&](std::string_view what) {
        return fail(FileTypeRefused, {{"file", name}, {"what", std::string(what)}});
    };
    if (const std::string_view what = refusedExtension(extensionOf(displayName(path.filename())));
        !what.empty()) {
        return refuse(what);
    }
    const auto file = InputFile::open(path, fileSystem);
    if (!file) {
        return passOn(file);
    }
    if (file->size() == 0) {
        return fail(FileEmpty, {{"file", name}});
    }
    const auto head = file->readAt(0, static_cast<std::size_t>(std::min(file->size(), HeadSize)));
    if (!head) {
        return passOn(head);
    }
    if (const std::string_view what = refusedByContent(*head); !what.empty()) {
        return refuse(what);
    }
    return hasMacros(path, fileSystem) ? Result<void>(refuse(Macros)) : Result<void>();
}

} // namespace duibiao::io
