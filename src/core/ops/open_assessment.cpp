#include "core/ops/open_assessment.h"

#include "core/edit/apply.h"
#include "core/io/files.h"

#include <utility>

namespace duibiao {

std::expected<OpenedAssessment, Diagnostics> openAssessment(const std::filesystem::path& file) {
    auto package = readPackage(file);
    if (!package) {
        return std::unexpected(std::move(package).error());
    }
    auto checklist =
        readChecklist(package->content.checklistBytes, io::displayName(file) + ": checklist.xml");
    if (!checklist) {
        return std::unexpected(std::move(checklist).error());
    }
    const bool scorable = package->scorable && checklist->scorable;
    return OpenedAssessment{std::move(package->content), std::move(*checklist), scorable,
                            std::move(package->notices)};
}

Result<void> perform(OpenedAssessment& opened, const std::vector<Edit>& edits, const Seat& seat,
                     Timestamp time) {
    std::vector<Edit> all = edits;
    const auto known = opened.content.assessment.seats.find(seat.id);
    if (known == opened.content.assessment.seats.end() || known->second != seat.name) {
        all.insert(all.begin(), SetSeat{seat.id, seat.name});
    }
    Assessment changed = opened.content.assessment;
    if (auto applied = applyEdits(changed, all); !applied) {
        return passOn(applied);
    }
    if (auto noted = opened.content.journal.append(seat.id, time, all); !noted) {
        return noted;
    }
    opened.content.assessment = std::move(changed);
    return {};
}

} // namespace duibiao
