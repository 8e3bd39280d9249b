#include "core/base/catalogue.h"
#include "core/base/text.h"
#include "core/io/xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// The W3C's own tests, XML 1.0 part. tests/support/fetch_oracles.sh brings them; without them these tests
// fail.

namespace duibiao::io {
namespace {

namespace fs = std::filesystem;

const fs::path Suite = fs::path(DUIBIAO_ORACLES) / "xml-conformance";

struct Case {
    std::string type;
    std::string editions;
    std::string id;
    std::string bytes;
};

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::vector<Case> casesOf(std::string_view type) {
    std::vector<Case> cases;
    std::istringstream table(bytesOf(Suite / "cases.tsv"));
    for (std::string line; std::getline(table, line);) {
        const std::vector<std::string_view> columns = split(line, '\t');
        if (columns.size() == 4 && columns[0] == type) {
            cases.push_back({std::string(columns[0]), std::string(columns[1]), std::string(columns[2]),
                             bytesOf(Suite / columns[3])});
        }
    }
    return cases;
}

Result<XmlDocument> parse(const Case& each) {
    return XmlDocument::parse(each.bytes, each.id);
}

/// What we refuse on purpose although it is well-formed: DTDs and processing instructions. UTF-16 files count
/// as having a DTD, because all of the suite's have one.
bool isWithinOurSubset(std::string_view bytes) {
    const std::size_t declaration = bytes.starts_with("<?xml ") ? bytes.find("?>") : 0;
    return bytes.find("<!DOCTYPE") == std::string_view::npos &&
           bytes.find("<?", declaration) == std::string_view::npos &&
           bytes.find('\0') == std::string_view::npos;
}

TEST(XmlConformance, WhatIsNotWellFormedIsRefused) {
    const std::vector<Case> cases = casesOf("not-wf");
    ASSERT_GE(cases.size(), 1290U) << "the suite is not in " << Suite
                                   << "; run tests/support/fetch_oracles.sh";
    std::vector<std::string> accepted;
    for (const Case& each : cases) {
        if (parse(each)) {
            accepted.push_back(each.id);
        }
    }
    // Expat alone accepts 61 of them; without DTDs and with version 1.0 only, none is left.
    EXPECT_THAT(accepted, testing::IsEmpty());
}

TEST(XmlConformance, WhatIsWellFormedAndWithoutDtdIsAccepted) {
    std::size_t tried = 0;
    for (const char* type : {"valid", "invalid"}) { // an invalid document without DTD is still well-formed
        for (const Case& each : casesOf(type)) {
            // Names that only edition 5 allows are refused by expat, which has those of edition 4. None of
            // our formats has such a name.
            if (each.editions != "5" && isWithinOurSubset(each.bytes)) {
                ++tried;
                const auto document = parse(each);
                EXPECT_TRUE(document)
                    << each.id << ": " << describe(document.error(), Catalogue(Language::English));
            }
        }
    }
    EXPECT_GE(tried, 38U) << "the suite is not in " << Suite << "; run tests/support/fetch_oracles.sh";
}

} // namespace
} // namespace duibiao::io
