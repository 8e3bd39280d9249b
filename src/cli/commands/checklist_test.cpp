#include "cli/commands/checklist.h"
#include "cli/context.h"
#include "cli/output/json_values.h"
#include "core/io/files.h"
#include "core/ops/checklist_library.h"
#include "core/ops/run_cases.h"

#include <expected>
#include <utility>

namespace duibiao::cli {

namespace {

constexpr std::size_t LargestCases = std::size_t{16} << 20U;

inline constexpr ErrorKind OtherChecklist =
    errorKind("cases-of-another-checklist", Category::Input,
              "the cases belong to {found}, not to {wanted}; they lie beside the wrong file");

std::unexpected<Diagnostics> only(const Error& error) {
    Diagnostics findings;
    findings.addError(error);
    return std::unexpected(std::move(findings));
}

/// Scores the cases beside one checklist.
std::expected<std::vector<CaseResult>, Diagnostics> resultsOf(const Context& context,
                                                              const std::string& file) {
    const auto loaded = loadChecklist(context.paths, file);
    if (!loaded) {
        return std::unexpected(loaded.error());
    }
    const std::filesystem::path beside = casesBeside(loaded->path);
    const auto bytes = io::readFile(beside, LargestCases);
    if (!bytes) {
        return only(bytes.error());
    }
    const auto cases = readCases(*bytes, io::displayName(beside));
    if (!cases) {
        return std::unexpected(cases.error());
    }
    if (cases->checklist != loaded->read.checklist.id) {
        return only(Error(OtherChecklist,
                          {{"found", cases->checklist}, {"wanted", loaded->read.checklist.id}},
                          TextPlace{io::displayName(beside), 0, 0, {}}));
    }
    return runCases(loaded->read.checklist, *cases);
}

/// Counts and shows the results of all files.
class TestReport {
public:
    TestReport(Context& context, bool json)
        : context_(context)
        , json_(json) {}

    void add(const std::string& file, const std::vector<CaseResult>& results) {
        for (const CaseResult& result : results) {
            result.passed() ? ++passed_ : ++failed_;
            json_ ? addJson(file, result) : print(file, result);
        }
    }

    void finish() {
        if (json_) {
            const Json whole{{"schema", "duibiao.cases/1"},
                             {"passed", passed_},
                             {"failed", failed_},
                             {"cases", std::move(list_)}};
            context_.streams.out << whole.dump(2) << '\n';
        } else {
            context_.streams.out << context_.tr("{passed} passed, {failed} failed",
                                                {{"passed", std::to_string(passed_)},
                                                 {"failed", std::to_string(failed_)}})
                                 << '\n';
        }
        context_.exit = failed_ == 0 ? Exit::Done : Exit::Negative;
    }

private:
    void addJson(const std::string& file, const CaseResult& result) {
        Json differences = Json::array();
        for (const CaseDifference& each : result.differences) {
            differences.push_back({{"what", each.what}, {"expected", each.expected}, {"got", each.got}});
        }
        list_.push_back({{"file", file},
                         {"id", result.id},
                         {"passed", result.passed()},
                         {"differences", std::move(differences)}});
    }

    void print(const std::string& file, const CaseResult& result) {
        for (const CaseDifference& each : result.differences) {
            const std::string where =
                each.place.line != 0 ? each.place.file + ":" + std::to_string(each.place.line) : file;
            context_.streams.out << where << ": "
                                 << context_.tr("case {id}: {what} is {got}, expected {expected}",
                                                {{"id", result.id},
                                                 {"what", each.what},
                                                 {"got", each.got},
                                                 {"expected", each.expected}})
                                 << '\n';
        }
    }

    Context& context_;
    bool json_;
    std::size_t passed_ = 0;
    std::size_t failed_ = 0;
    Json list_ = Json::array();
};

} // namespace

void testChecklists(Context& context, const std::vector<std::string>& files, bool json) {
    TestReport report(context, json);
    for (const std::string& file : files) {
        const auto results = resultsOf(context, file);
        if (!results) {
            context.report(results.error());
            return;
        }
        report.add(file, *results);
    }
    report.finish();
}

} // namespace duibiao::cli
