#pragma once

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/formats/evidence_source.h"
#include "core/formats/journal.h"
#include "core/io/file_system.h"
#include "core/io/save.h"
#include "core/model/assessment.h"

#include <expected>
#include <filesystem>
#include <map>
#include <string>

namespace duibiao {

inline constexpr ErrorKind PackageDamaged = errorKind(
    "package-damaged", Category::Input,
    "{file} is damaged: {member} is not what the package's list says; get it again from its sender");
inline constexpr ErrorKind PackageContents =
    errorKind("package-contents", Category::Input,
              "{file} does not have the parts of an assessment in their order; get it again from its sender");
inline constexpr ErrorKind PackageChecklistDiffers =
    errorKind("package-checklist-differs", Category::Input,
              "the checklist in {file} is not the one that was answered; get it again from its sender");
inline constexpr ErrorKind PackageEvidenceMissing =
    errorKind("package-evidence-missing", Category::Input,
              "{file} lacks the content of evidence {id}; get it again from its sender");
inline constexpr ErrorKind PackageEvidenceUnknown =
    errorKind("package-evidence-unknown", Category::Input,
              "{file} holds {member}, which nothing refers to; get it again from its sender");
inline constexpr ErrorKind EvidenceNotGiven =
    errorKind("evidence-not-given", Category::Internal,
              "the content of evidence {id} is not at hand; please report this");
/// A notice: the file opens all the same.
inline constexpr ErrorKind HistoryDiffers =
    errorKind("history-differs", Category::Negative,
              "the history in {file} does not lead to the results it holds; the results are shown, look at "
              "who changed the file");

/// Everything in a `.duibiao` file.
struct PackageContent {
    std::string checklistBytes; ///< as they were read when the assessment was made
    Assessment assessment;
    Journal journal;
    std::map<Sha256, EvidenceSource>
        evidence; ///< content by hash; may hold more than the assessment refers to
    bool newer =
        false; ///< written by a newer minor version: evidence that nothing known refers to is kept as well
};

struct OpenedPackage {
    PackageContent content;
    bool scorable = true; ///< false: a newer version put something in that has to be understood
    Diagnostics notices = Diagnostics();
};

enum class EvidenceCheck : std::uint8_t {
    Later, ///< opens without reading evidence; its hash is checked whenever it is read
    Now,   ///< every byte is read and compared
};

/// Opens an assessment. What it needs of the file is read (the tail, the directory and four members),
/// evidence stays where it is. Every problem of document.xml comes at once.
[[nodiscard]] std::expected<OpenedPackage, Diagnostics>
readPackage(const std::filesystem::path& path, EvidenceCheck check = EvidenceCheck::Later,
            io::FileSystem& fileSystem = io::systemFileSystem());

/// Writes an assessment whole through the save unit; what was written is opened, compared with what was meant
/// and every byte of evidence read before it takes the place of the old file. Precondition: bytes and hash of
/// the checklist fit.
[[nodiscard]] Result<void> writePackage(const std::filesystem::path& target, io::Existing existing,
                                        const PackageContent& content,
                                        io::FileSystem& fileSystem = io::systemFileSystem());

} // namespace duibiao
