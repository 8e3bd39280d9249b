#pragma once

#include "core/base/error.h"

namespace duibiao {

// What is wrong with the structure of an XML file of ours. Authors read these; each says what to write
// instead.

inline constexpr ErrorKind ForeignRoot =
    errorKind("foreign-root", Category::Input,
              "the file starts with <{found}>, so it is none of ours; <{wanted}> is expected");
inline constexpr ErrorKind FormatVersionMalformed =
    errorKind("format-version-malformed", Category::Input,
              "format=\"{value}\" is no version; write format=\"{known}\"");
inline constexpr ErrorKind FormatTooNew =
    errorKind("format-too-new", Category::Input,
              "the file has format {format} and this program reads format {known}; a newer version of the "
              "program is needed");

inline constexpr ErrorKind AttributeUnknown =
    errorKind("attribute-unknown", Category::Input, "<{element}> has no attribute {attribute}; delete it");
inline constexpr ErrorKind AttributeMisspelt =
    errorKind("attribute-misspelt", Category::Input,
              "<{element}> has no attribute {attribute}; did you mean {suggestion}?");
inline constexpr ErrorKind AttributeMissing =
    errorKind("attribute-missing", Category::Input, "<{element}> needs the attribute {attribute}");
inline constexpr ErrorKind ElementUnknown =
    errorKind("element-unknown", Category::Input, "<{element}> does not belong into <{parent}>; delete it");
inline constexpr ErrorKind ElementMisspelt =
    errorKind("element-misspelt", Category::Input,
              "<{element}> does not belong into <{parent}>; did you mean <{suggestion}>?");
inline constexpr ErrorKind ElementMissing =
    errorKind("element-missing", Category::Input, "<{parent}> needs a <{element}>");
inline constexpr ErrorKind ElementRepeated = errorKind(
    "element-repeated", Category::Input, "<{element}> stands more than once in <{parent}>; keep one");
inline constexpr ErrorKind ElementMisplaced =
    errorKind("element-misplaced", Category::Input, "<{element}> must stand before <{other}>; move it up");
inline constexpr ErrorKind TextMisplaced =
    errorKind("text-misplaced", Category::Input,
              "the text \"{text}\" does not belong directly into <{element}>; put it into <zh> or <en>");

inline constexpr ErrorKind WordUnknown = errorKind(
    "word-unknown", Category::Input, "{attribute}=\"{value}\" is not known; write one of: {allowed}");
inline constexpr ErrorKind NumberMalformed =
    errorKind("number-malformed", Category::Input,
              "{attribute}=\"{value}\" is no number; write it like 12, 0.5, 90% or 1/3");
inline constexpr ErrorKind WholeNumberMalformed =
    errorKind("whole-number-malformed", Category::Input,
              "{attribute}=\"{value}\" is no whole number between {least} and {most}");
inline constexpr ErrorKind NumberTooSmall = errorKind(
    "number-too-small", Category::Input, "{attribute}=\"{value}\" is too small; at least {limit} is meant");
inline constexpr ErrorKind NumberNotPositive = errorKind(
    "number-not-positive", Category::Input, "{attribute}=\"{value}\" is too small; more than 0 is meant");
inline constexpr ErrorKind NumberTooLarge = errorKind(
    "number-too-large", Category::Input, "{attribute}=\"{value}\" is too large; at most {limit} is meant");
inline constexpr ErrorKind DateMalformed = errorKind(
    "date-malformed", Category::Input, "{attribute}=\"{value}\" is no day; write it like 2026-11-24");
inline constexpr ErrorKind IdMalformed = errorKind(
    "id-malformed", Category::Input,
    "{attribute}=\"{value}\" is no id: a letter, then letters, digits, '.', '_' or '-', at most 64 in all");
inline constexpr ErrorKind NameMalformed =
    errorKind("name-malformed", Category::Input,
              "{attribute}=\"{value}\" cannot stand in a rule: a letter, then letters, digits or '_', at "
              "most 64 in all");
inline constexpr ErrorKind IdRepeated =
    errorKind("id-repeated", Category::Input, "the id {id} is taken already, at line {line}");

// What belongs to a checklist alone.
inline constexpr ErrorKind ChecklistTooLarge =
    errorKind("checklist-too-large", Category::Input,
              "the checklist has more than {limit} sections and items, the most that is read");
inline constexpr ErrorKind GroupUnknown =
    errorKind("group-unknown", Category::Input, "there is no group {value} in this checklist");
inline constexpr ErrorKind GroupMisspelt =
    errorKind("group-misspelt", Category::Input,
              "there is no group {value} in this checklist; did you mean {suggestion}?");
inline constexpr ErrorKind ScaleUnknown =
    errorKind("scale-unknown", Category::Input, "there is no scale {value} in this checklist");
inline constexpr ErrorKind ScaleMisspelt =
    errorKind("scale-misspelt", Category::Input,
              "there is no scale {value} in this checklist; did you mean {suggestion}?");
inline constexpr ErrorKind LeastWithoutCount =
    errorKind("least-without-count", Category::Input,
              "least belongs to kind=\"at-least\" alone; delete it or change the kind");
inline constexpr ErrorKind ModalityWithoutComparison =
    errorKind("modality-without-comparison", Category::Input,
              "the modality of an official text may be given only where compared=\"yes\"; delete it");
inline constexpr ErrorKind WordsNotAsked =
    errorKind("words-not-asked", Category::Input,
              "<{element}> has no use with this {attribute}; delete it or change {attribute}");
inline constexpr ErrorKind WordsMissing = errorKind(
    "words-missing", Category::Input, "nothing could be answered here: at least one <{element}> is needed");

// About files of a newer minor version; warnings.
inline constexpr ErrorKind FormatNewer = errorKind(
    "format-newer", Category::Input,
    "the file has format {format}, newer than {known}; what this program does not know is kept as it is");
inline constexpr ErrorKind NotUnderstood = errorKind("not-understood", Category::Input,
                                                     "this program does not know <{element}>, which must be "
                                                     "understood: the checklist is shown but not scored");
inline constexpr ErrorKind WordNotUnderstood =
    errorKind("word-not-understood", Category::Input,
              "this program does not know {attribute}=\"{value}\": the checklist is shown but not scored");

} // namespace duibiao
