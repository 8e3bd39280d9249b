#include "core/report/workbook_parts.h"

#include "core/io/zip.h"

#include <algorithm>

namespace duibiao::report {

Result<WorkbookParts> WorkbookParts::read(const std::filesystem::path& file) {
    const io::ZipLimits limits = io::ooxmlLimits();
    const Result<io::ZipArchive> archive = io::ZipArchive::open(file, io::ZipProfile::Ooxml, limits);
    if (!archive) {
        return passOn(archive);
    }
    WorkbookParts parts;
    for (const io::ZipMember& member : archive->members()) {
        Result<std::string> bytes = archive->read(member, limits.member);
        if (!bytes) {
            return passOn(bytes);
        }
        parts.parts_.emplace_back(member.name, std::move(*bytes));
    }
    return parts;
}

const std::string* WorkbookParts::find(std::string_view name) const {
    const auto found = std::ranges::find(parts_, name, &std::pair<std::string, std::string>::first);
    return found == parts_.end() ? nullptr : &found->second;
}

} // namespace duibiao::report
