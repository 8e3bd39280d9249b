#include "core/io/xml_gate.h"

#include "core/base/catalogue.h"
#include "core/io/text_index.h"
#include "core/io/xml_errors.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace duibiao::io {

namespace {

std::string number(std::size_t value) {
    return fmt::format("{}", value);
}

/// What expat says itself, where we have no sentence of our own; here to be translated.
[[maybe_unused]] constexpr std::array ExpatWords{msgid("syntax error"), msgid("unbound prefix"),
                                                 msgid("mismatched tag")};

/// What authors do wrong most; expat's own words say what a parser saw, not what to write instead.
const ErrorKind* kindOf(XML_Error code) {
    static constexpr std::array<std::pair<XML_Error, const ErrorKind*>, 10> Kinds{
        {{XML_ERROR_INVALID_TOKEN, &XmlInvalidToken},
         {XML_ERROR_NO_ELEMENTS, &XmlNoElement},
         {XML_ERROR_JUNK_AFTER_DOC_ELEMENT, &XmlJunkBehind},
         {XML_ERROR_DUPLICATE_ATTRIBUTE, &XmlDuplicateAttribute},
         {XML_ERROR_UNDEFINED_ENTITY, &XmlUnknownEntity},
         {XML_ERROR_BAD_CHAR_REF, &XmlBadReference},
         {XML_ERROR_UNCLOSED_TOKEN, &XmlCutOff},
         {XML_ERROR_PARTIAL_CHAR, &XmlCutOff},
         {XML_ERROR_MISPLACED_XML_PI, &XmlBadDeclaration},
         {XML_ERROR_XML_DECL, &XmlBadDeclaration}}};
    const auto found = std::ranges::find(Kinds, code, [](const auto& each) { return each.first; });
    return found == Kinds.end() ? nullptr : found->second;
}

struct ParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserPointer = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserDeleter>;

/// Expat's callbacks and what they have to remember.
class Gate {
public:
    Gate(std::string_view text, const std::string& file, const XmlLimits& limits)
        : text_(text)
        , file_(file)
        , limits_(limits)
        , parser_(XML_ParserCreate("UTF-8")) {
        open_.reserve(limits.depth);
    }

    [[nodiscard]] Result<void> run() {
        if (!parser_) {
            return fail(XmlParserFailed, {{"detail", std::string(msgid("out of memory"))}}, placeAt(0));
        }
        if (text_.size() > std::numeric_limits<int>::max()) {
            return fail(XmlTooLarge, {{"limit", number(std::numeric_limits<int>::max())}}, placeAt(0));
        }
        setHandlers();
        const XML_Status status =
            XML_Parse(parser_.get(), text_.data(), static_cast<int>(text_.size()), XML_TRUE);
        if (refusal_) {
            return std::unexpected(*refusal_);
        }
        if (status != XML_STATUS_OK) {
            return std::unexpected(malformed());
        }
        return {};
    }

private:
    void setHandlers() {
        XML_Parser parser = parser_.get();
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, onStart, onEnd);
        if (text_.size() > limits_.textBytes) { // else no text within it can be too long
            XML_SetCharacterDataHandler(parser, onText);
        }
        XML_SetStartDoctypeDeclHandler(parser, onDoctype);
        XML_SetProcessingInstructionHandler(parser, onInstruction);
        XML_SetXmlDeclHandler(parser, onDeclaration);
    }

    static Gate& self(void* gate) { return *static_cast<Gate*>(gate); }
    static void onStart(void* gate, const XML_Char* name, const XML_Char** attributes) {
        self(gate).start(name, attributes);
    }
    static void onEnd(void* gate, const XML_Char* /*name*/) { self(gate).end(); }
    static void onText(void* gate, const XML_Char* /*text*/, int length) {
        self(gate).addText(static_cast<std::size_t>(length));
    }
    static void onDoctype(void* gate, const XML_Char* /*name*/, const XML_Char* /*system*/,
                          const XML_Char* /*pub*/, int /*internal*/) {
        self(gate).refuseDtd();
    }
    static void onInstruction(void* gate, const XML_Char* target, const XML_Char* /*data*/) {
        self(gate).refuse(XmlInstruction, {{"name", target}});
    }
    static void onDeclaration(void* gate, const XML_Char* version, const XML_Char* /*encoding*/,
                              int /*standalone*/) {
        if (version != nullptr && std::string_view(version) != "1.0") {
            self(gate).refuse(XmlVersion, {{"version", version}});
        }
    }

    void start(const XML_Char* name, const XML_Char** attributes) {
        textBytes_ = 0;
        if (open_.size() >= limits_.depth) {
            return refuse(XmlTooDeep, {{"limit", number(limits_.depth)}});
        }
        if (++elements_ > limits_.elements) {
            return refuse(XmlTooManyElements, {{"limit", number(limits_.elements)}});
        }
        if (std::strlen(name) > limits_.nameBytes) {
            return refuse(XmlNameTooLong, {{"limit", number(limits_.nameBytes)}});
        }
        open_.push_back(offset());
        checkAttributes(name, attributes);
    }

    void checkAttributes(const XML_Char* element, const XML_Char** attributes) {
        std::size_t count = 0;
        for (; attributes[0] != nullptr; attributes += 2) {
            if (++count > limits_.attributesPerElement) {
                return refuse(XmlTooManyAttributes,
                              {{"name", element}, {"limit", number(limits_.attributesPerElement)}});
            }
            if (std::strlen(attributes[0]) > limits_.nameBytes) {
                return refuse(XmlNameTooLong, {{"limit", number(limits_.nameBytes)}});
            }
            if (std::strlen(attributes[1]) > limits_.attributeBytes) {
                return refuse(XmlAttributeTooLong,
                              {{"name", attributes[0]}, {"limit", number(limits_.attributeBytes)}});
            }
        }
    }

    void end() {
        textBytes_ = 0;
        if (!open_.empty()) {
            open_.pop_back();
        }
    }

    void addText(std::size_t bytes) {
        textBytes_ += bytes;
        if (textBytes_ > limits_.textBytes) {
            refuse(XmlTextTooLong, {{"limit", number(limits_.textBytes)}});
        }
    }

    /// Expat stands somewhere behind the name; people look for the start.
    void refuseDtd() { refuseAt(std::min(text_.rfind("<!DOCTYPE", offset()), text_.size()), XmlDtd, {}); }

    void refuse(const ErrorKind& kind, Arguments arguments = {}) {
        refuseAt(offset(), kind, std::move(arguments));
    }

    void refuseAt(std::size_t offset, const ErrorKind& kind, Arguments arguments) {
        if (!refusal_) { // expat may call once more after it was stopped
            refusal_ = Error(kind, std::move(arguments), placeAt(offset));
            XML_StopParser(parser_.get(), XML_FALSE);
        }
    }

    [[nodiscard]] Error malformed() const {
        const XML_Error code = XML_GetErrorCode(parser_.get());
        const Place place = placeAt(offset());
        if (code == XML_ERROR_TAG_MISMATCH && !open_.empty()) {
            // Expat stands at the name, behind "</".
            return Error(XmlMismatchedTag,
                         {{"found", nameAt(offset())}, {"open", openName()}, {"line", openLine()}}, place);
        }
        const bool ended = code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN;
        if (ended && !open_.empty() && offset() >= text_.size()) {
            return Error(XmlUnclosed, {{"open", openName()}, {"line", openLine()}}, place);
        }
        if (code == XML_ERROR_UNCLOSED_CDATA_SECTION) {
            return Error(XmlCutOff, {}, placeAt(std::min(text_.rfind("<![CDATA["), offset())));
        }
        if (code == XML_ERROR_NO_MEMORY) {
            return Error(XmlParserFailed, {{"detail", std::string(msgid("out of memory"))}}, place);
        }
        if (const ErrorKind* kind = kindOf(code)) {
            return Error(*kind, {}, place);
        }
        return Error(XmlMalformed, {{"detail", XML_ErrorString(code)}}, place);
    }

    [[nodiscard]] std::string openName() const { return nameAt(open_.back() + 1); }
    [[nodiscard]] std::string openLine() const { return number(TextIndex(text_).at(open_.back()).line); }
    [[nodiscard]] std::string nameAt(std::size_t offset) const {
        const std::string_view rest = text_.substr(std::min(offset, text_.size()));
        return std::string(rest.substr(0, rest.find_first_of(" \t\r\n/>")));
    }

    [[nodiscard]] std::size_t offset() const {
        const XML_Index index = XML_GetCurrentByteIndex(parser_.get());
        return index < 0 ? 0 : static_cast<std::size_t>(index);
    }
    [[nodiscard]] Place placeAt(std::size_t offset) const {
        const LineColumn position = TextIndex(text_).at(offset);
        return TextPlace{file_, position.line, position.column, {}};
    }

    std::string_view text_;
    const std::string& file_;
    const XmlLimits& limits_;
    ParserPointer parser_;
    std::vector<std::size_t> open_; ///< where the start tags stand that are not closed yet
    std::size_t elements_ = 0;
    std::size_t textBytes_ = 0;
    std::optional<Error> refusal_;
};

} // namespace

Result<void> checkWellFormed(std::string_view text, const std::string& file, const XmlLimits& limits) {
    return Gate(text, file, limits).run();
}

} // namespace duibiao::io
