#include "core/scoring/section_score.h"

#include <algorithm>
#include <utility>

namespace duibiao {

namespace {

/// What lies directly below a section (or below the whole), added up.
struct Sum {
    Range obtained;
    Exact possible;
    Range shares; ///< sum of the shares of the children that apply, for a mean
    std::int64_t children = 0;
    bool applies = false;

    /// A child without possible points is left out; N/A by policy brings points without being applicable.
    void add(const Range& childObtained, const Exact& childPossible, bool childApplies) {
        applies = applies || childApplies;
        if (childPossible.isZero()) {
            return;
        }
        obtained.low += childObtained.low;
        obtained.high += childObtained.high;
        possible += childPossible;
        shares.low += childObtained.low / childPossible;
        shares.high += childObtained.high / childPossible;
        ++children;
    }
};

/// A section once everything below it is known.
struct Node {
    Sum below;
    Range share; ///< meaningful when `possible` is not zero
    Range obtained;
    Exact possible;
    Exact toWhole; ///< a point of this section is worth that many points of the whole
};

void close(Node& node, const Section& section) {
    if (node.below.children == 0) {
        return;
    }
    if (section.aggregate == Aggregate::Mean) {
        node.share = {node.below.shares.low / node.below.children,
                      node.below.shares.high / node.below.children};
    } else {
        node.share = {node.below.obtained.low / node.below.possible,
                      node.below.obtained.high / node.below.possible};
    }
    node.possible = section.points ? std::max(Exact(0), *section.points) : node.below.possible;
    node.obtained = {node.share.low * node.possible, node.share.high * node.possible};
}

/// What a point of a child is worth in its parent: 1 in a plain sum.
Exact worthInParent(const Section& parent, const Node& parentNode, const Exact& childPossible) {
    if (childPossible.isZero()) {
        return 0;
    }
    if (parent.aggregate == Aggregate::Mean) {
        return parentNode.possible / parentNode.below.children / childPossible;
    }
    return parentNode.possible / parentNode.below.possible;
}

void countUnit(SectionOutcome& section, const UnitScore& unit) {
    if (!unit.applies()) {
        return;
    }
    ++section.applicable;
    ++(unit.share->settled() ? section.answered : section.open);
}

class SectionTree {
public:
    SectionTree(const Checklist& checklist, const Plan& plan)
        : checklist_(checklist)
        , plan_(plan)
        , nodes_(checklist.sections.size())
        , outcomes_(checklist.sections.size()) {}

    void addUnit(const UnitScore& unit);
    void addUp();
    SectionScores finish(const std::vector<ConditionResult>& scopes);

private:
    Sum& below(std::optional<std::size_t> section) { return section ? nodes_[*section].below : whole_; }
    void writeOutcome(std::size_t index);

    const Checklist& checklist_;
    const Plan& plan_;
    std::vector<Node> nodes_;
    std::vector<SectionOutcome> outcomes_;
    Sum whole_;
};

void SectionTree::addUnit(const UnitScore& unit) {
    const std::optional<std::size_t> section = plan_.sectionOfItem[unit.home];
    const bool earns = unit.applies() && !unit.possible.isZero();
    below(section).add(unit.obtained, unit.possible, earns);
    if (section) {
        countUnit(outcomes_[*section], unit);
    }
}

/// Children stand after their parents, so walking backwards closes every child before its parent.
void SectionTree::addUp() {
    for (std::size_t index = nodes_.size(); index-- > 0;) {
        Node& node = nodes_[index];
        close(node, checklist_.sections[index]);
        const std::optional<std::size_t> parent = plan_.parentOf[index];
        below(parent).add(node.obtained, node.possible, node.below.applies);
        if (parent) {
            outcomes_[*parent].applicable += outcomes_[index].applicable;
            outcomes_[*parent].answered += outcomes_[index].answered;
            outcomes_[*parent].open += outcomes_[index].open;
        }
    }
}

void SectionTree::writeOutcome(std::size_t index) {
    Node& node = nodes_[index];
    const std::optional<std::size_t> parent = plan_.parentOf[index];
    node.toWhole = parent ? nodes_[*parent].toWhole *
                                worthInParent(checklist_.sections[*parent], nodes_[*parent], node.possible)
                          : Exact(1);
    SectionOutcome& outcome = outcomes_[index];
    if (node.possible.isZero()) {
        return;
    }
    outcome.possible = node.possible;
    outcome.points = node.obtained;
    if (!node.below.applies) {
        return; // points by policy only: the section itself has no share
    }
    outcome.share = node.share;
    if (whole_.possible.isZero()) {
        return; // a parent declared to be worth no points
    }
    const Exact scale = checklist_.scheme.maximum * node.toWhole / whole_.possible;
    outcome.onWhole = Range{node.obtained.low * scale, node.obtained.high * scale};
}

SectionScores SectionTree::finish(const std::vector<ConditionResult>& scopes) {
    for (std::size_t index = 0; index < nodes_.size(); ++index) {
        outcomes_[index].id = checklist_.sections[index].id;
        outcomes_[index].inScope = scopes[index].truth != Truth::False;
        writeOutcome(index);
    }
    return {std::move(outcomes_), {whole_.obtained, whole_.possible, whole_.applies}};
}

} // namespace

SectionScores scoreSections(const Checklist& checklist, const Plan& plan,
                            const std::vector<ConditionResult>& scopes, const std::vector<UnitScore>& units) {
    SectionTree tree(checklist, plan);
    for (const UnitScore& unit : units) {
        tree.addUnit(unit);
    }
    tree.addUp();
    return tree.finish(scopes);
}

} // namespace duibiao
