#pragma once

#include "core/report/view.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace duibiao::report {

/// A unit of a checklist: an item, or a group that counts once. `first` is the item that stands for it.
struct UnitView {
    const Item* first = nullptr;
    const Group* group = nullptr;
    std::vector<const Item*> members;
    std::optional<Range> share; ///< none when it does not apply or is recorded only
    bool notApplicable = false;
    bool decides = false; ///< a veto or an admission condition: what a recognition is made of
};

/// The units below a section (directly or deeper), or of the whole checklist when it is null.
[[nodiscard]] std::vector<UnitView> unitsOf(const ReportView& view, View seen,
                                            const Section* section = nullptr);

/// The member of a group that carries its points in a view; null when no member takes part.
[[nodiscard]] const Item* carrierOf(const ReportView& view, const GroupId& group, View seen);

/// How many conditions are met, not met, undecided. Only what applies is counted.
struct Tally {
    std::size_t met = 0;
    std::size_t notMet = 0;
    std::size_t undecided = 0;
    std::size_t notApplicable = 0;
    [[nodiscard]] std::size_t total() const { return met + notMet + undecided; }
};
/// Over the units that decide; what is only listed or advised is no condition.
[[nodiscard]] Tally tallyOf(const std::vector<UnitView>& units);

/// What a loss of points inside a section costs on the scale of the whole (100 where the maximum is 100):
/// through the points a section declares and through means of shares.
[[nodiscard]] Exact onWhole(const ReportView& view, const SectionId& start, const Exact& points);

} // namespace duibiao::report
