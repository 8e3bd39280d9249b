// The half of ElementReader that is about children.
#include "core/formats/element_reader.h"
#include "core/formats/format_errors.h"
#include "core/formats/suggestion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace duibiao {

namespace {

/// The usual case without any book-keeping: texts are most of a file. None when something is unusual.
std::optional<LocalText> plainLocal(const io::XmlElement& element) {
    std::array<std::pair<std::string_view, std::string_view>, 2> leaves;
    const std::optional<std::size_t> count = element.plainLeaves(leaves);
    if (!count) {
        return std::nullopt;
    }
    LocalText text;
    std::size_t read = 0;
    for (const auto& [name, target] : {std::pair("zh", &text.zh), std::pair("en", &text.en)}) {
        if (read < *count && leaves.at(read).first == name) {
            *target = leaves.at(read).second;
            ++read;
        }
    }
    return read < *count ? std::nullopt : std::optional(std::move(text));
}

} // namespace

std::size_t ElementReader::claimAll(std::string_view name) {
    const std::size_t rank = known_.size();
    for (Child& child : children()) {
        if (child.name == name) {
            child.rank = rank;
        }
    }
    known_.add(name);
    return rank;
}

io::XmlElement ElementReader::claimOne(std::string_view name) {
    io::XmlElement first;
    for (Child& child : children()) {
        if (child.name != name) {
            continue;
        }
        child.rank = known_.size();
        if (first) {
            report(ElementRepeated,
                   {{"element", std::string(name)}, {"parent", std::string(element_.name())}},
                   child.element.place());
        } else {
            first = child.element;
        }
    }
    known_.add(name);
    return first;
}

void ElementReader::requireElement(std::string_view name) {
    if (std::ranges::find(children(), name, &Child::name) == children().end()) {
        report(ElementMissing, {{"element", std::string(name)}, {"parent", std::string(element_.name())}},
               element_.place());
    }
}

LocalText ElementReader::readLocal(const io::XmlElement& element) {
    if (std::optional<LocalText> plain = plainLocal(element)) {
        return std::move(*plain);
    }
    LocalText text;
    ElementReader inner(element, *findings_);
    inner.noOtherAttributes();
    inner.localContent(text);
    inner.noOtherChildren();
    return text;
}

void ElementReader::localContent(LocalText& value) {
    if (const io::XmlElement element = claimOne("zh")) {
        value.zh = readLeaf(element);
    }
    if (const io::XmlElement element = claimOne("en")) {
        value.en = readLeaf(element);
    }
}

std::string ElementReader::readLeaf(const io::XmlElement& element) {
    if (!element.firstChild() && !element.hasAttributes()) {
        return element.text();
    }
    ElementReader(element, *findings_).finishLeaf();
    return element.text();
}

void ElementReader::finishLeaf() {
    noOtherAttributes();
    for (const Child& child : children()) {
        unknownChild(child, nullptr);
    }
}

void ElementReader::leaf(std::string_view name, std::string& value) {
    if (const io::XmlElement element = claimOne(name)) {
        value = readLeaf(element);
    }
}

void ElementReader::leaves(std::string_view name, std::vector<std::string>& values) {
    each(name, [&](const io::XmlElement& element) { values.push_back(readLeaf(element)); });
}

std::string ElementReader::content() {
    for (const Child& child : children()) {
        unknownChild(child, nullptr);
    }
    return element_.text();
}

void ElementReader::local(std::string_view name, LocalText& value) {
    if (const io::XmlElement element = claimOne(name)) {
        value = readLocal(element);
    }
}

void ElementReader::requiredLocal(std::string_view name, LocalText& value) {
    local(name, value);
    requireElement(name);
}

void ElementReader::localList(std::string_view name, std::vector<LocalText>& values) {
    each(name, [&](const io::XmlElement& element) { values.push_back(readLocal(element)); });
}

void ElementReader::checkAnswerWords(std::string_view name, bool asked, bool needed, std::string_view asker) {
    std::map<std::string_view, io::XmlElement> first;
    const Child* any = nullptr;
    for (const Child& child : children()) {
        if (child.name != name) {
            continue;
        }
        any = any == nullptr ? &child : any;
        const std::string_view id = child.element.attribute("id").value_or(std::string_view());
        const auto [earlier, isNew] = first.try_emplace(id, child.element);
        if (!isNew && !id.empty()) {
            report(IdRepeated, {{"id", shown(id)}, {"line", fmt::format("{}", earlier->second.place().line)}},
                   child.element.attributePlace("id"));
        }
    }
    if (!findings_->scorable) {
        return; // what is asked may be something that only a newer version knows
    }
    if (needed && any == nullptr) {
        report(WordsMissing, {{"element", std::string(name)}}, element_.place());
    } else if (!asked && any != nullptr) {
        report(WordsNotAsked, {{"element", std::string(name)}, {"attribute", std::string(asker)}},
               any->element.place());
    }
}

void ElementReader::finishChildren(Extras* extras) {
    std::size_t furthest = 0;
    for (const Child& child : children()) {
        if (child.rank == Child::Unclaimed) {
            unknownChild(child, extras);
        } else if (child.rank < furthest) {
            report(ElementMisplaced,
                   {{"element", std::string(child.name)}, {"other", std::string(known_[furthest])}},
                   child.element.place());
        } else {
            furthest = child.rank;
        }
    }
    if (const std::string_view text = element_.firstText(); !text.empty()) {
        report(TextMisplaced, {{"text", shown(text)}, {"element", std::string(element_.name())}},
               element_.place());
    }
}

void ElementReader::unknownChild(const Child& child, Extras* extras) {
    Arguments arguments{{"element", shown(child.name)}, {"parent", std::string(element_.name())}};
    if (findings_->newer && extras != nullptr) {
        extras->elements.push_back(child.element.raw());
        if (child.element.attribute("mustUnderstand") == "yes") {
            notUnderstood(NotUnderstood, std::move(arguments), child.element.place());
        }
        return;
    }
    const std::string_view suggestion = suggest(child.name, known_.all());
    if (suggestion.empty()) {
        report(ElementUnknown, std::move(arguments), child.element.place());
    } else {
        arguments.emplace_back("suggestion", suggestion);
        report(ElementMisspelt, std::move(arguments), child.element.place());
    }
}

} // namespace duibiao
