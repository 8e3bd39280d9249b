#pragma once

#include "core/base/clock.h"
#include "core/base/diagnostics.h"
#include "core/base/exact.h"
#include "core/base/id.h"
#include "core/formats/element_kinds.h"
#include "core/formats/id_table.h"
#include "core/io/xml.h"
#include "core/model/extras.h"
#include "core/model/rule.h"
#include "core/model/text.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duibiao {

/// A child of an element that is being read.
struct ElementChild {
    static constexpr std::size_t Unclaimed = std::numeric_limits<std::size_t>::max();
    io::XmlElement element;
    std::string_view name;
    std::size_t rank; ///< which of the known names; Unclaimed when the description has not asked for it
};

/// What reading a file gathers beside the value.
struct FileFindings {
    Diagnostics diagnostics;
    IdTable ids;
    std::set<std::string, std::less<>> groups; ///< ids
    bool newer = false;                        ///< the file has a newer minor version than ours
    bool scorable = true;
    // Stacks of what the readers at work look at, so that an element costs no allocation.
    std::vector<std::pair<std::string_view, std::string_view>> attributes;
    std::vector<ElementChild> children;
    std::size_t depth = 0; ///< how many readers are at work
};

/// Reads one element against its description (checklist_fields.h) and reports whatever differs from it. The
/// writer (element_writer.h) has the same members, so that one description serves both. Attributes are
/// described first, then otherAttributes(), children in their order, then otherChildren().
class ElementReader {
public:
    ElementReader(io::XmlElement element, FileFindings& findings);
    ElementReader(const ElementReader&) = delete;
    ElementReader& operator=(const ElementReader&) = delete;
    ~ElementReader();

    // Attributes
    template<class Tag>
    void id(std::string_view name, Id<Tag>& value, IdKind kind) {
        value = Id<Tag>(readId(name, kind));
    }
    void id(std::string_view name, std::string& value, IdKind kind) { value = readId(name, kind); }
    template<class Tag>
    void text(std::string_view name, Id<Tag>& value) {
        value = Id<Tag>(take(name).value_or(std::string_view()));
    }
    void text(std::string_view name, std::string& value) { value = take(name).value_or(std::string_view()); }
    void requiredText(std::string_view name, std::string& value);
    void number(std::string_view name, Exact& value, const Exact& fallback, NumberRange range);
    void number(std::string_view name, std::optional<Exact>& value, NumberRange range);
    void requiredNumber(std::string_view name, Exact& value, NumberRange range);
    void whole(std::string_view name, int& value, int fallback, int most);
    void whole(std::string_view name, std::optional<std::uint32_t>& value, std::uint32_t least);
    void requiredWhole(std::string_view name, std::uint32_t& value, std::uint32_t least);
    void date(std::string_view name, std::optional<Date>& value);
    void rule(std::string_view name, std::optional<Rule>& value);
    void condition(std::string_view name, std::optional<Rule>& value);
    template<class T, std::size_t N>
    void word(std::string_view name, T& value, const std::array<FormatWord<T>, N>& words,
              std::type_identity_t<T> fallback) {
        std::optional<T> found;
        word(name, found, words);
        value = found.value_or(fallback);
    }
    template<class T, std::size_t N>
    void word(std::string_view name, std::optional<T>& value, const std::array<FormatWord<T>, N>& words) {
        if (const auto text = peek(name)) {
            value = valueOf(*text, words);
            if (value) {
                markTaken(name);
            } else {
                wordUnknown(name, *text, allowedIn(words));
            }
        }
    }
    template<class T, std::size_t N>
    void words(std::string_view name, std::vector<T>& values, const std::array<FormatWord<T>, N>& known) {
        std::vector<T> found;
        for (const std::string_view text : peekList(name)) {
            if (const auto value = valueOf(text, known)) {
                found.push_back(*value);
            } else {
                return wordUnknown(name, text, allowedIn(known));
            }
        }
        values = std::move(found);
        markTaken(name);
    }
    /// An id of a group or scale that must exist.
    template<class Tag>
    void reference(std::string_view name, Id<Tag>& value, IdKind kind) {
        text(name, value);
        checkReference(name, value.str(), kind);
    }
    /// Hands the condition on; when it does not hold, the attribute must not be there.
    [[nodiscard]] bool allows(bool condition, std::string_view name, const ErrorKind& otherwise);
    /// An attribute that is read by the caller, who says with refuse() what is wrong with it.
    [[nodiscard]] std::optional<std::string_view> optional(std::string_view name) { return take(name); }
    [[nodiscard]] std::optional<std::string_view> required(std::string_view name) { return require(name); }
    void refuse(const ErrorKind& kind, std::string_view attribute, Arguments arguments = {}) {
        reportAttribute(kind, attribute, std::move(arguments));
    }
    /// An error of the element as a whole.
    void refuse(const Error& error) { findings_->diagnostics.addError(error.at(element_.place())); }
    [[nodiscard]] TextPlace place() const { return element_.place(); }
    /// What is left: kept for a newer minor version, else an error.
    void otherAttributes(Extras& extras) { finishAttributes(&extras); }
    void noOtherAttributes() { finishAttributes(nullptr); }

    // Children
    void local(std::string_view name, LocalText& value);
    void requiredLocal(std::string_view name, LocalText& value);
    /// <zh> and <en> of this element itself.
    void localContent(LocalText& value);
    void localList(std::string_view name, std::vector<LocalText>& values);
    template<class T>
    void child(std::string_view name, T& value) {
        if (const io::XmlElement element = claimOne(name)) {
            readInto(element, value);
        }
    }
    template<class T>
    void requiredChild(std::string_view name, T& value) {
        child(name, value);
        requireElement(name);
    }
    template<class T>
    void child(std::string_view name, std::optional<T>& value) {
        if (const io::XmlElement element = claimOne(name)) {
            readInto(element, value.emplace());
        }
    }
    template<class T>
    void children(std::string_view name, std::vector<T>& values) {
        each(name, [&](const io::XmlElement& element) { readInto(element, values.emplace_back()); });
    }
    /// <facts><fact/>…</facts>
    template<class T>
    void list(std::string_view container, std::string_view name, std::vector<T>& values) {
        if (const io::XmlElement element = claimOne(container)) {
            ElementReader inner(element, *findings_);
            inner.noOtherAttributes();
            inner.children(name, values);
            inner.noOtherChildren();
        }
    }
    /// Words that can be answered: some are needed when `needed`, and they make sense only when `asked`,
    /// which the attribute `asker` says.
    template<class T>
    void answerWords(std::string_view name, std::vector<T>& values, bool asked, bool needed,
                     std::string_view asker) {
        children(name, values);
        checkAnswerWords(name, asked, needed, asker);
    }
    /// The one child of that name, if any; a second one is an error.
    template<class Visit>
    void one(std::string_view name, Visit visit) {
        if (const io::XmlElement element = claimOne(name)) {
            visit(element);
        }
    }
    template<class Visit>
    void each(std::string_view name, Visit visit) {
        const std::size_t rank = claimAll(name);
        for (std::size_t i = firstChild_; i < endChild_; ++i) { // by index: readers within grow the stack
            if (const Child& child = findings_->children[i]; child.rank == rank) {
                visit(io::XmlElement(child.element));
            }
        }
    }
    /// <title>text</title>, without attributes.
    void leaf(std::string_view name, std::string& value);
    void leaves(std::string_view name, std::vector<std::string>& values);
    /// The text of this element itself, which has no children.
    [[nodiscard]] std::string content();
    void otherChildren(Extras& extras) { finishChildren(&extras); }
    void noOtherChildren() { finishChildren(nullptr); }

private:
    /// The few names a description asks for, without an allocation per element.
    class NameList {
    public:
        void add(std::string_view name) { names_[size_++] = name; }
        [[nodiscard]] std::size_t size() const { return size_; }
        [[nodiscard]] std::string_view operator[](std::size_t index) const { return names_[index]; }
        [[nodiscard]] std::vector<std::string_view> all() const {
            return {names_.data(), names_.data() + size_};
        }

    private:
        std::array<std::string_view, 32> names_; // filled as far as size_
        std::size_t size_ = 0;
    };
    using Child = ElementChild;
    static constexpr std::uint32_t MostWhole = 1'000'000;

    template<class T, std::size_t N>
    [[nodiscard]] static std::optional<T> valueOf(std::string_view text,
                                                  const std::array<FormatWord<T>, N>& words) {
        for (const FormatWord<T>& word : words) {
            if (word.text == text) {
                return word.value;
            }
        }
        return std::nullopt;
    }
    template<class T, std::size_t N>
    [[nodiscard]] static std::string allowedIn(const std::array<FormatWord<T>, N>& words) {
        std::string allowed;
        for (const FormatWord<T>& word : words) {
            allowed += (allowed.empty() ? "" : ", ") + std::string(word.text);
        }
        return allowed;
    }
    template<class T>
    void readInto(const io::XmlElement& element, T& value) {
        ElementReader inner(element, *findings_);
        describe(inner, value); // of checklist_fields.h, found by the argument's namespace
    }

    [[nodiscard]] auto attributes() const {
        return std::span(findings_->attributes).subspan(firstAttribute_, endAttribute_ - firstAttribute_);
    }
    [[nodiscard]] std::span<Child> children() {
        return std::span(findings_->children).subspan(firstChild_, endChild_ - firstChild_);
    }
    [[nodiscard]] std::optional<std::string_view> peek(std::string_view name);
    [[nodiscard]] std::optional<std::string_view> take(std::string_view name);
    [[nodiscard]] std::optional<std::string_view> require(std::string_view name);
    void markTaken(std::string_view name);
    [[nodiscard]] std::vector<std::string_view> peekList(std::string_view name);
    [[nodiscard]] std::string readId(std::string_view name, IdKind kind);
    void registerId(std::string_view name, std::string_view id, IdKind kind);
    [[nodiscard]] std::optional<Exact> readNumber(std::string_view name, std::string_view text,
                                                  NumberRange range);
    [[nodiscard]] std::optional<std::uint32_t> readWhole(std::string_view name, std::string_view text,
                                                         std::uint32_t least, std::uint32_t most);
    template<class Parse>
    void readRule(std::string_view name, std::optional<Rule>& value, Parse parse);
    void checkReference(std::string_view name, const std::string& value, IdKind kind);
    void checkAnswerWords(std::string_view name, bool asked, bool needed, std::string_view asker);

    [[nodiscard]] io::XmlElement claimOne(std::string_view name);
    /// Their common rank.
    [[nodiscard]] std::size_t claimAll(std::string_view name);
    void requireElement(std::string_view name);
    [[nodiscard]] LocalText readLocal(const io::XmlElement& element);
    [[nodiscard]] std::string readLeaf(const io::XmlElement& element);
    void finishLeaf();
    void finishAttributes(Extras* extras);
    void finishChildren(Extras* extras);
    void unknownChild(const Child& child, Extras* extras);

    [[nodiscard]] std::string_view suggest(std::string_view written,
                                           std::vector<std::string_view> known) const;
    void wordUnknown(std::string_view name, std::string_view text, std::string allowed);
    void notUnderstood(const ErrorKind& kind, Arguments arguments, TextPlace place);
    void report(const ErrorKind& kind, Arguments arguments, TextPlace place);
    void reportAttribute(const ErrorKind& kind, std::string_view name, Arguments arguments);

    io::XmlElement element_;
    FileFindings* findings_;
    std::size_t firstAttribute_;
    std::size_t firstChild_;
    std::size_t endAttribute_;
    std::size_t endChild_;
    std::uint64_t taken_ = 0; ///< a bit per attribute; the gate lets no more than 64 pass
    NameList knownAttributes_;
    NameList known_; ///< children asked for so far
};

} // namespace duibiao
