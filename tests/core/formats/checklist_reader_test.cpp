#include "core/base/catalogue.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/formats/checklist_reader.h"
#include "core/formats/checklist_writer.h"
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
           "\" id=\"c\" edition=\"1\">\n<title><zh>清单</zh></title><standard number=\"N\"/><scheme/>\n" +
           body + "</checklist>\n";
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

// The corpus: verdicts.tsv says what is found in each file

struct Verdict {
    std::string file;
    std::string program;
};

std::string nameOf(const testing::TestParamInfo<Verdict>& each) {
    std::string name = fs::path(each.param.file).stem().string();
    std::ranges::replace(name, '-', '_');
    return name;
}

const fs::path& corpus() {
    static const fs::path folder = Source / "tests/data/checklists";
    return folder;
}

std::vector<Verdict> verdicts() {
    std::vector<Verdict> all;
    std::istringstream table(bytesOf(corpus() / "verdicts.tsv"));
    for (std::string line; std::getline(table, line);) {
        const std::vector<std::string_view> columns = split(line, '\t');
        if (columns.size() >= 2 && !line.starts_with('#')) {
            all.push_back({std::string(columns[0]), std::string(columns[1])});
        }
    }
    return all;
}

/// "8:32 element-unknown; 9:1 …", or "accepts".
std::string findingsIn(const fs::path& file) {
    const auto read = readChecklist(bytesOf(file), "c.xml");
    if (read) {
        return "accepts";
    }
    std::vector<std::string> findings;
    for (const Diagnostic& each : read.error().entries()) {
        const auto& place = std::get<TextPlace>(each.error.place());
        findings.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                           std::string(each.error.kind().id));
    }
    return join(findings, "; ");
}

class Corpus : public testing::TestWithParam<Verdict> {};

TEST_P(Corpus, GetsTheExpectedVerdict) {
    EXPECT_EQ(findingsIn(corpus() / GetParam().file), GetParam().program);
}

INSTANTIATE_TEST_SUITE_P(Every, Corpus, testing::ValuesIn(verdicts()), nameOf);

TEST(CorpusTable, KnowsEveryFile) {
    std::vector<std::string> listed;
    for (const Verdict& verdict : verdicts()) {
        listed.push_back(verdict.file);
    }
    for (const auto& entry : fs::directory_iterator(corpus())) {
        if (entry.path().extension() == ".xml") {
            EXPECT_THAT(listed, testing::Contains(entry.path().filename().string()));
        }
    }
}

TEST(ChecklistReader, TwinsInOtherEncodingsAreTheSameChecklist) {
    const ReadChecklist utf8 = readOk(bytesOf(corpus() / "valid-twin-utf8.xml"));
    std::size_t twins = 0;
    for (const auto& entry : fs::directory_iterator(corpus())) {
        if (entry.path().filename().string().starts_with("valid-twin-")) {
            EXPECT_EQ(readOk(bytesOf(entry.path())).checklist, utf8.checklist) << entry.path();
            ++twins;
        }
    }
    EXPECT_EQ(twins, 7U);
}

TEST(ChecklistReader, ReadsEveryElement) {
    const ReadChecklist read = readOk(bytesOf(corpus() / "valid-everything.xml"));
    const Checklist& checklist = read.checklist;
    EXPECT_EQ(checklist.id, "sample");
    EXPECT_EQ(checklist.shortTitle.zh, "全部");
    EXPECT_EQ(checklist.standard.status, StandardStatus::Draft);
    EXPECT_EQ(checklist.standard.field, "business-incubation");
    EXPECT_EQ(checklist.scheme.maximum, Exact(120));
    EXPECT_EQ(checklist.scheme.naTreatment, NaTreatment::Anchor);
    EXPECT_EQ(checklist.scheme.vetoLine, VetoLine::NotFull);
    EXPECT_EQ(checklist.scheme.decimals, 1);
    ASSERT_EQ(checklist.scheme.bands.size(), 2U);
    EXPECT_TRUE(checklist.scheme.bands[0].exclusive);
    EXPECT_FALSE(checklist.scheme.bands[1].passes);
    EXPECT_EQ(checklist.scales[0].words[0].share, Exact(1));
    EXPECT_EQ(checklist.scales[1].words[0].share, std::nullopt);
    EXPECT_EQ(checklist.fields[0].kind, FieldKind::Words);
    EXPECT_EQ(checklist.facts[0].unit, Unit::SquareMetres);
    EXPECT_EQ(checklist.facts[0].maximum, Exact(2000001, 2));
    EXPECT_EQ(checklist.groups[1].least, 2U);
    const Section& section = checklist.sections[0];
    EXPECT_EQ(section.aggregate, Aggregate::Mean);
    EXPECT_EQ(section.points, Exact(40));
    EXPECT_EQ(section.naTreatment, NaTreatment::Zero);
    EXPECT_EQ(section.origin.verification.modality, OfficialModality::Should);
    EXPECT_EQ(section.origin.verification.on, Date::parse("2026-02-28"));
    const Item& item = checklist.items[0];
    EXPECT_EQ(item.role, ItemRole::Veto);
    EXPECT_EQ(item.na, NaPermission::ByCondition);
    EXPECT_EQ(item.by, Answerer::Evaluator);
    EXPECT_THAT(item.methods, ElementsAre(Method::Review, Method::Observe));
    EXPECT_EQ(item.choices.size(), 2U);
    EXPECT_EQ(item.evidenceHints.size(), 2U);
    EXPECT_EQ(item.sampling->percent, Exact(1, 5));
    EXPECT_EQ(item.guidance[1].word, WordId());
    EXPECT_EQ(item.appliesIf, *parseCondition("hardship_area = yes"));
    EXPECT_EQ(checklist.items[1].rule, *parseRule("area_public_m2 / area_total_m2 >= 75%"));
}

TEST(ChecklistReader, SectionsAndItemsKeepTheirOrderAndParents) {
    const ReadChecklist read = readOk(bytesOf(corpus() / "valid-everything.xml"));
    std::string sections;
    for (const Section& section : read.checklist.sections) {
        sections += section.id.str() + "<" + section.parent.str() + " ";
    }
    EXPECT_EQ(sections, "S1< S1-A<S1 S1-A-1<S1-A S1-B<S1 S2< ");
    EXPECT_EQ(read.checklist.items.back().id, ItemId("S1-A.1"));
    EXPECT_EQ(read.checklist.items.back().section, SectionId("S1-A"));
}

TEST(ChecklistReader, DefaultsAreThoseOfTheFormat) {
    const ReadChecklist read =
        readOk(around("<section id='S'><item id='a'/><item id='b' role='veto'/></section>"));
    EXPECT_EQ(read.checklist.items[0].weight, Exact(1));
    EXPECT_EQ(read.checklist.items[0].na, NaPermission::Free);
    EXPECT_EQ(read.checklist.items[0].modality, Modality::MustCheck);
    EXPECT_EQ(read.checklist.items[1].na, NaPermission::Never) << "a veto cannot be answered away";
    EXPECT_EQ(read.checklist.scheme.maximum, Exact(100));
    EXPECT_EQ(read.checklist.scheme.decimals, 2);
}

TEST(ChecklistReader, KeepsThePlaceOfEveryId) {
    const ReadChecklist read = readOk(around("<scales><scale id='five'><word id='x'/></scale></scales>\n"
                                             "<facts>\n <fact id='area'/></facts>\n"
                                             "<section id='S'>\n <item id='S.1'/></section>"));
    EXPECT_EQ(read.places.find("scale:five"), (TextPlace{"c.xml", 3, 9, "/checklist/scales/scale"}));
    EXPECT_EQ(read.places.find("area"), (TextPlace{"c.xml", 5, 2, "/checklist/facts/fact"}));
    EXPECT_EQ(read.places.find("S"), (TextPlace{"c.xml", 6, 1, "/checklist/section"}));
    EXPECT_EQ(read.places.find("S.1"), (TextPlace{"c.xml", 7, 2, "/checklist/section/item"}));
    EXPECT_EQ(read.places.find("scheme:")->line, 2U);
    EXPECT_EQ(read.places.find("checklist:")->line, 1U);
}

TEST(ChecklistReader, TheIdentityIsThatOfTheBytes) {
    const ChecklistIdentity identity = identityOf(readOk(around("")).checklist, around(""));
    EXPECT_EQ(identity.id, "c");
    EXPECT_EQ(identity.edition, "1");
    EXPECT_EQ(identity.hash, sha256(around("")).text());
}

// A file of this size is read while the gate is at work; nothing of what was read may show when the gate says
// no.

std::string large(const std::string& inside) {
    return around("<section id='S'><item id='a' wieght='2'><title><zh>" + std::string(40'000, 'x') +
                  "</zh></title></item>" + inside + "</section>");
}

std::vector<std::string_view> kindsIn(const std::string& xml) {
    std::vector<std::string_view> kinds;
    if (const auto read = readChecklist(xml, "c.xml"); !read) {
        for (const Diagnostic& each : read.error().entries()) {
            kinds.push_back(each.error.kind().id);
        }
    }
    return kinds;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

TEST(LargeChecklist, TheGateHasTheFirstWord) {
    EXPECT_THAT(kindsIn(large("")), testing::ElementsAre("attribute-misspelt"));
    EXPECT_THAT(kindsIn(large("<item id='b'></itme>")), testing::ElementsAre("xml-mismatched-tag"));
    EXPECT_THAT(kindsIn(large("<?php ?>")), testing::ElementsAre("xml-instruction"));
    EXPECT_THAT(kindsIn(large("<item id='b' id='c'/>")), testing::ElementsAre("xml-duplicate-attribute"));
    EXPECT_THAT(kindsIn(large("&nbsp;")), testing::ElementsAre("xml-unknown-entity"));
    EXPECT_THAT(kindsIn(large("") + "<b/>"), testing::ElementsAre("xml-junk-behind"));
}

TEST(LargeChecklist, WhatIsOverALimitIsRefusedAndHarmsNobodyBeforeThat) {
    const std::string deep = repeated("<section id='s'>", 20'000) + repeated("</section>", 20'000);
    EXPECT_THAT(kindsIn(large(deep)), testing::ElementsAre("xml-too-deep"));
    std::string attributes;
    for (int i = 0; i < 200; ++i) {
        attributes += " a" + std::to_string(i) + "=''";
    }
    EXPECT_THAT(kindsIn(large("<item" + attributes + "/>")), testing::ElementsAre("xml-too-many-attributes"));
}

TEST(ChecklistReader, SaysWhatWasMeant) {
    EXPECT_THAT(
        problems(around("<section id='S'><item id='a' wieght='2' role='vetto'/></section>")),
        ElementsAre(
            "c.xml:3:30: <item> has no attribute wieght; did you mean weight? "
            "(/checklist/section/item/@wieght)",
            "c.xml:3:41: role=\"vetto\" is not known; write one of: scored, veto, admission, direct-pass, "
            "deduction, bonus (/checklist/section/item/@role)"));
}

TEST(ChecklistReader, AHostileNumberOfProblemsIsCapped) {
    std::string items;
    for (int i = 0; i < 5000; ++i) {
        items += "<item/>";
    }
    const auto read = readChecklist(around("<section id='S'>" + items + "</section>"), "c.xml");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().entries().size(), Diagnostics::DefaultLimit);
    EXPECT_EQ(read.error().omitted(), 4900U);
}

TEST(ChecklistReader, AHostileNumberOfItemsIsRefused) {
    std::string items;
    for (int i = 1; i < 20'000; ++i) { // with the section itself 20,000 parts
        items += "<item id='i" + std::to_string(i) + "'/>";
    }
    EXPECT_EQ(readOk(around("<section id='S'>" + items + "</section>")).checklist.items.size(), 19'999U);
    EXPECT_THAT(
        problems(around("<section id='S'>" + items + "\n<item id='x'/><item id='y'/></section>")),
        ElementsAre(testing::HasSubstr("c.xml:4:1: the checklist has more than 20000 sections and items")));
}

TEST(ChecklistReader, WhatANewerMinorVersionAddsIsKeptAndWrittenBack) {
    const ReadChecklist read = readOk(bytesOf(corpus() / "newer-minor.xml"));
    EXPECT_TRUE(read.scorable);
    const std::string written = writeChecklist(read.checklist);
    for (const char* part :
         {"format=\"1.7\"", "colour=\"red\"", "xmlns:x=\"urn:example\"", "rounding=\"bankers\"",
          "<x:curve a=\"1\">", "<term>场地</term>", "accuracy=\"5%\"", "colour=\"blue\"", "colour=\"green\"",
          "<picture file=\"a.png\"/>", "seal=\"A7\"", "<stamp/>", "<appendix/>"}) {
        EXPECT_THAT(written, testing::HasSubstr(part));
    }
    EXPECT_EQ(readOk(written).checklist, read.checklist);
}

TEST(ChecklistReader, WhatMustBeUnderstoodAndIsNotPreventsAScore) {
    EXPECT_FALSE(readOk(bytesOf(corpus() / "newer-minor-must-understand.xml")).scorable);
    const ReadChecklist words = readOk(bytesOf(corpus() / "newer-minor-unknown-words.xml"));
    EXPECT_FALSE(words.scorable);
    const std::string written = writeChecklist(words.checklist);
    for (const char* part : {"role=\"tie-break\"", "answer=\"ranking\"", "rule=\"median(area_total_m2)\"",
                             "methods=\"review simulate\""}) {
        EXPECT_THAT(written, testing::HasSubstr(part));
    }
    EXPECT_EQ(readOk(written).checklist, words.checklist);
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
    std::ranges::replace(name, '-', '_');
    return name;
});

} // namespace
} // namespace duibiao
