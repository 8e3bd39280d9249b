#pragma once

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/edit/edit.h"
#include "core/formats/evidence_source.h"
#include "core/model/checklist.h"
#include "core/ops/open_assessment.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace duibiao {

inline constexpr ErrorKind AttachTargetUnknown =
    errorKind("attach-target-unknown", Category::Input,
              "\"{key}\" is no point and no fact of this checklist; evidence supports one of those");
inline constexpr ErrorKind NothingToAttach =
    errorKind("nothing-to-attach", Category::Usage, "nothing to attach: name a file");

/// Files to be attached to points and facts.
struct AttachRequest {
    std::vector<std::filesystem::path> files{};
    std::vector<std::string> supports{}; ///< ids of items and facts; empty: into the tray, without a number
    std::optional<std::string> title{};  ///< of every file; none: the file's name without its extension
    EvidenceOrigin origin = EvidenceOrigin::SelfAssessment;
    bool anyType = false; ///< takes types that are refused otherwise
};

/// What became of one file.
struct Attached {
    std::filesystem::path file;
    EvidenceId id;
    AttachmentNumber number;
    bool wasThere = false; ///< the same content was attached before: it has another link now, or had it
};

struct AttachPlan {
    std::vector<Edit> edits; ///< may be empty: everything was there already
    std::vector<EvidenceSource> sources;
    std::vector<Attached> files;
};

/// Reads the files and says which edits attach them: one evidence a content, however often it is attached.
/// Every file that cannot be taken is reported, with all others.
[[nodiscard]] std::expected<AttachPlan, Diagnostics>
planAttachment(const Checklist& checklist, const Assessment& assessment, const AttachRequest& request);

/// Plans and performs: one entry of the history, all files or none. The assessment is not saved; the files
/// have to stay as they are until it is.
[[nodiscard]] std::expected<std::vector<Attached>, Diagnostics>
attachFiles(OpenedAssessment& opened, const AttachRequest& request, const Seat& seat, Timestamp time);

/// The chapter of an attachment's number: the position, from 1, of the top-level section of the item, or of
/// the first item that reads the fact; 0 when no item reads it.
[[nodiscard]] std::uint32_t chapterOf(const Checklist& checklist, const std::string& itemOrFact);

} // namespace duibiao
