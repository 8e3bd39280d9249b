#include "core/ops/answer_table.h"

#include "core/base/text.h"
#include "core/formats/csv_reader.h"

#include <algorithm>
#include <array>
#include <optional>

namespace duibiao {

namespace {

constexpr std::array<std::string_view, 5> ColumnNames{"key", "value", "comment", "reason", "approver"};
constexpr std::size_t NeededColumns = 2; ///< of the names above

/// For each known column its place in the table.
using Columns = std::array<std::optional<std::size_t>, ColumnNames.size()>;

class AnswerTableReader {
public:
    explicit AnswerTableReader(const std::string& file)
        : file_(file) {}

    std::expected<std::vector<AnswerInput>, Diagnostics> read(const std::vector<CsvRecord>& records) {
        readHead(records.empty() ? CsvRecord{1, {}} : records.front());
        for (std::size_t i = 1; i < records.size() && !problems_.hasErrors(); ++i) {
            readRow(records[i]);
        }
        if (problems_.hasErrors()) {
            return std::unexpected(std::move(problems_));
        }
        return std::move(inputs_);
    }

private:
    [[nodiscard]] Place at(std::size_t line) const { return TextPlace{file_, line, 1, {}}; }

    void readHead(const CsvRecord& head) {
        width_ = head.fields.size();
        for (std::size_t i = 0; i < head.fields.size(); ++i) {
            const auto found = std::ranges::find(ColumnNames, trimmed(head.fields[i]));
            if (found == ColumnNames.end()) {
                problems_.addError(Error(AnswerColumnUnknown, {{"column", head.fields[i]}}, at(head.line)));
            } else {
                columns_[static_cast<std::size_t>(found - ColumnNames.begin())] = i;
            }
        }
        for (std::size_t i = 0; i < NeededColumns; ++i) {
            if (!columns_[i]) {
                problems_.addError(
                    Error(AnswerColumnMissing, {{"column", std::string(ColumnNames[i])}}, at(head.line)));
            }
        }
    }

    [[nodiscard]] std::string field(const CsvRecord& row, std::size_t column) const {
        const auto place = columns_[column];
        return place && *place < row.fields.size() ? std::string(trimmed(row.fields[*place])) : std::string();
    }

    void readRow(const CsvRecord& row) {
        if (row.fields.size() > width_) {
            problems_.addError(
                Error(AnswerRowTooLong,
                      {{"fields", std::to_string(row.fields.size())}, {"columns", std::to_string(width_)}},
                      at(row.line)));
            return;
        }
        AnswerInput input{field(row, 0), field(row, 1), {}, field(row, 3), field(row, 4), at(row.line)};
        if (const std::string comment = field(row, 2); !comment.empty()) {
            input.comment = comment;
        }
        if (!input.key.empty()) {
            inputs_.push_back(std::move(input));
        }
    }

    const std::string& file_;
    std::size_t width_ = 0;
    Columns columns_;
    std::vector<AnswerInput> inputs_;
    Diagnostics problems_;
};

} // namespace

std::expected<std::vector<AnswerInput>, Diagnostics> readAnswerTable(std::string_view bytes,
                                                                     const std::string& file) {
    const auto records = readCsv(bytes, file);
    if (!records) {
        Diagnostics problems;
        problems.addError(records.error());
        return std::unexpected(std::move(problems));
    }
    return AnswerTableReader(file).read(*records);
}

} // namespace duibiao
