#include "cli/commands/checklist.h"
#include "cli/context.h"
#include "cli/output/json_values.h"
#include "core/formats/cases_reader.h"
#include "core/io/files.h"
#include "core/ops/checklist_library.h"
#include "core/ops/lint.h"

#include <algorithm>
#include <variant>

namespace duibiao::cli {

namespace {

constexpr std::size_t LargestFile = std::size_t{64} << 20U;

Json findingJson(const Diagnostic& finding, const Catalogue& catalogue) {
    const auto* place = std::get_if<TextPlace>(&finding.error.place());
    return {{"severity", severityId(finding.severity)},
            {"code", finding.error.kind().id},
            {"file", place != nullptr ? Json(place->file) : Json()},
            {"line", place != nullptr ? Json(place->line) : Json()},
            {"column", place != nullptr ? Json(place->column) : Json()},
            {"path", place != nullptr ? Json(place->path) : Json()},
            {"message", describeWithoutPlace(finding.error, catalogue)}};
}

/// A file that could not even be opened is no finding about its content.
bool isUnreadable(const Diagnostics& findings) {
    return std::ranges::any_of(findings.entries(), [](const Diagnostic& each) {
        return !std::holds_alternative<TextPlace>(each.error.place());
    });
}

bool isFinding(const Diagnostic& each) {
    return each.severity != Severity::Note;
}

/// A file of score cases has its own reader.
Diagnostics casesFindings(const std::string& file) {
    const auto bytes = io::readFile(io::pathFromUtf8(file), LargestFile);
    if (!bytes) {
        Diagnostics unreadable;
        unreadable.addError(bytes.error());
        return unreadable;
    }
    const auto cases = readCases(*bytes, file);
    return cases ? Diagnostics() : cases.error();
}

/// Everything about one file: what the reader says, and when it can be read, what lint says.
Diagnostics findingsOf(Context& context, const std::string& file) {
    if (file.ends_with(".cases.xml")) {
        return casesFindings(file);
    }
    const auto loaded = loadChecklist(context.paths, file);
    if (!loaded) {
        return loaded.error();
    }
    Diagnostics all = lintChecklist(loaded->read.checklist, loaded->read.places);
    for (const Diagnostic& warning : loaded->read.warnings.entries()) {
        all.add(warning.severity, warning.error);
    }
    return all;
}

} // namespace

void lintChecklists(Context& context, const std::vector<std::string>& files, bool json) {
    Json list = Json::array();
    bool found = false;
    for (const std::string& file : files) {
        const Diagnostics findings = findingsOf(context, file);
        if (isUnreadable(findings)) {
            context.report(findings);
            return;
        }
        found = found || std::ranges::any_of(findings.entries(), isFinding);
        for (const Diagnostic& finding : findings.entries()) {
            json ? list.push_back(findingJson(finding, context.catalogue))
                 : void(context.streams.out << findingLine(finding, context.catalogue) << '\n');
        }
    }
    if (json) {
        context.streams.out << Json{{"schema", "duibiao.findings/1"}, {"findings", std::move(list)}}.dump(2)
                            << '\n';
    } else if (!found) {
        context.remark(context.tr("no findings in {n} files", {{"n", std::to_string(files.size())}}));
    }
    context.exit = found ? Exit::Negative : Exit::Done;
}

} // namespace duibiao::cli
