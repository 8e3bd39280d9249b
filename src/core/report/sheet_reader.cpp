#include "core/report/sheet_reader.h"

#include "core/base/catalogue.h"
#include "core/report/workbook_check.h"
#include "core/report/workbook_text.h"

#include <expat.h>

#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>

namespace duibiao::report {

namespace {

/// What a pass over a part listens to. Element names come as they stand, without namespace processing.
class Listener {
public:
    Listener() = default;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    virtual ~Listener() = default;
    virtual void onStart(std::string_view name, const char** attributes) = 0;
    virtual void onEnd(std::string_view /*name*/) {}
    virtual void onText(std::string_view /*text*/) {}
    std::optional<std::string> problem;
};

std::string_view attribute(const char** attributes, std::string_view name) {
    for (; attributes[0] != nullptr; attributes += 2) {
        if (name == attributes[0]) {
            return attributes[1];
        }
    }
    return {};
}

enum class Texts : std::uint8_t { Skipped, Heard };

Result<void> parse(std::string_view bytes, const std::string& part, Listener& listener, Texts texts) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate("UTF-8"),
                                                                              &XML_ParserFree);
    XML_SetUserData(parser.get(), &listener);
    XML_SetElementHandler(
        parser.get(),
        [](void* user, const char* name, const char** attributes) {
            static_cast<Listener*>(user)->onStart(name, attributes);
        },
        [](void* user, const char* name) { static_cast<Listener*>(user)->onEnd(name); });
    if (texts == Texts::Heard) {
        XML_SetCharacterDataHandler(parser.get(), [](void* user, const char* text, int length) {
            static_cast<Listener*>(user)->onText({text, static_cast<std::size_t>(length)});
        });
    }
    constexpr std::size_t Step = std::size_t{1} << 24U; // expat takes an int
    for (std::size_t at = 0;; at += Step) {
        const std::string_view piece = bytes.substr(at, Step);
        const bool last = at + Step >= bytes.size();
        if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0) !=
            XML_STATUS_OK) {
            return fail(WorkbookDamaged,
                        {{"part", part}, {"reason", XML_ErrorString(XML_GetErrorCode(parser.get()))}});
        }
        if (last) {
            break;
        }
    }
    if (listener.problem) {
        return fail(WorkbookDamaged, {{"part", part}, {"reason", *listener.problem}});
    }
    return {};
}

template<class Number>
bool parseNumber(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

/// "B12" to row 11, column 1.
bool parseReference(std::string_view reference, ReadCell& cell) {
    std::uint32_t column = 0;
    while (!reference.empty() && reference.front() >= 'A' && reference.front() <= 'Z' && column < 1'000) {
        column = column * 26 + static_cast<std::uint32_t>(reference.front() - 'A' + 1);
        reference.remove_prefix(1);
    }
    std::uint32_t row = 0;
    if (column == 0 || !parseNumber(reference, row) || row == 0) {
        return false;
    }
    cell.column = static_cast<std::uint16_t>(column - 1);
    cell.row = row - 1;
    return true;
}

class SheetListener final : public Listener {
public:
    explicit SheetListener(const std::function<void(const ReadCell&)>& onCell)
        : onCell_(onCell) {}

    void onStart(std::string_view name, const char** attributes) override {
        if (name == "c") {
            cell_ = {};
            type_ = attribute(attributes, "t");
            if (!parseReference(attribute(attributes, "r"), cell_)) {
                problem = msgid("a cell has no place");
            }
        } else if (name == "v") {
            value_.clear();
            inValue_ = true;
        } else if (name == "f") {
            problem = msgid("a formula that was not asked for");
        }
    }
    void onEnd(std::string_view name) override {
        if (name == "v") {
            inValue_ = false;
            takeValue();
        } else if (name == "c") {
            onCell_(cell_);
        }
    }
    void onText(std::string_view text) override {
        if (inValue_) {
            value_ += text;
        }
    }

private:
    void takeValue() {
        cell_.kind = ReadCell::Kind::Other;
        if (type_ == "s" && parseNumber(value_, cell_.sharedIndex)) {
            cell_.kind = ReadCell::Kind::SharedText;
        } else if (type_.empty() && parseNumber(value_, cell_.number)) {
            cell_.kind = ReadCell::Kind::Number;
        }
    }
    const std::function<void(const ReadCell&)>& onCell_;
    ReadCell cell_;
    std::string type_;
    std::string value_;
    bool inValue_ = false;
};

class TextListener final : public Listener {
public:
    std::vector<std::string> texts;
    void onStart(std::string_view name, const char** /*attributes*/) override {
        if (name == "si") {
            texts.emplace_back();
        }
        inText_ = name == "t";
    }
    void onEnd(std::string_view /*name*/) override { inText_ = false; }
    void onText(std::string_view text) override {
        if (inText_ && !texts.empty()) {
            texts.back() += text;
        }
    }

private:
    bool inText_ = false;
};

class NameListener final : public Listener {
public:
    std::vector<std::string> names;
    void onStart(std::string_view name, const char** attributes) override {
        if (name == "sheet") {
            names.emplace_back(attribute(attributes, "name"));
        }
    }
};

class TargetListener final : public Listener {
public:
    void onStart(std::string_view name, const char** attributes) override {
        if (name == "Relationship" && attribute(attributes, "TargetMode") == "External" &&
            !isAllowedUrl(attribute(attributes, "Target"))) {
            problem = msgid("it points outside");
        }
    }
};

} // namespace

Result<void> readSheet(std::string_view bytes, const std::string& part,
                       const std::function<void(const ReadCell&)>& onCell) {
    SheetListener listener(onCell);
    return parse(bytes, part, listener, Texts::Heard);
}

Result<std::vector<std::string>> readSharedTexts(std::string_view bytes, const std::string& part) {
    TextListener listener;
    if (Result<void> parsed = parse(bytes, part, listener, Texts::Heard); !parsed) {
        return passOn(parsed);
    }
    return std::move(listener.texts);
}

Result<std::vector<std::string>> readSheetNames(std::string_view bytes, const std::string& part) {
    NameListener listener;
    if (Result<void> parsed = parse(bytes, part, listener, Texts::Skipped); !parsed) {
        return passOn(parsed);
    }
    return std::move(listener.names);
}

Result<void> readOtherPart(std::string_view bytes, const std::string& part) {
    TargetListener listener;
    return parse(bytes, part, listener, Texts::Skipped);
}

} // namespace duibiao::report
