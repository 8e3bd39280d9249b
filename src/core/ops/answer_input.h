#pragma once

#include "core/base/diagnostics.h"
#include "core/base/error.h"
#include "core/edit/edit.h"
#include "core/model/assessment.h"
#include "core/model/checklist.h"

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace duibiao {

inline constexpr ErrorKind KeyUnknown =
    errorKind("key-unknown", Category::Input, "\"{key}\" is no point, fact or field of this checklist");
inline constexpr ErrorKind KeyMisspelt =
    errorKind("key-misspelt", Category::Input,
              "\"{key}\" is no point, fact or field of this checklist; did you mean {suggestion}?");
inline constexpr ErrorKind AnswerWordUnknown = errorKind(
    "answer-unknown", Category::Input, "{key} cannot be answered with \"{value}\"; choose one of: {allowed}");
inline constexpr ErrorKind AnswerNotANumber =
    errorKind("answer-not-a-number", Category::Input,
              "{key} needs a number and \"{value}\" is none; write only the number, in the unit {unit}");
inline constexpr ErrorKind AnswerNotWhole =
    errorKind("answer-not-whole", Category::Input, "{key} is a count: {value} is no whole number");
inline constexpr ErrorKind AnswerOutOfRange = errorKind(
    "answer-out-of-range", Category::Input, "{key} = {value} is outside the possible range {range}");
inline constexpr ErrorKind DecidedByFacts =
    errorKind("decided-by-facts", Category::Input,
              "{key} is decided by numbers and has no answer of its own; set {facts}");
inline constexpr ErrorKind NeverNotApplicable =
    errorKind("never-na", Category::Input, "{key} applies to everybody and cannot be answered N/A");
inline constexpr ErrorKind FactNotApplicable =
    errorKind("fact-na", Category::Input,
              "{key} is a number or property and cannot be N/A; the points that use it can");
inline constexpr ErrorKind CommentWithoutAnswer = errorKind(
    "comment-on-field", Category::Input, "{key} is a property of the organisation and takes no comment");

/// What somebody typed about one key. `place` is where (a line of a CSV), for messages.
struct AnswerInput {
    std::string key;
    std::string value; ///< empty takes the answer back
    std::optional<std::string> comment;
    std::string reason;
    std::string approver;
    Place place;
};

/// Turns what people typed into edits: words by id or label in either language, numbers with full-width
/// digits and grouping, `na` with reason and approver, several words separated by commas. Every problem is
/// reported at once; then there are no edits. Meaning of keys and values: docs/cli.md, "set".
[[nodiscard]] std::expected<std::vector<Edit>, Diagnostics>
editsFor(const Checklist& checklist, std::span<const AnswerInput> inputs, const Voice& voice = {});

} // namespace duibiao
