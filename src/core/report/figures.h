#pragma once

#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/report/input.h"
#include "core/scoring/inputs.h"

#include <optional>
#include <string>
#include <vector>

namespace duibiao::report {

/// One figure an item decided by facts rests on, as people check it: "9000 ÷ 12000 = 75%", "≥ 75%".
struct Figure {
    std::string text;                 ///< with its unit; empty while an input is missing
    std::string limit;                ///< "≥ 75%"; empty when nothing is compared
    std::string shortfall;            ///< "500 m²": what is missing to the limit; empty when it is reached
    std::string excess;               ///< what is too much over an upper limit
    std::vector<std::string> missing; ///< labels of the inputs that are not entered
    bool operator==(const Figure&) const = default;
};

/// The figures of a rule in reading order. Shown beside a verdict; the verdict itself is scoring's.
[[nodiscard]] std::vector<Figure> figuresOf(const ReportInput& input, const Inputs& inputs, const Rule& rule);
/// All of them as lines of one cell.
[[nodiscard]] std::string figureLines(const ReportInput& input, const std::vector<Figure>& figures);
/// The label of a fact or organisation field, or the name itself.
[[nodiscard]] std::string inputLabel(const ReportInput& input, const std::string& name);

} // namespace duibiao::report
