#include "core/edit/apply.h"
#include "core/edit/texts.h"
#include "core/formats/journal.h"
#include "support/random_edits.h"
#include "support/sample_assessment.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace duibiao {
namespace {

const SeatId Seat("s-1");

Timestamp now() {
    return *Timestamp::parse("2026-11-24T14:32:05+08:00");
}

Journal sampleJournal() {
    Journal journal;
    EXPECT_TRUE(journal.begin(test::sampleCreation(), Seat, now(), {SetName{"青禾"}}));
    for (const Edit& edit : test::sampleEdits()) {
        EXPECT_TRUE(journal.append(Seat, now(), {edit}));
    }
    return journal;
}

std::string faultIn(const std::string& bytes) {
    const auto read = Journal::parse(bytes);
    return read ? "" : read.error().arguments()[1].second;
}

RC_GTEST_PROP(Journal, LeadsToTheStateItsEditsMade, ()) {
    Assessment assessment = test::bornSample();
    Journal journal;
    RC_ASSERT(journal.begin(test::sampleCreation(), Seat, now(), {}).has_value());
    for (const Edit& edit : *test::edits()) {
        const Edit tidy = tidied(edit);
        if (applyEdit(assessment, tidy)) {
            RC_ASSERT(journal.append(Seat, now(), {tidy}).has_value());
        }
    }
    RC_ASSERT(journal.replay() == assessment);
    const auto read = Journal::parse(journal.bytes());
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->replay() == assessment);
    RC_ASSERT(read->bytes() == journal.bytes());
    RC_ASSERT(read->heads() == journal.heads());
}

TEST(Journal, HoldsNoTextInTheLinesThatIdsDependOn) {
    const Journal journal = sampleJournal();
    std::istringstream lines(journal.bytes());
    std::string line;
    while (std::getline(lines, line)) {
        if (line.find("\"edits\"") != std::string::npos) {
            for (const char* text :
                 {"青禾", "李工", "附件", "无此项服务", "张主任", "租赁", "财务室", "甲公司"}) {
                EXPECT_EQ(line.find(text), std::string::npos) << line;
            }
        }
    }
}

TEST(Journal, SaysTheSameTextTwiceWithDifferentHashes) {
    Journal journal;
    ASSERT_TRUE(journal.begin(test::sampleCreation(), Seat, now(), {SetName{"甲"}}));
    ASSERT_TRUE(journal.append(Seat, now(), {SetName{"甲"}}));
    const std::size_t first = journal.bytes().find("\"name\":{\"sha256\":\"") + 18;
    const std::size_t second = journal.bytes().find("\"name\":{\"sha256\":\"", first) + 18;
    EXPECT_NE(journal.bytes().substr(first, 64), journal.bytes().substr(second, 64));
}

TEST(Journal, KeepsItsIdsWhenATextIsRemovedForGood) {
    const Journal journal = sampleJournal();
    std::string bytes = journal.bytes();
    const std::size_t start = bytes.find("{\"salt\"");
    const std::size_t end = bytes.find('\n', start);
    const std::string hash = bytes.substr(bytes.find("sha256\":\"", start) + 9, 64);
    bytes.replace(start, end - start, "{\"removed\":true,\"sha256\":\"" + hash + "\"}");
    const auto read = Journal::parse(bytes);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->heads(), journal.heads());
    EXPECT_EQ(read->entries().size(), journal.entries().size());
    EXPECT_FALSE(read->entries()[0].complete);
    EXPECT_EQ(read->replay(), std::nullopt) << "what was removed cannot be told any more";
}

TEST(Journal, KeepsEntriesOfAKindItDoesNotKnow) {
    Journal journal = sampleJournal();
    const std::string line = "{\"edits\":[{\"kind\":\"seal\",\"scope\":\"all\"}],\"parents\":[\"" +
                             journal.heads()[0].text() +
                             "\"],\"seat\":\"s-1\",\"time\":\"2026-11-24T14:32:05+08:00\"}\n";
    const auto read = Journal::parse(journal.bytes() + line);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->bytes(), journal.bytes() + line);
    EXPECT_FALSE(read->entries().back().complete);
    EXPECT_EQ(read->replay(), std::nullopt);
}

TEST(Journal, NamesEachFault) {
    const std::string bytes = sampleJournal().bytes();
    const auto changed = [&](std::string_view from, std::string_view to) {
        std::string copy = bytes;
        return copy.replace(copy.find(from), from.size(), to);
    };
    const std::string firstLine = bytes.substr(0, bytes.find('\n') + 1);
    EXPECT_EQ(faultIn(""), "there is none");
    EXPECT_EQ(faultIn(bytes.substr(0, bytes.size() - 1)), "its end is missing");
    EXPECT_EQ(faultIn(changed("{\"create\"", "{ \"create\"")), "it is not written as this program writes");
    EXPECT_EQ(faultIn(changed("\"kind\":\"set-name\"", "\"kind\":\"set-name\",\"kind\":\"set-name\"")),
              "it is not written as this program writes");
    EXPECT_EQ(faultIn(changed("青禾", "青木")), "a text was changed");
    EXPECT_EQ(faultIn(changed("\"salt\":\"", "\"salt\":\"x")),
              "a text stands where none belongs or is not complete");
    EXPECT_EQ(faultIn(firstLine), "a text is missing");
    EXPECT_EQ(faultIn(changed("\"time\":\"2026", "\"time\":\"26")), "what was changed cannot be read");
    EXPECT_EQ(faultIn(changed("\"parents\":[]", "\"parents\":[\"" + std::string(64, '0') + "\"]")),
              "it is no beginning, or not the only one");
    EXPECT_EQ(faultIn(bytes + "[]\n"), "it is not written as this program writes");
    EXPECT_EQ(faultIn(bytes + "{\"sha256\":1,\"salt\":\"\",\"text\":\"\"}\n"),
              "it is not written as this program writes")
        << "keys are sorted";
    EXPECT_EQ(faultIn(bytes + "not json\n"), "it is not written as this program writes");
    const std::string bare =
        "{\"edits\":[],\"parents\":[],\"seat\":\"s-1\",\"time\":\"2026-11-24T14:32:05+08:00\"}\n";
    EXPECT_EQ(faultIn(bytes + bare), "it is no beginning, or not the only one");
    EXPECT_EQ(faultIn(bare), "it is no beginning, or not the only one");
    EXPECT_EQ(faultIn(bytes + std::string(100'000, '[') + "\n"), "it is not written as this program writes");
    // A changed entry breaks what was built upon it.
    EXPECT_EQ(faultIn(changed("\"kind\":\"set-field\"", "\"kind\":\"set-fiald\"")),
              "what it builds upon is missing or was changed");
}

} // namespace
} // namespace duibiao
