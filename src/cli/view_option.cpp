#include "cli/view_option.h"

#include "cli/context.h"

#include <CLI/CLI.hpp>

namespace duibiao::cli {

void addViewOption(CLI::App& command, std::string& word, Context& context) {
    command
        .add_option("--view", word,
                    context.tr("Whose values count: those of the body itself or the verified ones"))
        ->check(CLI::IsMember({"self", "verified"}).description("self|verified"))
        ->type_name("");
}

View viewOf(const std::string& word) {
    return word == "verified" ? View::Verified : View::Self;
}

} // namespace duibiao::cli
