#pragma once

#include "core/base/error.h"

namespace duibiao::io {

// Decoding
inline constexpr ErrorKind EncodingUnknown =
    errorKind("encoding-unknown", Category::Input,
              "the encoding {encoding} is not read; save the file as UTF-8 (UTF-16, GBK, GB2312 and GB18030 "
              "are read too)");
inline constexpr ErrorKind EncodingContradiction = errorKind(
    "encoding-contradiction", Category::Input,
    "the file says that it is {declared} but its first bytes are those of {found}; save it again as UTF-8");
inline constexpr ErrorKind UndecodableByte =
    errorKind("undecodable-byte", Category::Input,
              "byte {offset} (counted from 0) is no {encoding} text; find out the file's true encoding and "
              "save it as UTF-8");
inline constexpr ErrorKind IllegalCharacter = errorKind(
    "illegal-character", Category::Input, "the character {character} must not stand in XML; delete it");

// The gate
inline constexpr ErrorKind XmlTooLarge = errorKind(
    "xml-too-large", Category::Input, "the file has more than {limit} bytes, the most that is read");
inline constexpr ErrorKind XmlMalformed =
    errorKind("xml-malformed", Category::Input, "the file is not well-formed XML here: {detail}");
inline constexpr ErrorKind XmlInvalidToken =
    errorKind("xml-invalid-token", Category::Input,
              "a character stands here that must not; within a text write &amp; for & and &lt; for <");
inline constexpr ErrorKind XmlNoElement =
    errorKind("xml-no-element", Category::Input, "the file ends before its first element begins");
inline constexpr ErrorKind XmlJunkBehind =
    errorKind("xml-junk-behind", Category::Input, "the first element has ended; nothing may follow it");
inline constexpr ErrorKind XmlDuplicateAttribute =
    errorKind("xml-duplicate-attribute", Category::Input,
              "this attribute stands more than once in its element; keep one");
inline constexpr ErrorKind XmlUnknownEntity =
    errorKind("xml-unknown-entity", Category::Input,
              "this entity is not known; there are only &amp; &lt; &gt; &quot; and &apos;");
inline constexpr ErrorKind XmlBadReference =
    errorKind("xml-bad-reference", Category::Input,
              "this reference names a character that must not stand in XML; delete it");
inline constexpr ErrorKind XmlCutOff =
    errorKind("xml-cut-off", Category::Input,
              "the file ends within the tag, comment or CDATA section that begins here");
inline constexpr ErrorKind XmlBadDeclaration =
    errorKind("xml-bad-declaration", Category::Input,
              "the XML declaration is wrong; the file's very first characters are <?xml version=\"1.0\" "
              "encoding=\"UTF-8\"?>");
inline constexpr ErrorKind XmlMismatchedTag =
    errorKind("xml-mismatched-tag", Category::Input,
              "</{found}> does not close <{open}>, which was opened at line {line}");
inline constexpr ErrorKind XmlUnclosed = errorKind(
    "xml-unclosed", Category::Input, "the file ends, but <{open}>, opened at line {line}, is not closed");
inline constexpr ErrorKind XmlDtd =
    errorKind("xml-dtd", Category::Input, "a document type declaration (<!DOCTYPE …) is not read; delete it");
inline constexpr ErrorKind XmlInstruction = errorKind(
    "xml-instruction", Category::Input, "the processing instruction <?{name} …?> is not read; delete it");
inline constexpr ErrorKind XmlVersion =
    errorKind("xml-version", Category::Input, "XML {version} is not read; declare version=\"1.0\"");
inline constexpr ErrorKind XmlTooDeep = errorKind(
    "xml-too-deep", Category::Input, "elements nest deeper than {limit} levels, the most that is read");
inline constexpr ErrorKind XmlTooManyElements = errorKind(
    "xml-too-many-elements", Category::Input, "there are more than {limit} elements, the most that is read");
inline constexpr ErrorKind XmlTooManyAttributes =
    errorKind("xml-too-many-attributes", Category::Input,
              "<{name}> has more than {limit} attributes, the most that is read");
inline constexpr ErrorKind XmlNameTooLong = errorKind(
    "xml-name-too-long", Category::Input, "a name has more than {limit} bytes, the most that is read");
inline constexpr ErrorKind XmlAttributeTooLong =
    errorKind("xml-attribute-too-long", Category::Input,
              "the attribute {name} has more than {limit} bytes, the most that is read");
inline constexpr ErrorKind XmlTextTooLong = errorKind(
    "xml-text-too-long", Category::Input, "a text has more than {limit} bytes, the most that is read");
inline constexpr ErrorKind XmlParserFailed = errorKind(
    "xml-parser-failed", Category::Internal, "the XML parser failed: {detail}; please report this file");

} // namespace duibiao::io
