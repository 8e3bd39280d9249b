#include "cli/commands/checklist.h"
#include "cli/context.h"
#include "cli/output/json_values.h"
#include "cli/output/text_table.h"
#include "cli/output/words.h"
#include "core/io/files.h"
#include "core/ops/checklist_library.h"

#include <utility>

namespace duibiao::cli {

namespace {

Json entryJson(const LibraryFile& file, const Checklist& checklist) {
    return {{"id", checklist.id},
            {"edition", checklist.edition},
            {"title", textJson(checklist.title)},
            {"standard", checklist.standard.number},
            {"status", formatWord(checklist.standard.status)},
            {"items", checklist.items.size()},
            {"verified_items", verifiedItems(checklist)},
            {"path", io::displayName(file.path)},
            {"users", file.isUsers},
            {"shadows", file.shadows}};
}

std::vector<std::string> entryRow(const Context& context, const Checklist& checklist) {
    return {checklist.id,
            checklist.edition,
            checklist.title.in(context.language()),
            std::string(context.catalogue.translate(statusText(checklist.standard.status))),
            std::to_string(checklist.items.size()),
            std::to_string(verifiedItems(checklist)) + "/" + std::to_string(checklist.items.size())};
}

TextTable tableWithHead(const Context& context) {
    using enum TextTable::Align;
    TextTable table({Left, Left, Left, Left, Right, Right});
    table.row({context.tr("Id"), context.tr("Edition"), context.tr("Title"), context.tr("Standard"),
               context.tr("Check points"), context.tr("Compared")});
    return table;
}

} // namespace

void listChecklists(Context& context, bool json) {
    TextTable table = tableWithHead(context);
    Json list = Json::array();
    for (const LibraryFile& file : libraryFiles(context.paths)) {
        const auto loaded = loadChecklistFile(file.path);
        if (!loaded) {
            context.report(loaded.error());
            continue;
        }
        table.row(entryRow(context, loaded->read.checklist));
        list.push_back(entryJson(file, loaded->read.checklist));
        if (file.shadows) {
            context.remark(context.tr("{file} is used instead of the shipped checklist of that name",
                                      {{"file", io::displayName(file.path)}}));
        }
    }
    if (json) {
        context.streams.out << Json{{"schema", "duibiao.checklists/1"}, {"checklists", std::move(list)}}.dump(
                                   2)
                            << '\n';
    } else {
        table.print(context.streams.out);
    }
}

} // namespace duibiao::cli
