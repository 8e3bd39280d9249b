#include "core/formats/checklist_reader.h"

#include "core/base/catalogue.h"
#include "core/formats/checklist_writer.h"
#include "core/formats/format_errors.h"
#include "core/io/xml_errors.h"
#include "core/model/rule_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace duibiao {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

const fs::path Source = DUIBIAO_SOURCE_DIR;

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << file;
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::vector<std::string> described(const Diagnostics& diagnostics) {
    std::vector<std::string> all;
    for (const Diagnostic& each : diagnostics.entries()) {
        all.push_back(describe(each.error, Catalogue(Language::English)));
    }
    return all;
}

std::string joined(const Diagnostics& diagnostics) {
    std::string all;
    for (const std::string& each : described(diagnostics)) {
        all += each + '\n';
    }
    return all;
}

/// A checklist around the part that a test is about.
std::string around(const std::string& body, const std::string& format = "1.0") {
    return "<checklist xmlns=\"urn:duibiao:checklist:1\" format=\"" + format +
           "\" id=\"c\" edition=\"1\">\n<title><zh>清单</zh></title><standard number=\"N\"/><scheme/>\n" + body +
           "</checklist>\n";
}

ReadChecklist readOk(const std::string& bytes) {
    auto read = readChecklist(bytes, "c.xml");
    EXPECT_TRUE(read) << (read ? "" : joined(read.error()));
    return read ? std::move(*read) : ReadChecklist{};
}

std::vector<std::string> problems(const std::string& bytes) {
    const auto read = readChecklist(bytes, "c.xml");
    EXPECT_FALSE(read);
    return read ? std::vector<std::string>{} : described(read.error());
}

class ShippedChecklist : public testing::TestWithParam<fs::path> {};

TEST_P(ShippedChecklist, IsReadAndSurvivesWriting) {
    const std::string bytes = bytesOf(GetParam());
    const auto read = readChecklist(bytes, GetParam().filename().string());
    ASSERT_TRUE(read) << joined(read.error());
    EXPECT_TRUE(read->warnings.empty());
    EXPECT_FALSE(read->checklist.items.empty());
    const std::string written = writeChecklist(read->checklist);
    const auto again = readChecklist(written, "written.xml");
    ASSERT_TRUE(again) << joined(again.error());
    EXPECT_EQ(again->checklist, read->checklist);
    EXPECT_EQ(writeChecklist(again->checklist), written);
}

std::vector<fs::path> shipped() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(Source / "checklists")) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".xml") && !name.ends_with(".cases.xml")) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

INSTANTIATE_TEST_SUITE_P(Every, ShippedChecklist, testing::ValuesIn(shipped()), [](const auto& each) {
    std::string name = each.param.stem().string();
    std::ranges::replace_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
});

} // namespace
} // namespace duibiao
