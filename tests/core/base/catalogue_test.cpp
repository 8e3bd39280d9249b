#include "core/base/catalogue.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace duibiao {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Builds the bytes of a .mo file in either byte order, as msgfmt lays them out.
class MoFile {
public:
    MoFile(const Pairs& pairs, bool bigEndian)
        : bigEndian_(bigEndian) {
        const auto count = static_cast<std::uint32_t>(pairs.size());
        const std::uint32_t sources = 28;
        const std::uint32_t translations = sources + count * 8;
        for (const std::uint32_t word : {std::uint32_t{0x950412de}, std::uint32_t{0}, count, sources,
                                         translations, std::uint32_t{0}, std::uint32_t{0}}) {
            put(head_, word);
        }
        std::string heap;
        std::string targets;
        const std::uint32_t heapStart = translations + count * 8;
        for (const auto& [source, translation] : pairs) {
            entry(head_, source, heap, heapStart);
            entry(targets, translation, heap, heapStart);
        }
        bytes_ = head_ + targets + heap;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    void put(std::string& out, std::uint32_t word) const {
        for (unsigned i = 0; i < 4; ++i) {
            const unsigned shift = 8 * (bigEndian_ ? 3 - i : i);
            out += static_cast<char>((word >> shift) & 0xFFU);
        }
    }
    void entry(std::string& table, const std::string& text, std::string& heap,
               std::uint32_t heapStart) const {
        put(table, static_cast<std::uint32_t>(text.size()));
        put(table, heapStart + static_cast<std::uint32_t>(heap.size()));
        heap += text + '\0';
    }
    bool bigEndian_;
    std::string head_;
    std::string bytes_;
};

TEST(Catalogue, TranslatesFromBothByteOrders) {
    for (const bool bigEndian : {false, true}) {
        const MoFile file({{"Save", "保存"}, {"Open", "打开"}}, bigEndian);
        const auto catalogue = Catalogue::fromMo(file.bytes(), Language::Chinese);
        ASSERT_TRUE(catalogue);
        EXPECT_EQ(catalogue->translate("Save"), "保存");
        EXPECT_EQ(catalogue->translate("Open"), "打开");
        EXPECT_EQ(catalogue->translate("Close"), "Close") << "an untranslated text stays English";
    }
}

TEST(Catalogue, RefusesEveryTruncationOfItsTables) {
    const std::string bytes = MoFile({{"Save", "保存"}, {"Open", "打开"}}, false).bytes();
    const std::size_t lastText = bytes.size() - 1;
    for (std::size_t length = 0; length < lastText; ++length) {
        EXPECT_FALSE(Catalogue::fromMo(bytes.substr(0, length), Language::Chinese)) << length;
    }
    EXPECT_TRUE(Catalogue::fromMo(bytes, Language::Chinese));
}

TEST(FillIn, PutsArgumentsInAndLeavesMistakesVisible) {
    const Arguments arguments{{"file", "a.xml"}, {"n", "3"}};
    EXPECT_EQ(fillIn("{file}: {n} errors", arguments), "a.xml: 3 errors");
    EXPECT_EQ(fillIn("{nobody} {file", arguments), "{nobody} {file");
    EXPECT_EQ(fillIn("{{n}}", arguments), "{3}");
}

TEST(FillIn, DoesNotExpandWhatAnArgumentBrings) {
    EXPECT_EQ(fillIn("{a}", {{"a", "{b}"}, {"b", "x"}}), "{b}");
}

TEST(Describe, DoesNotNameAPackageTwice) {
    static constexpr ErrorKind Kind = errorKind("k", Category::Input, "{file} is damaged");
    const Error whole(Kind, {{"file", "a.duibiao"}}, MemberPlace{"a.duibiao", {}});
    EXPECT_EQ(describe(whole, Catalogue()), "a.duibiao is damaged");
    const Error part(Kind, {{"file", "a.duibiao"}}, MemberPlace{"a.duibiao", "log.jsonl"});
    EXPECT_EQ(describe(part, Catalogue()), "log.jsonl: a.duibiao is damaged");
}

TEST(Describe, NamesThePlaceBeforeAndThePathAfter) {
    static constexpr ErrorKind Kind = errorKind("k", Category::Input, "{what} is missing");
    const Error error(Kind, {{"what", "id"}}, TextPlace{"a.xml", 12, 5, "/checklist/item[3]"});
    EXPECT_EQ(describe(error, Catalogue()), "a.xml:12:5: id is missing (/checklist/item[3])");
    EXPECT_EQ(describe(error.at(CellPlace{"b.xlsx", "打分表", "D17"}), Catalogue()),
              "b.xlsx: 打分表!D17: id is missing");
    EXPECT_EQ(describe(error.at(MemberPlace{"c.duibiao", "log.jsonl"}), Catalogue()),
              "c.duibiao: log.jsonl: id is missing");
}

TEST(Describe, TranslatesOurOwnWordsAndNothingThatPeopleBring) {
    static constexpr ErrorKind Kind = errorKind("k", Category::Input, "{file} is damaged ({fault})");
    const auto chinese = Catalogue::fromMo(
        MoFile({{"{file} is damaged ({fault})", "{file} 已损坏（{fault}）"}, {"it is cut off", "后半截缺失"}},
               false)
            .bytes(),
        Language::Chinese);
    ASSERT_TRUE(chinese);
    const Error error(Kind, {{"file", "it is cut off"}, {"fault", "it is cut off"}});
    EXPECT_EQ(describeWithoutPlace(error, *chinese), "it is cut off 已损坏（后半截缺失）");
    EXPECT_EQ(describeWithoutPlace(error, Catalogue()), "it is cut off is damaged (it is cut off)");
}

TEST(Describe, LeavesWhatTheSystemSaysInOneOfOurPlaces) {
    static constexpr ErrorKind Kind = errorKind("k", Category::Output, "not written: {reason}");
    const auto chinese = Catalogue::fromMo(
        MoFile({{"not written: {reason}", "没有写成：{reason}"}}, false).bytes(), Language::Chinese);
    ASSERT_TRUE(chinese);
    EXPECT_EQ(describeWithoutPlace(Error(Kind, {{"reason", "Stale file handle"}}), *chinese),
              "没有写成：Stale file handle");
}

TEST(Describe, EachOfTheNamedArgumentsIsTranslated) {
    const auto chinese = Catalogue::fromMo(MoFile({{"months", "个月"}}, false).bytes(), Language::Chinese);
    ASSERT_TRUE(chinese);
    for (const std::string_view name : OwnWordArguments) {
        const std::string pattern = "{" + std::string(name) + "}";
        const ErrorKind kind{"k", Category::Input, pattern};
        EXPECT_EQ(describeWithoutPlace(Error(kind, {{std::string(name), "months"}}), *chinese), "个月")
            << name;
    }
}

} // namespace
} // namespace duibiao
