#include "core/base/catalogue.h"
#include "core/formats/checklist_reader.h"
#include "core/formats/checklist_writer.h"
#include "core/formats/random_checklist.h"

#include <gtest/gtest.h>

#include <string>

namespace duibiao {
namespace {

std::string firstProblem(const std::expected<ReadChecklist, Diagnostics>& read) {
    return read ? "" : describe(read.error().entries().front().error, Catalogue(Language::English));
}

class AnyChecklist : public testing::TestWithParam<bool> {};

TEST_P(AnyChecklist, ComesBackAsItWasWritten) {
    std::size_t items = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const Checklist checklist = randomChecklist(seed, GetParam());
        const std::string written = writeChecklist(checklist);
        const auto read = readChecklist(written, "c.xml");
        ASSERT_TRUE(read) << "seed " << seed << ": " << firstProblem(read) << '\n' << written;
        ASSERT_EQ(read->checklist, checklist) << "seed " << seed << '\n' << written;
        ASSERT_EQ(writeChecklist(read->checklist), written) << "seed " << seed;
        items += checklist.items.size();
    }
    EXPECT_GT(items, 1000U) << "the generator draws too little to prove anything";
}

INSTANTIATE_TEST_SUITE_P(Versions, AnyChecklist, testing::Bool(),
                         [](const auto& each) { return each.param ? "Newer" : "Known"; });

TEST(ChecklistWriter, LeavesDefaultsOut) {
    Checklist checklist;
    checklist.id = "c";
    checklist.edition = "1";
    checklist.standard.number = "N";
    checklist.sections.emplace_back().id = SectionId("S");
    Item& item = checklist.items.emplace_back();
    item.id = ItemId("S.1");
    item.section = SectionId("S");
    EXPECT_EQ(writeChecklist(checklist),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<checklist xmlns=\"urn:duibiao:checklist:1\" format=\"1.0\" id=\"c\" edition=\"1\">\n"
              "  <title/>\n"
              "  <standard number=\"N\"/>\n"
              "  <scheme/>\n"
              "  <section id=\"S\">\n"
              "    <item id=\"S.1\"/>\n"
              "  </section>\n"
              "</checklist>\n");
}

} // namespace
} // namespace duibiao
