#include "core/base/text.h"
#include "core/ops/lint_findings.h"

#include <algorithm>
#include <map>
#include <vector>

namespace duibiao {

namespace {

bool isJudged(const Item& item) {
    const bool records = item.rule && item.rule->op == RuleOp::Record;
    return !records && (item.role != ItemRole::Scored || !item.weight.isZero());
}

void lintWords(const Checklist& checklist, const Item& item, Findings& findings) {
    const std::string& id = item.id.str();
    if (item.answer == AnswerKind::Choice && !item.rule && item.choices.empty()) {
        findings.add(Severity::Error, LintChoiceWithoutWords, id);
    }
    for (const Choice& word : wordsOf(checklist, item)) {
        if (!word.share && isJudged(item)) {
            findings.add(Severity::Error, LintWordWithoutShare, id, {{"word", word.id.str()}});
        } else if (word.share && (*word.share < Exact(0) || *word.share > Exact(1))) {
            findings.add(Severity::Error, LintShareOutside, id,
                         {{"word", word.id.str()}, {"share", word.share->text()}});
        }
    }
    for (const Guidance& guidance : item.guidance) {
        if (!guidance.word.empty() && findWord(checklist, item, guidance.word) == nullptr) {
            findings.add(Severity::Warning, LintGuidanceWord, id, {{"word", guidance.word.str()}});
        }
    }
}

void lintNotApplicable(const Checklist& checklist, const Item& item, NaTreatment treatment,
                       Findings& findings) {
    if (item.role == ItemRole::Veto && item.na == NaPermission::Free) {
        findings.add(Severity::Warning, LintVetoFreelyNa, item.id.str());
    }
    if (treatment == NaTreatment::Anchor && item.na != NaPermission::Never && !item.target &&
        isJudged(item)) {
        findings.add(Severity::Warning, LintTargetMissing, item.id.str());
    }
    if (item.role == ItemRole::Bonus && checklist.scheme.bonusCap.isZero()) {
        findings.add(Severity::Warning, LintBonusWithoutCap, item.id.str());
    }
}

/// By section: what its items inherit.
std::map<SectionId, NaTreatment> treatments(const Checklist& checklist) {
    std::map<SectionId, NaTreatment> ofSections;
    for (const Section& section : checklist.sections) {
        const auto parent = ofSections.find(section.parent);
        const NaTreatment inherited =
            parent == ofSections.end() ? checklist.scheme.naTreatment : parent->second;
        ofSections.emplace(section.id, section.naTreatment.value_or(inherited));
    }
    return ofSections;
}

std::string differences(const Item& first, const Item& other) {
    std::vector<std::string> parts;
    if (first.weight != other.weight) {
        parts.emplace_back("weight");
    }
    if (first.role != other.role) {
        parts.emplace_back("role");
    }
    if (first.appliesIf != other.appliesIf) {
        parts.emplace_back("applies-if");
    }
    return join(parts, ", ");
}

void lintGroup(const Group& group, const std::vector<const Item*>& members, Findings& findings) {
    const std::string& id = group.id.str();
    if (members.empty()) {
        findings.add(Severity::Warning, LintGroupEmpty, id);
        return;
    }
    if (members.size() == 1 && members.front()->role == ItemRole::Scored) {
        findings.add(Severity::Warning, LintGroupOfOne, id, {{"item", members.front()->id.str()}});
    }
    if (group.kind == GroupKind::AtLeast && group.least > members.size()) {
        findings.add(Severity::Error, LintGroupTooSmall, id,
                     {{"least", std::to_string(group.least)}, {"members", std::to_string(members.size())}});
    }
    for (const Item* member : members) {
        if (const std::string what = differences(*members.front(), *member); !what.empty()) {
            findings.add(Severity::Error, LintGroupMembersDiffer, id,
                         {{"item", member->id.str()}, {"attributes", what}});
        }
    }
}

} // namespace

void lintItems(const Checklist& checklist, Findings& findings) {
    if (checklist.items.empty()) {
        findings.add(Severity::Error, LintNoItems, "checklist:");
    }
    const std::map<SectionId, NaTreatment> inherited = treatments(checklist);
    for (const Item& item : checklist.items) {
        lintWords(checklist, item, findings);
        const auto section = inherited.find(item.section);
        lintNotApplicable(checklist, item,
                          section == inherited.end() ? checklist.scheme.naTreatment : section->second,
                          findings);
        if (!isWordAnswer(item.answer) && !item.rule && isJudged(item)) {
            findings.add(Severity::Error, LintNumericWithoutRule, item.id.str());
        }
        if (item.weight < Exact(0)) {
            findings.add(Severity::Error, LintWeightNegative, item.id.str(),
                         {{"weight", item.weight.text()}});
        }
    }
}

void lintGroups(const Checklist& checklist, Findings& findings) {
    std::map<GroupId, std::vector<const Item*>> members;
    for (const Item& item : checklist.items) {
        if (!item.group.empty()) {
            members[item.group].push_back(&item);
        }
    }
    for (const Group& group : checklist.groups) {
        lintGroup(group, members[group.id], findings);
    }
}

} // namespace duibiao
