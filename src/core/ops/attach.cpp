#include "core/ops/attach.h"

#include "core/base/hash.h"
#include "core/edit/apply.h"
#include "core/edit/texts.h"
#include "core/io/file_names.h"
#include "core/io/file_type.h"
#include "core/io/files.h"
#include "core/model/rule.h"

#include <algorithm>
#include <utility>

namespace duibiao {

namespace {

constexpr std::size_t RandomDigits = 8;

bool reads(const Item& item, const std::string& fact) {
    if (!item.rule) {
        return false;
    }
    const std::vector<std::string> names = namesIn(*item.rule);
    return std::ranges::find(names, fact) != names.end();
}

/// The item a target's chapter comes from; null when there is none.
const Item* itemFor(const Checklist& checklist, const std::string& itemOrFact) {
    if (const Item* item = findItem(checklist, ItemId(itemOrFact))) {
        return item;
    }
    const auto found =
        std::ranges::find_if(checklist.items, [&](const Item& item) { return reads(item, itemOrFact); });
    return found == checklist.items.end() ? nullptr : &*found;
}

EvidenceId freeId(const Assessment& assessment) {
    EvidenceId id;
    do {
        id = EvidenceId("e-" + randomUuid().substr(0, RandomDigits));
    } while (findEvidence(assessment, id) != nullptr);
    return id;
}

/// Builds the plan file by file upon a copy, so that the second file already sees the first.
class AttachmentPlanner {
public:
    AttachmentPlanner(const Checklist& checklist, Assessment assessment, const AttachRequest& request)
        : checklist_(checklist)
        , assessment_(std::move(assessment))
        , request_(request) {}

    [[nodiscard]] std::expected<AttachPlan, Diagnostics> plan() {
        checkRequest();
        for (const std::filesystem::path& file : request_.files) {
            if (auto added = addFile(file); !added) {
                problems_.addError(added.error());
            }
        }
        if (problems_.hasErrors()) {
            return std::unexpected(std::move(problems_));
        }
        return std::move(plan_);
    }

private:
    void checkRequest() {
        if (request_.files.empty()) {
            problems_.addError(Error(NothingToAttach));
        }
        for (const std::string& target : request_.supports) {
            const bool known = findItem(checklist_, ItemId(target)) != nullptr ||
                               findFact(checklist_, FactId(target)) != nullptr;
            if (!known) {
                problems_.addError(Error(AttachTargetUnknown, {{"key", tidyText(target)}}));
            }
        }
    }

    Result<void> addFile(const std::filesystem::path& file) {
        if (!request_.anyType) {
            if (auto checked = io::checkEvidenceType(file); !checked) {
                return checked;
            }
        }
        auto source = EvidenceSource::fromFile(file);
        if (!source) {
            return passOn(source);
        }
        const auto same =
            std::ranges::find(assessment_.evidence, std::optional(source->hash()), &Evidence::content);
        auto added = same != assessment_.evidence.end() ? link(file, *same) : addEvidence(file, *source);
        if (added) {
            plan_.sources.push_back(std::move(*source));
        }
        return added;
    }

    Result<void> apply(Edit edit) {
        if (auto applied = applyEdit(assessment_, edit); !applied) {
            return passOn(applied);
        }
        plan_.edits.push_back(std::move(edit));
        return {};
    }

    /// By value: applying an edit moves the evidence.
    Result<void> link(const std::filesystem::path& file, Evidence evidence) {
        if (evidence.number == AttachmentNumber{} && !request_.supports.empty()) {
            evidence.number = nextNumber(); // it waited in the tray
            if (auto numbered = apply(ChangeEvidence{evidence}); !numbered) {
                return numbered;
            }
        }
        for (const std::string& target : request_.supports) {
            if (std::ranges::find(evidence.supports, target) != evidence.supports.end()) {
                continue;
            }
            if (auto linked = apply(LinkEvidence{evidence.id, target}); !linked) {
                return linked;
            }
            evidence.supports.push_back(target);
        }
        plan_.files.push_back({file, evidence.id, evidence.number, true});
        return {};
    }

    Result<void> addEvidence(const std::filesystem::path& file, const EvidenceSource& source) {
        Evidence evidence;
        evidence.id = freeId(assessment_);
        evidence.fileName = io::safeFileName(io::displayName(file.filename()));
        evidence.title = tidyText(request_.title.value_or(std::string(io::stemOf(evidence.fileName))));
        evidence.content = source.hash();
        evidence.size = source.size();
        evidence.origin = request_.origin;
        for (const std::string& target : request_.supports) {
            if (std::ranges::find(evidence.supports, target) == evidence.supports.end()) {
                evidence.supports.push_back(target);
            }
        }
        evidence.number = nextNumber();
        plan_.files.push_back({file, evidence.id, evidence.number, false});
        return apply(AddEvidence{std::move(evidence)});
    }

    [[nodiscard]] AttachmentNumber nextNumber() const {
        if (request_.supports.empty()) {
            return {};
        }
        const std::uint32_t chapter = chapterOf(checklist_, request_.supports.front());
        const auto last = assessment_.lastAttachment.find(chapter);
        return {chapter, (last == assessment_.lastAttachment.end() ? 0 : last->second) + 1};
    }

    const Checklist& checklist_;
    Assessment assessment_;
    const AttachRequest& request_;
    AttachPlan plan_;
    Diagnostics problems_;
};

} // namespace

std::uint32_t chapterOf(const Checklist& checklist, const std::string& itemOrFact) {
    const Item* item = itemFor(checklist, itemOrFact);
    const Section* section = item == nullptr ? nullptr : findSection(checklist, item->section);
    while (section != nullptr && !section->parent.empty()) {
        section = findSection(checklist, section->parent);
    }
    std::uint32_t chapter = 0;
    for (const Section& candidate : checklist.sections) {
        chapter += candidate.parent.empty() ? 1U : 0U;
        if (section != nullptr && candidate.id == section->id) {
            return chapter;
        }
    }
    return 0;
}

std::expected<AttachPlan, Diagnostics>
planAttachment(const Checklist& checklist, const Assessment& assessment, const AttachRequest& request) {
    return AttachmentPlanner(checklist, assessment, request).plan();
}

std::expected<std::vector<Attached>, Diagnostics>
attachFiles(OpenedAssessment& opened, const AttachRequest& request, const Seat& seat, Timestamp time) {
    auto plan = planAttachment(opened.checklist.checklist, opened.content.assessment, request);
    if (!plan) {
        return std::unexpected(std::move(plan.error()));
    }
    if (!plan->edits.empty()) {
        if (auto performed = perform(opened, plan->edits, seat, time); !performed) {
            Diagnostics problems;
            problems.addError(performed.error());
            return std::unexpected(std::move(problems));
        }
    }
    for (EvidenceSource& source : plan->sources) {
        const Sha256 hash = source.hash();
        opened.content.evidence.try_emplace(hash, std::move(source));
    }
    return std::move(plan->files);
}

} // namespace duibiao
