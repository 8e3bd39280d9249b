#include "cli/output/json_values.h"

#include <variant>

namespace duibiao::cli {

Json exactJson(const Exact& number) {
    return number.text();
}

Json lowJson(const std::optional<Range>& range) {
    return range ? exactJson(range->low) : Json();
}

Json highJson(const std::optional<Range>& range) {
    return range ? exactJson(range->high) : Json();
}

Json valueJson(const std::optional<Value>& value) {
    if (!value) {
        return {};
    }
    const auto* word = std::get_if<WordId>(&*value);
    return word != nullptr ? Json(word->str()) : exactJson(std::get<Exact>(*value));
}

Json reasonJson(const Reason& reason) {
    Json arguments = Json::object();
    for (const auto& [name, value] : reason.arguments) {
        arguments[name] = value;
    }
    return {{"code", reason.code}, {"args", std::move(arguments)}};
}

Json textJson(const LocalText& text) {
    return {{"zh", text.zh}, {"en", text.en}};
}

} // namespace duibiao::cli
