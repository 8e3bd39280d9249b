#include "core/ops/write_report.h"

#include "core/formats/document_writer.h"
#include "core/io/files.h"
#include "core/report/build.h"
#include "core/report/csv.h"
#include "core/report/html.h"
#include "core/report/xlsx.h"
#include "core/scoring/evaluate.h"

#include <algorithm>
#include <cctype>

namespace duibiao {

namespace {

constexpr std::size_t FingerprintDigits = 12;

std::string extensionOf(const std::filesystem::path& file) {
    std::string extension = io::displayName(file.extension());
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

} // namespace

std::string fingerprintOf(const Assessment& assessment) {
    return sha256(writeDocument(assessment)).text().substr(0, FingerprintDigits);
}

Result<void> writeReport(const OpenedAssessment& opened, View view, const Catalogue& catalogue,
                         Timestamp printedAt, const std::filesystem::path& target, io::Existing existing) {
    const std::string extension = extensionOf(target);
    if (extension != ".xlsx" && extension != ".html" && extension != ".csv") {
        return fail(ReportFormatUnknown, {{"file", io::displayName(target)}});
    }
    const Checklist& checklist = opened.checklist.checklist;
    // Opening compared the hash with the checklist's bytes; hashing them again would take longer than
    // scoring.
    const ChecklistIdentity identity{checklist.id, checklist.edition, opened.assessment().checklist.hash};
    const Outcome self = evaluate(checklist, opened.assessment(), View::Self);
    std::optional<Outcome> verified;
    if (view == View::Verified) {
        verified = evaluate(checklist, opened.assessment(), View::Verified);
    }
    const report::Report report =
        report::buildReport({checklist, identity, opened.assessment(), self, verified, printedAt,
                             fingerprintOf(opened.assessment()), catalogue});
    if (extension == ".xlsx") {
        return report::saveWorkbook(report, printedAt, target, existing);
    }
    return io::saveBytes(target, existing,
                         extension == ".html" ? report::htmlText(report) : report::csvText(report));
}

} // namespace duibiao
