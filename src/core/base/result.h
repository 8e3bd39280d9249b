#pragma once

#include "core/base/error.h"

#include <expected>
#include <utility>

namespace duibiao {

/// A value, or the reason why there is none. A class of its own because g++ 12 does not warn about a dropped
/// value when [[nodiscard]] stands on an alias.
template<class T>
class [[nodiscard]] Result : public std::expected<T, Error> {
public:
    using std::expected<T, Error>::expected;
};

/// `return fail(XmlMalformed, {{"detail", text}}, place);`
[[nodiscard]] inline std::unexpected<Error> fail(const ErrorKind& kind, Arguments arguments = {},
                                                 Place place = {}) {
    return std::unexpected<Error>(Error(kind, std::move(arguments), std::move(place)));
}

/// Hands the failure of one result on as the failure of another: `if (!read) return passOn(read);`
template<class T>
[[nodiscard]] std::unexpected<Error> passOn(const Result<T>& failed) {
    return std::unexpected<Error>(failed.error());
}

} // namespace duibiao
