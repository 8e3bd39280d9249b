#pragma once

#include "core/base/catalogue.h"

#include <string>

namespace duibiao {

/// A text of a checklist in both languages. A missing translation is an empty string (lint warns).
struct LocalText {
    std::string zh;
    std::string en;

    [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
    /// In the wanted language, else in the other: a missing translation never hides a check point.
    [[nodiscard]] const std::string& in(Language language) const {
        const std::string& wanted = language == Language::Chinese ? zh : en;
        const std::string& other = language == Language::Chinese ? en : zh;
        return wanted.empty() ? other : wanted;
    }
    bool operator==(const LocalText&) const = default;
};

} // namespace duibiao
