#pragma once

#include "core/model/outcome.h"
#include "core/report/input.h"
#include "core/report/page_model.h"
#include "core/scoring/inputs.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace duibiao::report {

/// The input with the look-ups that every sheet needs, made once.
class ReportView {
public:
    explicit ReportView(const ReportInput& input);

    [[nodiscard]] const ReportInput& input() const { return input_; }
    [[nodiscard]] const Catalogue& catalogue() const { return input_.catalogue; }
    [[nodiscard]] const Checklist& checklist() const { return input_.checklist; }
    [[nodiscard]] bool scored() const { return input_.checklist.scheme.kind == SchemeKind::Score; }
    [[nodiscard]] bool chinese() const { return input_.catalogue.language() == Language::Chinese; }
    /// The outcome the report is about: the verified one when there is one.
    [[nodiscard]] const Outcome& main() const { return input_.verified ? *input_.verified : input_.self; }

    /// Null when the outcome does not know the item or section.
    [[nodiscard]] const ItemOutcome* outcome(const ItemId& id, View view) const;
    [[nodiscard]] const SectionOutcome* outcome(const SectionId& id, View view) const;
    /// The facts and fields of a view, as rules read them.
    [[nodiscard]] const Inputs& inputs(View view) const { return indexes(view).inputs; }
    [[nodiscard]] const Answer* answer(const ItemId& id) const;
    /// Evidence of an item and, when it is decided by facts, of those facts; each once, by number.
    [[nodiscard]] std::vector<const Evidence*> evidence(const Item& item) const;
    /// 0 at the top; the one root that only names the checklist does not count.
    [[nodiscard]] int depth(const Section& section) const;
    /// Whether the section is the one root that holds everything and has no items of its own.
    [[nodiscard]] bool isRoot(const Section& section) const;
    /// The sections a chart shows: the first level with at least three that apply, in reading order.
    [[nodiscard]] std::vector<const Section*> chartSections() const;

private:
    struct Indexes {
        Inputs inputs;
        std::unordered_map<std::string, const ItemOutcome*> items;
        std::unordered_map<std::string, const SectionOutcome*> sections;
    };
    [[nodiscard]] const Indexes& indexes(View view) const { return view == View::Self ? self_ : verified_; }
    [[nodiscard]] std::vector<const Section*> sectionsAt(int wanted) const;

    const ReportInput& input_;
    Indexes self_;
    Indexes verified_;
    const Section* root_ = nullptr;
};

// Cells that several sheets make.

[[nodiscard]] Cell textCell(std::string text, Tone tone = Tone::Normal);
[[nodiscard]] Cell numberCell(const Exact& value, int decimals);
/// "—": not applicable.
[[nodiscard]] Cell dashCell();
/// A number when settled, else "low 至 high".
[[nodiscard]] Cell rangeCell(const ReportView& view, const Range& range, int decimals);
[[nodiscard]] std::string rangeText(const ReportView& view, const Range& range, int decimals);
/// A share as a percentage; the interval as words while open.
[[nodiscard]] std::string percentText(const ReportView& view, const Range& share);
/// The word for an item's result with its tone: the answered word, 达到 / 部分达到 / 未达到, or the state.
[[nodiscard]] Cell resultCell(const ReportView& view, const Item& item, const ItemOutcome& outcome);

} // namespace duibiao::report
