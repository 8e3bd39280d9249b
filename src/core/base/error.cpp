#include "core/base/error.h"

#include <utility>

namespace duibiao {

Error::Error(const ErrorKind& kind, Arguments arguments, Place place)
    : kind_(&kind)
    , arguments_(std::move(arguments))
    , place_(std::move(place)) {}

Error::Error(const Error&) = default;
Error::Error(Error&&) noexcept = default;
Error& Error::operator=(const Error&) = default;
Error& Error::operator=(Error&&) noexcept = default;
Error::~Error() = default;

} // namespace duibiao
