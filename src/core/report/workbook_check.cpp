#include "core/report/workbook_check.h"

#include "core/base/catalogue.h"
#include "core/report/sheet_reader.h"
#include "core/report/workbook_parts.h"
#include "core/report/workbook_text.h"

#include <algorithm>
#include <tuple>

namespace duibiao::report {

namespace {

std::unexpected<Error> damaged(std::string part, std::string_view reason) {
    return fail(WorkbookDamaged, {{"part", std::move(part)}, {"reason", std::string(reason)}});
}

bool sameValue(const ReadCell& read, const WantedCell& wanted, const WorkbookContent& content,
               const std::vector<std::string>& shared) {
    if (const auto* text = std::get_if<std::uint32_t>(&wanted.value)) {
        return read.kind == ReadCell::Kind::SharedText && read.sharedIndex < shared.size() &&
               shared[read.sharedIndex] == content.text(*text);
    }
    if (const auto* number = std::get_if<double>(&wanted.value)) {
        return read.kind == ReadCell::Kind::Number && read.number == *number;
    }
    return read.kind == ReadCell::Kind::Blank;
}

Result<void> checkSheet(const WantedSheet& wanted, const std::string& part, const WorkbookParts& parts,
                        const WorkbookContent& content, const std::vector<std::string>& shared) {
    const std::string* bytes = parts.find(part);
    if (bytes == nullptr) {
        return damaged(part, msgid("missing"));
    }
    std::size_t at = 0;
    std::string difference;
    Result<void> read = readSheet(*bytes, part, [&](const ReadCell& cell) {
        const bool same = at < wanted.cells.size() && cell.row == wanted.cells[at].row &&
                          cell.column == wanted.cells[at].column &&
                          sameValue(cell, wanted.cells[at], content, shared);
        if (!same && difference.empty()) {
            difference = wanted.name + "!" + cellName(cell.row, cell.column);
        }
        ++at;
    });
    if (!read) {
        return read;
    }
    if (!difference.empty()) {
        return damaged(difference, msgid("the cell differs"));
    }
    return at == wanted.cells.size() ? Result<void>() : damaged(part, msgid("the number of cells differs"));
}

Result<void> checkTexts(const WorkbookContent& wanted, const WorkbookParts& parts,
                        std::vector<std::string>& shared) {
    static constexpr const char* Part = "xl/sharedStrings.xml";
    const std::string* bytes = parts.find(Part);
    if (bytes == nullptr) {
        return wanted.textCount() == 0 ? Result<void>() : damaged(Part, msgid("missing"));
    }
    Result<std::vector<std::string>> read = readSharedTexts(*bytes, Part);
    if (!read) {
        return passOn(read);
    }
    if (read->size() != wanted.textCount()) {
        return damaged(Part, msgid("the number of texts differs"));
    }
    shared = std::move(*read);
    return {};
}

Result<void> checkSheetList(const WorkbookContent& wanted, const WorkbookParts& parts) {
    static constexpr const char* Part = "xl/workbook.xml";
    const std::string* bytes = parts.find(Part);
    if (bytes == nullptr) {
        return damaged(Part, msgid("missing"));
    }
    const Result<std::vector<std::string>> names = readSheetNames(*bytes, Part);
    if (!names) {
        return passOn(names);
    }
    const bool same = std::ranges::equal(*names, wanted.sheets, {}, {}, &WantedSheet::name);
    return same ? Result<void>() : damaged(Part, msgid("the list of sheets differs"));
}

bool isExamined(const std::string& name) {
    return name == "xl/workbook.xml" || name == "xl/sharedStrings.xml" ||
           name.starts_with("xl/worksheets/sheet");
}

/// The parts that hold no cells: well-formed, and pointing to nothing outside but web addresses.
Result<void> checkOtherParts(const WorkbookContent& wanted, const WorkbookParts& parts) {
    std::size_t charts = 0;
    for (const auto& [name, bytes] : parts.all()) {
        if (isExamined(name)) {
            continue;
        }
        charts += name.starts_with("xl/charts/chart") ? 1U : 0U;
        if (Result<void> read = readOtherPart(bytes, name); !read) {
            return read;
        }
    }
    std::size_t wantedCharts = 0;
    for (const WantedSheet& sheet : wanted.sheets) {
        wantedCharts += sheet.charts;
    }
    return charts == wantedCharts ? Result<void>()
                                  : damaged("xl/charts", msgid("the number of charts differs"));
}

} // namespace

std::uint32_t WorkbookContent::intern(std::string_view written) {
    const auto [found, isNew] =
        indexes_.try_emplace(std::string(written), static_cast<std::uint32_t>(texts_.size()));
    if (isNew) {
        texts_.push_back(&found->first);
    }
    return found->second;
}

void WorkbookContent::settle() {
    const auto place = [](const WantedCell& cell) { return std::tuple(cell.row, cell.column); };
    for (WantedSheet& sheet : sheets) {
        std::ranges::stable_sort(sheet.cells, {}, place);
        std::ranges::reverse(sheet.cells);
        const auto rest = std::ranges::unique(sheet.cells, {}, place);
        sheet.cells.erase(rest.begin(), rest.end());
        std::ranges::reverse(sheet.cells);
    }
}

Result<void> checkWorkbook(const std::filesystem::path& file, const WorkbookContent& wanted) {
    const Result<WorkbookParts> parts = WorkbookParts::read(file);
    if (!parts) {
        return passOn(parts);
    }
    std::vector<std::string> shared;
    if (Result<void> checked = checkTexts(wanted, *parts, shared); !checked) {
        return checked;
    }
    if (Result<void> checked = checkSheetList(wanted, *parts); !checked) {
        return checked;
    }
    for (std::size_t index = 0; index < wanted.sheets.size(); ++index) {
        const std::string part = "xl/worksheets/sheet" + std::to_string(index + 1) + ".xml";
        if (Result<void> checked = checkSheet(wanted.sheets[index], part, *parts, wanted, shared); !checked) {
            return checked;
        }
    }
    return checkOtherParts(wanted, *parts);
}

} // namespace duibiao::report
