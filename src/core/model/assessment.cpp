#include "core/model/assessment.h"

#include <algorithm>

namespace duibiao {

const Response* responseIn(const Answer& answer, View view) {
    if (view == View::Self) {
        return &answer.self;
    }
    if (answer.consensus) {
        return &*answer.consensus;
    }
    return answer.verified.size() == 1 ? &answer.verified.begin()->second : nullptr;
}

const Evidence* findEvidence(const Assessment& assessment, const EvidenceId& id) {
    const auto found = std::ranges::find(assessment.evidence, id, &Evidence::id);
    return found == assessment.evidence.end() ? nullptr : &*found;
}

std::vector<const Evidence*> evidenceFor(const Assessment& assessment, const std::string& id) {
    std::vector<const Evidence*> found;
    for (const Evidence& evidence : assessment.evidence) {
        if (std::ranges::find(evidence.supports, id) != evidence.supports.end()) {
            found.push_back(&evidence);
        }
    }
    std::ranges::sort(found, {}, [](const Evidence* evidence) { return evidence->number; });
    return found;
}

std::string attachmentText(AttachmentNumber number, Language language) {
    const std::string_view prefix = language == Language::Chinese ? "附件" : "Annex ";
    return std::string(prefix) + std::to_string(number.chapter) + "-" + std::to_string(number.sequence);
}

} // namespace duibiao
