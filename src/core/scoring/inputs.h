#pragma once

#include "core/model/assessment.h"
#include "core/model/checklist.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace duibiao {

/// A value a rule can ask for: a number, a word, or a set of words. Views into the assessment.
struct Input {
    const Exact* number = nullptr;
    std::span<const std::string> words; ///< one for a word, any number for a set
};

/// Every fact and organisation field that has a value in one view, by name. Lives as long as the assessment.
class Inputs {
public:
    Inputs(const Checklist& checklist, const Assessment& assessment, View view);

    /// Null when nobody has entered it (in the verified view: when nobody has verified it).
    [[nodiscard]] const Input* find(std::string_view name) const;

private:
    std::unordered_map<std::string_view, Input> inputs_;
};

} // namespace duibiao
