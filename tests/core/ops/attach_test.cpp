#include "core/io/file_type.h"
#include "core/io/files.h"
#include "core/model/rule_parser.h"
#include "core/ops/attach.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

namespace duibiao {
namespace {

using test::put;
using test::TemporaryFolder;

/// Two chapters; the second has a sub-section with I-2, and I-3 that reads the fact.
Checklist sampleChecklist() {
    Checklist checklist;
    for (const auto& [id, parent] : {std::pair("S-1", ""), {"S-2", ""}, {"S-2.1", "S-2"}}) {
        Section section;
        section.id = SectionId(id);
        section.parent = SectionId(parent);
        checklist.sections.push_back(section);
    }
    for (const auto& [id, section] : {std::pair("I-1", "S-1"), {"I-2", "S-2.1"}, {"I-3", "S-2"}}) {
        Item item;
        item.id = ItemId(id);
        item.section = SectionId(section);
        checklist.items.push_back(item);
    }
    checklist.items[2].rule = parseRule("area_m2 >= 1000").value();
    for (const char* id : {"area_m2", "unused"}) {
        FactDefinition fact;
        fact.id = FactId(id);
        checklist.facts.push_back(fact);
    }
    return checklist;
}

class Attach : public testing::Test {
protected:
    Attach() {
        opened.checklist.checklist = sampleChecklist();
        EXPECT_TRUE(opened.content.journal.begin({}, seat.id, Timestamp(), {}));
    }
    std::vector<Attached> attach(const std::vector<const char*>& files, std::vector<std::string> supports) {
        AttachRequest request{.supports = std::move(supports)};
        for (const char* file : files) {
            request.files.push_back(folder / file);
        }
        auto attached = attachFiles(opened, request, seat, Timestamp());
        EXPECT_TRUE(attached);
        return attached.value_or(std::vector<Attached>());
    }
    const std::vector<Evidence>& evidence() const { return opened.content.assessment.evidence; }

    TemporaryFolder folder;
    Seat seat{SeatId("s-1"), "clerk"};
    OpenedAssessment opened;
};

TEST_F(Attach, NumbersByTheChapterOfThePoint) {
    put(folder / "房屋租赁合同.pdf", "%PDF lease");
    put(folder / "b.jpg", "\xFF\xD8\xFF b");
    put(folder / "c.jpg", "\xFF\xD8\xFF c");
    EXPECT_EQ(attach({"房屋租赁合同.pdf", "b.jpg"}, {"I-2"})[1].number, (AttachmentNumber{2, 2}));
    EXPECT_EQ(attach({"c.jpg"}, {"area_m2"})[0].number, (AttachmentNumber{2, 3}));
    EXPECT_EQ(evidence()[0].title, "房屋租赁合同");
    EXPECT_EQ(evidence()[0].fileName, "房屋租赁合同.pdf");
    EXPECT_EQ(evidence()[0].size, 10U);
    EXPECT_EQ(opened.content.evidence.size(), 3U);
    EXPECT_EQ(opened.content.journal.entries().size(), 3U) << "one entry a request";
    EXPECT_EQ(chapterOf(opened.checklist.checklist, "unused"), 0U);
}

TEST_F(Attach, NeverGivesANumberAgain) {
    put(folder / "a.pdf", "%PDF a");
    put(folder / "b.pdf", "%PDF b");
    const auto first = attach({"a.pdf"}, {"I-1"});
    ASSERT_TRUE(perform(opened, {RemoveEvidence{first[0].id}}, seat, Timestamp()));
    EXPECT_EQ(attach({"b.pdf"}, {"I-1"})[0].number, (AttachmentNumber{1, 2}));
}

TEST_F(Attach, KeepsTheSameContentOnce) {
    put(folder / "a.pdf", "%PDF same");
    put(folder / "copy of a.pdf", "%PDF same");
    const auto first = attach({"a.pdf", "copy of a.pdf"}, {"I-1"});
    EXPECT_EQ(first[0].id, first[1].id);
    EXPECT_TRUE(first[1].wasThere);
    const auto again = attach({"copy of a.pdf"}, {"I-1", "I-2"});
    EXPECT_EQ(again[0].id, first[0].id);
    ASSERT_EQ(evidence().size(), 1U);
    EXPECT_EQ(evidence()[0].supports, (std::vector<std::string>{"I-1", "I-2"}));
    EXPECT_EQ(opened.content.evidence.size(), 1U);
    const std::size_t entries = opened.content.journal.entries().size();
    attach({"a.pdf"}, {"I-1"});
    EXPECT_EQ(opened.content.journal.entries().size(), entries) << "nothing changed, nothing is noted";
}

TEST_F(Attach, PutsWhatSupportsNothingIntoTheTrayAndNumbersItLater) {
    put(folder / "a.pdf", "%PDF a");
    EXPECT_EQ(attach({"a.pdf"}, {})[0].number, AttachmentNumber());
    EXPECT_EQ(attach({"a.pdf"}, {"I-2"})[0].number, (AttachmentNumber{2, 1}));
    ASSERT_EQ(evidence().size(), 1U);
    EXPECT_EQ(evidence()[0].number, (AttachmentNumber{2, 1}));
}

TEST_F(Attach, TellsEveryProblemAndTakesNothing) {
    put(folder / "good.pdf", "%PDF");
    put(folder / "bad.exe", "MZ");
    put(folder / "empty.pdf", "");
    const AttachRequest request{
        .files = {folder / "good.pdf", folder / "bad.exe", folder / "empty.pdf", folder / "missing.pdf"},
        .supports = {"I-1", "I-9"}};
    const auto attached = attachFiles(opened, request, seat, Timestamp());
    ASSERT_FALSE(attached);
    std::vector<std::string_view> ids;
    for (const Diagnostic& diagnostic : attached.error().entries()) {
        ids.push_back(diagnostic.error.kind().id);
    }
    EXPECT_EQ(ids, (std::vector<std::string_view>{AttachTargetUnknown.id, io::FileTypeRefused.id,
                                                  io::FileEmpty.id, io::FileMissing.id}));
    EXPECT_TRUE(evidence().empty());
    EXPECT_TRUE(opened.content.evidence.empty());
}

TEST_F(Attach, TakesARefusedTypeOnlyWhenTold) {
    put(folder / "tool.exe", "MZ");
    AttachRequest request{.files = {folder / "tool.exe"}, .supports = {"I-1"}};
    EXPECT_FALSE(attachFiles(opened, request, seat, Timestamp()));
    request.anyType = true;
    EXPECT_TRUE(attachFiles(opened, request, seat, Timestamp()));
}

TEST_F(Attach, TakesAFileUpToTheLimit) {
    put(folder / "large.bin", "x");
    std::filesystem::resize_file(folder / "large.bin", LargestEvidence + 1); // holes: takes no space
    const AttachRequest request{.files = {folder / "large.bin"}, .supports = {"I-1"}};
    const auto attached = attachFiles(opened, request, seat, Timestamp());
    ASSERT_FALSE(attached);
    EXPECT_TRUE(attached.error().entries()[0].error.is(io::FileTooLarge));
    std::filesystem::resize_file(folder / "large.bin", LargestEvidence);
    EXPECT_TRUE(attachFiles(opened, request, seat, Timestamp()));
}

} // namespace
} // namespace duibiao
