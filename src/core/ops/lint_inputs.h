#pragma once

#include "core/model/checklist.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

/// What a name stands for in a rule.
struct InputType {
    enum class Kind : std::uint8_t { Number, Word, Set, Text };
    Kind kind = Kind::Number;
    bool isRatio = false;
    std::vector<std::string> words; ///< those that can be answered
};

/// The types of all facts and fields of a checklist.
class InputTypes {
public:
    explicit InputTypes(const Checklist& checklist);
    [[nodiscard]] const InputType* find(const std::string& name) const;

private:
    std::map<std::string, InputType> types_;
};

} // namespace duibiao
