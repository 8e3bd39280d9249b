#include "core/ops/create_assessment.h"

#include "core/base/hash.h"
#include "core/edit/apply.h"
#include "core/edit/texts.h"
#include "core/ops/period.h"

#include <utility>

namespace duibiao {

namespace {

/// The edits that make an assessment what was asked for, or everything that is wrong with the request.
std::expected<std::vector<Edit>, Diagnostics> firstEdits(const Checklist& checklist,
                                                         const NewAssessment& wanted, const Seat& seat) {
    Diagnostics problems;
    const std::string name = tidyText(wanted.organisation);
    if (name.empty()) {
        problems.addError(Error(OrganisationNameMissing));
    }
    const auto period = parsePeriod(wanted.period);
    if (!period) {
        problems.addError(period.error());
    }
    auto fields = editsFor(checklist, wanted.fields);
    if (!fields) {
        for (const Diagnostic& each : fields.error().entries()) {
            problems.add(each.severity, each.error);
        }
    }
    if (problems.hasErrors()) {
        return std::unexpected(std::move(problems));
    }
    std::vector<Edit> edits{SetSeat{seat.id, seat.name}, SetName{name}, SetPeriod{*period}};
    edits.insert(edits.end(), std::make_move_iterator(fields->begin()),
                 std::make_move_iterator(fields->end()));
    return edits;
}

} // namespace

std::expected<OpenedAssessment, Diagnostics> createAssessment(const LoadedChecklist& checklist,
                                                              const NewAssessment& wanted, const Seat& seat,
                                                              Timestamp now) {
    auto edits = firstEdits(checklist.read.checklist, wanted, seat);
    if (!edits) {
        return std::unexpected(std::move(edits).error());
    }
    const Creation creation{randomUuid(), randomUuid(), now,
                            identityOf(checklist.read.checklist, checklist.bytes)};
    OpenedAssessment opened{{checklist.bytes, bornAssessment(creation), {}, {}},
                            checklist.read,
                            checklist.read.scorable,
                            Diagnostics()};
    Diagnostics problems;
    if (auto applied = applyEdits(opened.content.assessment, *edits); !applied) {
        problems.addError(applied.error());
    } else if (auto noted = opened.content.journal.begin(creation, seat.id, now, *edits); !noted) {
        problems.addError(noted.error());
    }
    if (problems.hasErrors()) {
        return std::unexpected(std::move(problems));
    }
    return opened;
}

} // namespace duibiao
