#include "core/formats/csv_reader.h"

#include "core/base/text.h"

#include <utility>

namespace duibiao {

namespace {

constexpr std::size_t MostFields = 1'000'000;
constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

class CsvScanner {
public:
    CsvScanner(std::string_view text, const std::string& file)
        : text_(text)
        , file_(file) {}

    Result<std::vector<CsvRecord>> scan() {
        while (at_ < text_.size()) {
            if (auto read = record(); !read) {
                return passOn(read);
            }
        }
        return std::move(records_);
    }

private:
    [[nodiscard]] bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }
    [[nodiscard]] bool atLineEnd() const { return at_ >= text_.size() || at('\n') || at('\r'); }
    [[nodiscard]] Place here(std::size_t line) const { return TextPlace{file_, line, 1, {}}; }

    void skipLineEnd() {
        if (at('\r')) {
            ++at_;
        }
        if (at('\n')) {
            ++at_;
        }
        ++line_;
    }

    Result<void> record() {
        CsvRecord record{line_, {}};
        while (true) {
            auto field = at('"') ? quoted() : Result<std::string>(plain());
            if (!field) {
                return passOn(field);
            }
            record.fields.push_back(std::move(*field));
            if (++count_ > MostFields) {
                return fail(CsvTooLarge, {{"limit", std::to_string(MostFields)}}, here(line_));
            }
            if (!at(',')) {
                break;
            }
            ++at_;
        }
        skipLineEnd();
        if (record.fields.size() > 1 || !record.fields.front().empty()) {
            records_.push_back(std::move(record));
        }
        return {};
    }

    std::string plain() {
        const std::size_t start = at_;
        while (!atLineEnd() && !at(',')) {
            ++at_;
        }
        return std::string(text_.substr(start, at_ - start));
    }

    Result<std::string> quoted() {
        const std::size_t openedOn = line_;
        std::string field;
        ++at_;
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c != '"') {
                line_ += c == '\n' ? 1 : 0;
                field += c;
            } else if (at('"')) {
                field += '"';
                ++at_;
            } else if (at(',') || atLineEnd()) {
                return field;
            } else {
                return fail(CsvAfterQuote, {}, here(line_));
            }
        }
        return fail(CsvQuoteOpen, {}, here(openedOn));
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t count_ = 0;
    std::vector<CsvRecord> records_;
};

} // namespace

Result<std::vector<CsvRecord>> readCsv(std::string_view bytes, const std::string& file) {
    if (bytes.starts_with(ByteOrderMark)) {
        bytes.remove_prefix(ByteOrderMark.size());
    }
    if (!isValidUtf8(bytes)) {
        return fail(CsvNotUtf8, {}, TextPlace{file, 0, 0, {}});
    }
    return CsvScanner(bytes, file).scan();
}

} // namespace duibiao
