#include "core/formats/element_reader.h"

#include "core/formats/format_errors.h"
#include "core/formats/suggestion.h"
#include "core/model/rule_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace duibiao {

namespace {

constexpr std::size_t LongestId = 64;
constexpr std::size_t MostSuggestions =
    1000; ///< names compared; a hostile file could have a hundred thousand
constexpr std::string_view Space = " \t\r\n";

bool isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool isId(std::string_view text, bool standsInRules) {
    const auto allowed = [&](char character) {
        const bool plain = isLetter(character) || (character >= '0' && character <= '9') || character == '_';
        return plain || (!standsInRules && (character == '.' || character == '-'));
    };
    return !text.empty() && text.size() <= LongestId && isLetter(text.front()) &&
           std::ranges::all_of(text, allowed);
}

/// The character of the rule where a parse stopped, from 0; 0 when the error names none.
std::size_t columnIn(const Error& error) {
    for (const auto& [name, value] : error.arguments()) {
        std::size_t column = 0;
        if (name == "column" &&
            std::from_chars(value.data(), value.data() + value.size(), column).ec == std::errc()) {
            return column > 0 ? column - 1 : 0;
        }
    }
    return 0;
}

} // namespace

ElementReader::ElementReader(io::XmlElement element, FileFindings& findings)
    : element_(element)
    , findings_(&findings)
    , firstAttribute_(findings.attributes.size())
    , firstChild_(findings.children.size()) {
    // What the gate would have refused, or is about to, is read as if there was nothing in it: we recurse,
    // and we count attributes in bits.
    const io::XmlLimits limits;
    if (++findings.depth <= limits.depth) {
        element.appendAttributes(findings.attributes);
        for (io::XmlElement child = element.firstChild(); child; child = child.nextSibling()) {
            findings.children.push_back({child, child.name(), Child::Unclaimed});
        }
    }
    if (findings.attributes.size() - firstAttribute_ > limits.attributesPerElement) {
        findings.attributes.resize(firstAttribute_);
    }
    endAttribute_ = findings.attributes.size();
    endChild_ = findings.children.size();
}

/// Readers end in the reverse order of their beginnings, so what is behind ours is gone already.
ElementReader::~ElementReader() {
    --findings_->depth;
    findings_->attributes.resize(firstAttribute_);
    findings_->children.erase(findings_->children.begin() + static_cast<std::ptrdiff_t>(firstChild_),
                              findings_->children.end());
}

// Attributes

std::optional<std::string_view> ElementReader::peek(std::string_view name) {
    knownAttributes_.add(name);
    for (const auto& [attribute, value] : attributes()) {
        if (attribute == name) {
            return value;
        }
    }
    return std::nullopt;
}

void ElementReader::markTaken(std::string_view name) {
    const auto own = attributes();
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i].first == name) {
            taken_ |= std::uint64_t{1} << i;
        }
    }
}

std::optional<std::string_view> ElementReader::take(std::string_view name) {
    const std::optional<std::string_view> value = peek(name);
    if (value) {
        markTaken(name);
    }
    return value;
}

std::optional<std::string_view> ElementReader::require(std::string_view name) {
    const std::optional<std::string_view> value = take(name);
    if (!value) {
        report(AttributeMissing,
               {{"element", std::string(element_.name())}, {"attribute", std::string(name)}},
               element_.place());
    }
    return value;
}

std::vector<std::string_view> ElementReader::peekList(std::string_view name) {
    std::vector<std::string_view> parts;
    std::string_view rest = peek(name).value_or(std::string_view());
    while (true) {
        const std::size_t start = rest.find_first_not_of(Space);
        if (start == std::string_view::npos) {
            return parts;
        }
        const std::size_t end = std::min(rest.find_first_of(Space, start), rest.size());
        parts.push_back(rest.substr(start, end - start));
        rest.remove_prefix(end);
    }
}

void ElementReader::requiredText(std::string_view name, std::string& value) {
    value = require(name).value_or(std::string_view());
}

std::string ElementReader::readId(std::string_view name, IdKind kind) {
    const std::optional<std::string_view> text = require(name);
    if (!text) {
        return {};
    }
    const bool standsInRules = kind == IdKind::Name;
    if (!isId(*text, standsInRules)) {
        reportAttribute(standsInRules ? NameMalformed : IdMalformed, name, {{"value", shown(*text)}});
        return {};
    }
    registerId(name, *text, kind);
    return std::string(*text);
}

void ElementReader::registerId(std::string_view name, std::string_view id, IdKind kind) {
    if (kind == IdKind::Word || kind == IdKind::Document) {
        return;
    }
    if (kind == IdKind::Group) {
        findings_->groups.emplace(id);
    }
    const auto [first, isNew] = findings_->ids.add(kind, id, element_);
    if (!isNew) {
        reportAttribute(IdRepeated, name,
                        {{"id", std::string(id)}, {"line", fmt::format("{}", first.place().line)}});
    }
}

std::optional<Exact> ElementReader::readNumber(std::string_view name, std::string_view text,
                                               NumberRange range) {
    std::optional<Exact> number = Exact::parse(text);
    if (!number) {
        reportAttribute(NumberMalformed, name, {{"value", shown(text)}});
        return std::nullopt;
    }
    const bool negativeAllowed = range == NumberRange::Any;
    if (range == NumberRange::Positive && *number <= Exact(0)) {
        reportAttribute(NumberNotPositive, name, {{"value", shown(text)}});
    } else if (!negativeAllowed && *number < Exact(0)) {
        reportAttribute(NumberTooSmall, name, {{"value", shown(text)}, {"limit", "0"}});
    } else if (range == NumberRange::Share && *number > Exact(1)) {
        reportAttribute(NumberTooLarge, name, {{"value", shown(text)}, {"limit", "1 (100%)"}});
    }
    return number;
}

void ElementReader::number(std::string_view name, Exact& value, const Exact& fallback, NumberRange range) {
    std::optional<Exact> found;
    number(name, found, range);
    value = found.value_or(fallback);
}

void ElementReader::number(std::string_view name, std::optional<Exact>& value, NumberRange range) {
    if (const auto text = take(name)) {
        value = readNumber(name, *text, range);
    }
}

void ElementReader::requiredNumber(std::string_view name, Exact& value, NumberRange range) {
    if (const auto text = require(name)) {
        value = readNumber(name, *text, range).value_or(Exact());
    }
}

std::optional<std::uint32_t> ElementReader::readWhole(std::string_view name, std::string_view text,
                                                      std::uint32_t least, std::uint32_t most) {
    std::uint32_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stopped != end || number < least || number > most) {
        reportAttribute(
            WholeNumberMalformed, name,
            {{"value", shown(text)}, {"least", fmt::format("{}", least)}, {"most", fmt::format("{}", most)}});
        return std::nullopt;
    }
    return number;
}

void ElementReader::whole(std::string_view name, int& value, int fallback, int most) {
    value = fallback;
    if (const auto text = take(name)) {
        value = static_cast<int>(readWhole(name, *text, 0, static_cast<std::uint32_t>(most)).value_or(0));
    }
}

void ElementReader::whole(std::string_view name, std::optional<std::uint32_t>& value, std::uint32_t least) {
    if (const auto text = take(name)) {
        value = readWhole(name, *text, least, MostWhole);
    }
}

void ElementReader::requiredWhole(std::string_view name, std::uint32_t& value, std::uint32_t least) {
    if (const auto text = require(name)) {
        value = readWhole(name, *text, least, MostWhole).value_or(least);
    }
}

void ElementReader::date(std::string_view name, std::optional<Date>& value) {
    if (const auto text = take(name)) {
        value = Date::parse(*text);
        if (!value) {
            reportAttribute(DateMalformed, name, {{"value", shown(*text)}});
        }
    }
}

template<class Parse>
void ElementReader::readRule(std::string_view name, std::optional<Rule>& value, Parse parse) {
    const auto text = peek(name);
    if (!text) {
        return;
    }
    Result<Rule> rule = parse(*text);
    if (rule) {
        markTaken(name);
        value = std::move(*rule);
    } else if (findings_->newer) {
        notUnderstood(WordNotUnderstood, {{"attribute", std::string(name)}, {"value", shown(*text)}},
                      element_.attributePlace(name));
    } else {
        markTaken(name);
        const std::size_t column = columnIn(rule.error());
        findings_->diagnostics.addError(rule.error().at(element_.attributePlace(name, column)));
    }
}

void ElementReader::rule(std::string_view name, std::optional<Rule>& value) {
    readRule(name, value, parseRule);
}

void ElementReader::condition(std::string_view name, std::optional<Rule>& value) {
    readRule(name, value, parseCondition);
}

bool ElementReader::allows(bool condition, std::string_view name, const ErrorKind& otherwise) {
    if (!condition && findings_->scorable && take(name)) {
        reportAttribute(otherwise, name, {});
    }
    return condition;
}

void ElementReader::checkReference(std::string_view name, const std::string& value, IdKind kind) {
    static constexpr std::string_view BuiltInScale = "conformity";
    const bool isGroup = kind == IdKind::Group;
    const bool known = isGroup ? findings_->groups.contains(value)
                               : value == BuiltInScale || findings_->ids.contains(IdKind::Scale, value);
    if (value.empty() || known) {
        return;
    }
    std::vector<std::string_view> names;
    if (findings_->diagnostics.full()) {
        // Gathering them again and again would be quadratic.
    } else if (isGroup) {
        names.assign(findings_->groups.begin(), findings_->groups.end());
    } else {
        names.push_back(BuiltInScale);
        std::ranges::copy(findings_->ids.all(IdKind::Scale), std::back_inserter(names));
    }
    const std::string suggestion(suggest(value, names));
    if (suggestion.empty()) {
        reportAttribute(isGroup ? GroupUnknown : ScaleUnknown, name, {{"value", shown(value)}});
    } else {
        reportAttribute(isGroup ? GroupMisspelt : ScaleMisspelt, name,
                        {{"value", shown(value)}, {"suggestion", suggestion}});
    }
}

void ElementReader::finishAttributes(Extras* extras) {
    const auto own = attributes();
    for (std::size_t i = 0; i < own.size(); ++i) {
        if ((taken_ >> i & 1U) != 0) {
            continue;
        }
        const auto& [name, value] = own[i];
        if (findings_->newer && extras != nullptr) {
            extras->attributes.emplace_back(name, value);
            continue;
        }
        Arguments arguments{{"element", std::string(element_.name())}, {"attribute", shown(name)}};
        const std::string_view suggestion = suggest(name, knownAttributes_.all());
        if (suggestion.empty()) {
            report(AttributeUnknown, std::move(arguments), element_.attributePlace(name));
        } else {
            arguments.emplace_back("suggestion", suggestion);
            report(AttributeMisspelt, std::move(arguments), element_.attributePlace(name));
        }
    }
}

// Reporting

std::string_view ElementReader::suggest(std::string_view written, std::vector<std::string_view> known) const {
    if (findings_->diagnostics.full()) {
        return {}; // nobody will read it
    }
    known.resize(std::min(known.size(), MostSuggestions));
    return closestName(written, known);
}

void ElementReader::wordUnknown(std::string_view name, std::string_view text, std::string allowed) {
    if (findings_->newer) { // the attribute stays untaken and so goes into the extras
        notUnderstood(WordNotUnderstood, {{"attribute", std::string(name)}, {"value", shown(text)}},
                      element_.attributePlace(name));
        return;
    }
    markTaken(name);
    reportAttribute(WordUnknown, name, {{"value", shown(text)}, {"allowed", std::move(allowed)}});
}

void ElementReader::notUnderstood(const ErrorKind& kind, Arguments arguments, TextPlace place) {
    findings_->scorable = false;
    findings_->diagnostics.addWarning(Error(kind, std::move(arguments), std::move(place)));
}

void ElementReader::report(const ErrorKind& kind, Arguments arguments, TextPlace place) {
    findings_->diagnostics.addError(Error(kind, std::move(arguments), std::move(place)));
}

void ElementReader::reportAttribute(const ErrorKind& kind, std::string_view name, Arguments arguments) {
    arguments.emplace(arguments.begin(), "attribute", name);
    report(kind, std::move(arguments), element_.attributePlace(name));
}

} // namespace duibiao
