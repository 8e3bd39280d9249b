#include "core/report/view.h"

#include "core/report/words.h"
#include "core/scoring/result_word.h"

#include <algorithm>

namespace duibiao::report {

ReportView::ReportView(const ReportInput& input)
    : input_(input)
    , self_{{input.checklist, input.assessment, View::Self}, {}, {}}
    , verified_{{input.checklist, input.assessment, View::Verified}, {}, {}} {
    const auto index = [](const Outcome& outcome, Indexes& indexes) {
        for (const ItemOutcome& item : outcome.items) {
            indexes.items.emplace(item.id.str(), &item);
        }
        for (const SectionOutcome& section : outcome.sections) {
            indexes.sections.emplace(section.id.str(), &section);
        }
    };
    index(input.self, self_);
    if (input.verified) {
        index(*input.verified, verified_);
    }
    const std::vector<Section>& sections = input.checklist.sections;
    const auto isTop = [](const Section& section) { return section.parent.empty(); };
    if (std::ranges::count_if(sections, isTop) == 1 && sections.size() > 1) {
        const Section& top = *std::ranges::find_if(sections, isTop);
        if (std::ranges::find(input.checklist.items, top.id, &Item::section) == input.checklist.items.end()) {
            root_ = &top;
        }
    }
}

const ItemOutcome* ReportView::outcome(const ItemId& id, View view) const {
    const auto found = indexes(view).items.find(id.str());
    return found == indexes(view).items.end() ? nullptr : found->second;
}

const SectionOutcome* ReportView::outcome(const SectionId& id, View view) const {
    const auto found = indexes(view).sections.find(id.str());
    return found == indexes(view).sections.end() ? nullptr : found->second;
}

const Answer* ReportView::answer(const ItemId& id) const {
    const auto found = input_.assessment.answers.find(id);
    return found == input_.assessment.answers.end() ? nullptr : &found->second;
}

std::vector<const Evidence*> ReportView::evidence(const Item& item) const {
    std::vector<const Evidence*> found = evidenceFor(input_.assessment, item.id.str());
    if (item.rule) {
        for (const std::string& name : namesIn(*item.rule)) {
            std::ranges::copy(evidenceFor(input_.assessment, name), std::back_inserter(found));
        }
    }
    std::ranges::sort(found, {}, [](const Evidence* evidence) { return evidence->number; });
    const auto rest = std::ranges::unique(found);
    found.erase(rest.begin(), rest.end());
    return found;
}

int ReportView::depth(const Section& section) const {
    int depth = 0;
    for (const Section* at = &section; at != nullptr && !at->parent.empty();
         at = findSection(input_.checklist, at->parent)) {
        ++depth;
    }
    return root_ == nullptr ? depth : std::max(0, depth - 1);
}

bool ReportView::isRoot(const Section& section) const {
    return &section == root_;
}

std::vector<const Section*> ReportView::sectionsAt(int wanted) const {
    std::vector<const Section*> found;
    for (const Section& section : input_.checklist.sections) {
        const SectionOutcome* known = outcome(section.id, main().view);
        if (!isRoot(section) && depth(section) == wanted && known != nullptr && known->inScope &&
            known->share) {
            found.push_back(&section);
        }
    }
    return found;
}

std::vector<const Section*> ReportView::chartSections() const {
    constexpr std::size_t Fewest = 5; // axes below which a radar says little
    constexpr std::size_t Most = 16;
    std::vector<const Section*> best = sectionsAt(0);
    for (int depth = 1; best.size() < Fewest; ++depth) {
        std::vector<const Section*> deeper = sectionsAt(depth);
        if (deeper.size() <= best.size() || deeper.size() > Most) {
            break;
        }
        best = std::move(deeper);
    }
    return best;
}

Cell textCell(std::string text, Tone tone) {
    Cell cell;
    cell.value = std::move(text);
    cell.tone = tone;
    return cell;
}

Cell numberCell(const Exact& value, int decimals) {
    Cell cell;
    cell.value = Number{value, decimals, NumberForm::Plain};
    return cell;
}

Cell dashCell() {
    return textCell("—", Tone::Neutral);
}

std::string rangeText(const ReportView& view, const Range& range, int decimals) {
    if (range.settled()) {
        return range.low.rounded(decimals);
    }
    return tr(view.catalogue(), "{low} to {high}",
              {{"low", range.low.rounded(decimals)}, {"high", range.high.rounded(decimals)}});
}

Cell rangeCell(const ReportView& view, const Range& range, int decimals) {
    return range.settled() ? numberCell(range.low, decimals)
                           : textCell(rangeText(view, range, decimals), Tone::Open);
}

std::string percentText(const ReportView& view, const Range& share) {
    std::string low = (share.low * Exact(100)).rounded(1) + "%";
    if (share.settled()) {
        return low;
    }
    return tr(view.catalogue(), "{low} to {high}",
              {{"low", low}, {"high", (share.high * Exact(100)).rounded(1) + "%"}});
}

namespace {

Tone toneOf(const Range& share) {
    if (share.low == Exact(1)) {
        return Tone::Good;
    }
    return share.high.isZero() ? Tone::Bad : Tone::Partial;
}

} // namespace

Cell resultCell(const ReportView& view, const Item& item, const ItemOutcome& outcome) {
    const bool judged = outcome.state == ItemState::Answered && outcome.share;
    const bool waits = outcome.state == ItemState::Open || outcome.state == ItemState::NaPending;
    const Tone tone = judged ? toneOf(*outcome.share) : waits ? Tone::Open : Tone::Neutral;
    Cell cell = textCell(resultWord(view.checklist(), item, outcome, view.catalogue()), tone);
    cell.filled = true;
    return cell;
}

} // namespace duibiao::report
