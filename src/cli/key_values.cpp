#include "cli/key_values.h"

#include "core/base/text.h"

namespace duibiao::cli {

Result<std::vector<AnswerInput>> keyValues(std::span<const std::string> arguments) {
    std::vector<AnswerInput> inputs;
    for (const std::string& argument : arguments) {
        const std::size_t equals = argument.find('=');
        if (equals == std::string::npos || equals == 0) {
            return fail(KeyValueMalformed, {{"text", argument}});
        }
        AnswerInput input;
        input.key = trimmed(std::string_view(argument).substr(0, equals));
        input.value = trimmed(std::string_view(argument).substr(equals + 1));
        inputs.push_back(std::move(input));
    }
    return inputs;
}

} // namespace duibiao::cli
