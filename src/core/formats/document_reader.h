#pragma once

#include "core/base/diagnostics.h"
#include "core/base/error.h"
#include "core/model/assessment.h"

#include <expected>
#include <string>
#include <string_view>

namespace duibiao {

inline constexpr ErrorKind DocumentValueInvalid =
    errorKind("document-value-invalid", Category::Input,
              "{attribute}=\"{value}\" is not what stands there; get the file again from its sender");
inline constexpr ErrorKind DocumentIdRepeated =
    errorKind("document-id-repeated", Category::Input,
              "{id} stands here a second time; get the file again from its sender");
inline constexpr ErrorKind TwoValues =
    errorKind("two-values", Category::Input, "a result is a word or a number, not both; delete one");
inline constexpr ErrorKind AttachmentNumberTooHigh =
    errorKind("attachment-number-too-high", Category::Input,
              "the attachment number {number} was never given; get the file again from its sender");

/// An assessment with what its file says beside it.
struct ReadDocument {
    Assessment assessment;
    bool newer = false;   ///< written by a newer minor version
    bool scorable = true; ///< false: something in it has to be understood and is not
    Diagnostics warnings = Diagnostics();
};

/// Reads document.xml (docs/file-formats.md §4): all is in order, or every problem comes at once with its
/// place.
[[nodiscard]] std::expected<ReadDocument, Diagnostics> readDocument(std::string_view bytes, std::string file);

} // namespace duibiao
