#include "cli/working_copy.h"

#include "cli/context.h"
#include "core/io/files.h"

#include <utility>

namespace duibiao::cli {

std::optional<OpenedAssessment> openAndReport(Context& context, const std::filesystem::path& file) {
    auto opened = openAssessment(file);
    if (!opened) {
        context.report(opened.error());
        return std::nullopt;
    }
    for (const Diagnostic& notice : opened->notices.entries()) {
        context.remark(findingLine(notice, context.catalogue));
    }
    return std::move(*opened);
}

std::optional<OpenedAssessment> openForChange(Context& context, const std::filesystem::path& file) {
    auto opened = openAndReport(context, file);
    if (opened && !opened->scorable) {
        context.report(Error(NotScorable, {{"file", io::displayName(file)}}));
        return std::nullopt;
    }
    return opened;
}

bool performAndSave(Context& context, OpenedAssessment& opened, const std::vector<Edit>& edits,
                    const std::filesystem::path& file) {
    const auto seat = thisSeat(context.paths, context.environment);
    if (!seat) {
        return context.report(seat.error());
    }
    if (const auto done = perform(opened, edits, *seat, context.clock->now()); !done) {
        return context.report(done.error());
    }
    if (const auto saved = writePackage(file, io::Existing::Replace, opened.content); !saved) {
        return context.report(saved.error());
    }
    return true;
}

} // namespace duibiao::cli
