#include "core/base/catalogue.h"
#include "core/formats/cases_reader.h"
#include "core/formats/csv_reader.h"
#include "core/ops/checklist_library.h"
#include "core/ops/lint.h"
#include "core/ops/run_cases.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace duibiao {
namespace {

namespace fs = std::filesystem;

const fs::path Source = DUIBIAO_SOURCE_DIR;

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << file;
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::string joined(const Diagnostics& diagnostics, Severity least) {
    std::string all;
    for (const Diagnostic& each : diagnostics.entries()) {
        if (each.severity >= least) {
            all += describe(each.error, Catalogue(Language::English)) + '\n';
        }
    }
    return all;
}

std::vector<fs::path> checklistFiles() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(Source / "checklists")) {
        const fs::path& path = entry.path();
        if (path.extension() == ".xml" && path.stem().extension() != ".cases") {
            files.push_back(path);
        }
    }
    return files;
}

LoadedChecklist load(const fs::path& file) {
    auto loaded = loadChecklistFile(file);
    EXPECT_TRUE(loaded) << (loaded ? "" : joined(loaded.error(), Severity::Note));
    return loaded ? std::move(*loaded) : LoadedChecklist{};
}

Checklist shipped(const std::string& id) {
    return load(Source / "checklists" / (id + ".xml")).read.checklist;
}

TEST(ShippedContent, IsReadAndLintedWithoutAWarning) {
    ASSERT_GE(checklistFiles().size(), 3U);
    for (const fs::path& file : checklistFiles()) {
        const LoadedChecklist loaded = load(file);
        EXPECT_EQ(joined(loaded.read.warnings, Severity::Note), "") << file;
        const Diagnostics findings = lintChecklist(loaded.read.checklist, loaded.read.places);
        EXPECT_EQ(joined(findings, Severity::Warning), "") << file;
        EXPECT_EQ(loaded.read.checklist.id, file.stem().string());
    }
}

TEST(ShippedContent, ScoresEveryCaseAsWorkedOutByHand) {
    for (const fs::path& file : checklistFiles()) {
        const fs::path beside = casesBeside(file);
        const auto cases = readCases(bytesOf(beside), beside.filename().string());
        ASSERT_TRUE(cases) << joined(cases.error(), Severity::Note);
        const Checklist checklist = load(file).read.checklist;
        EXPECT_EQ(cases->checklist, checklist.id);
        EXPECT_GE(cases->cases.size(), 9U) << beside;
        for (const CaseResult& result : runCases(checklist, *cases)) {
            for (const CaseDifference& difference : result.differences) {
                ADD_FAILURE() << beside << ' ' << result.id << ": " << difference.what << " expected "
                              << difference.expected << ", got " << difference.got;
            }
        }
    }
}

// A number is entered once, so it must be counted in one way: docs/content.md, "Facts".
TEST(ShippedContent, GivesOneMeaningToAFactInEveryChecklist) {
    std::map<FactId, FactDefinition> dictionary;
    for (const fs::path& file : checklistFiles()) {
        for (const FactDefinition& fact : load(file).read.checklist.facts) {
            const auto [known, isNew] = dictionary.emplace(fact.id, fact);
            EXPECT_TRUE(isNew || known->second == fact) << fact.id.str() << " in " << file;
            EXPECT_FALSE(fact.note.zh.empty()) << fact.id.str() << " has no counting rule";
        }
    }
}

// What was not seen in a standard is never printed as its clause: docs/content.md, "Where the makers'
// knowledge ends".
TEST(ShippedContent, ClaimsNoClauseThatWasNotSeen) {
    for (const fs::path& file : checklistFiles()) {
        const Checklist checklist = load(file).read.checklist;
        for (const Item& item : checklist.items) {
            EXPECT_FALSE(item.origin.verification.compared) << item.id.str();
            EXPECT_EQ(item.origin.clause, item.id == ItemId("ORG-03") ? "4.1.1" : "") << item.id.str();
            EXPECT_EQ(item.origin.basis == Basis::Text, item.id == ItemId("ORG-03")) << item.id.str();
        }
    }
}

bool knows(const Checklist& checklist, const std::string& key) {
    return findItem(checklist, ItemId(key)) != nullptr || findFact(checklist, FactId(key)) != nullptr ||
           findField(checklist, FieldId(key)) != nullptr;
}

/// The records of a sample's file without its heading.
std::vector<CsvRecord> sampleRecords(const std::string& name) {
    const auto records = readCsv(bytesOf(Source / "assets/samples" / name), name);
    EXPECT_TRUE(records && records->size() > 1) << name;
    return records ? std::vector(records->begin() + 1, records->end()) : std::vector<CsvRecord>{};
}

class SampleAnswers : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(SampleAnswers, BelongToTheirChecklist) {
    const auto [sample, id] = GetParam();
    const Checklist checklist = shipped(id);
    for (const CsvRecord& record : sampleRecords(std::string(sample) + ".csv")) {
        EXPECT_TRUE(knows(checklist, record.fields.front())) << record.fields.front();
    }
}

INSTANTIATE_TEST_SUITE_P(ShippedContent, SampleAnswers,
                         testing::Values(std::pair("incubator", "gbt-39668-2020"),
                                         std::pair("unfinished", "gbt-39668-2020"),
                                         std::pair("transfer", "gbt-34670-2017"),
                                         std::pair("makerspace", "torch-2017-120-makerspace")));

class SampleEvidence : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(SampleEvidence, IsThereAndBelongsToThePointsItNames) {
    const auto [sample, id] = GetParam();
    const Checklist checklist = shipped(id);
    for (const CsvRecord& record : sampleRecords(std::string(sample) + ".evidence.csv")) {
        EXPECT_TRUE(knows(checklist, record.fields.front())) << record.fields.front();
        EXPECT_TRUE(fs::exists(Source / "assets/samples/evidence" / record.fields.at(1)))
            << record.fields.at(1);
    }
}

INSTANTIATE_TEST_SUITE_P(ShippedContent, SampleEvidence,
                         testing::Values(std::pair("incubator", "gbt-39668-2020"),
                                         std::pair("transfer", "gbt-34670-2017"),
                                         std::pair("makerspace", "torch-2017-120-makerspace")));

} // namespace
} // namespace duibiao
