#pragma once

#include "core/report/page_model.h"
#include "core/report/view.h"

#include <string>

namespace duibiao::report {

// The sentences that say what came out; cover and summary share them.

/// The score or interval with its band, or the counts of a recognition checklist.
[[nodiscard]] Banner resultBanner(const ReportView& view);
/// How many check points were compared with the official text.
[[nodiscard]] std::string verificationStatement(const ReportView& view);
/// The same in a few words, for the running head.
[[nodiscard]] std::string verificationMark(const ReportView& view);
/// The conclusion of an outcome in one sentence.
[[nodiscard]] std::string conclusionText(const ReportView& view, const Outcome& outcome);
/// "B 良好", or "C 合格 至 B 良好" while open; empty without bands.
[[nodiscard]] std::string bandText(const ReportView& view, const Outcome& outcome);
/// "85.20" or "62.70 至 90.30"; "—" when nothing applies.
[[nodiscard]] std::string scoreText(const ReportView& view, const Outcome& outcome);

} // namespace duibiao::report
