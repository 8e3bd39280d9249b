#include "core/base/hash.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace duibiao {
namespace {

// The two examples of FIPS 180-4 and the empty text.
TEST(Sha256, GivesThePublishedExamples) {
    EXPECT_EQ(sha256("").text(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc").text(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").text(),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, InPiecesIsTheSameAsAtOnce) {
    const std::string text(100'000, 'x');
    Sha256Stream stream;
    for (std::size_t at = 0; at < text.size(); at += 777) {
        stream.add(std::string_view(text).substr(at, 777));
    }
    EXPECT_EQ(stream.finish(), sha256(text));
}

TEST(Sha256, ReadsOnlyItsOwnText) {
    const std::string text = sha256("abc").text();
    EXPECT_EQ(Sha256::parse(text), sha256("abc"));
    EXPECT_EQ(Sha256::parse(text.substr(1)), std::nullopt);
    EXPECT_EQ(Sha256::parse(text + "0"), std::nullopt);
    EXPECT_EQ(Sha256::parse("B" + text.substr(1)), std::nullopt) << "one thing, one spelling";
    EXPECT_EQ(Sha256::parse("g" + text.substr(1)), std::nullopt);
}

TEST(RandomUuid, IsVersionFourAndNeverTheSame) {
    const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    std::set<std::string> seen;
    for (int i = 0; i < 200; ++i) {
        const std::string uuid = randomUuid();
        EXPECT_TRUE(std::regex_match(uuid, form)) << uuid;
        EXPECT_TRUE(seen.insert(uuid).second);
    }
}

} // namespace
} // namespace duibiao
