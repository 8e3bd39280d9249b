#pragma once

#include "cli/run.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace duibiao::cli::test {

struct Answered {
    int exit = -1;
    std::string out;
    std::string err;
};

/// Runs commands in process, in a folder of the test's own, at a fixed time, with the repository's data.
class CommandLine : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(testing::TempDir()) /
                  (std::string(test->test_suite_name()) + "." + test->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        environment_ = {{"DUIBIAO_DATA", DUIBIAO_SOURCE_DIR},
                        {"DUIBIAO_HOME", (folder_ / "home").string()},
                        {"DUIBIAO_NOW", "2026-11-24T14:32:05+08:00"},
                        {"USER", "李工"}};
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    Answered run(const std::vector<std::string>& arguments) {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        Answered answered;
        answered.exit = cli::run(
            arguments, {in, out, err}, [this](const std::string& name) -> std::optional<std::string> {
                const auto found = environment_.find(name);
                return found == environment_.end() ? std::nullopt : std::optional(found->second);
            });
        answered.out = out.str();
        answered.err = err.str();
        return answered;
    }

    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
    [[nodiscard]] static std::string bytesOf(const std::string& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }

    /// A new assessment of the makerspace conditions, the smallest checklist.
    std::string newMakerspace() {
        const std::string file = path("空间.duibiao");
        const Answered made = run({"new", "--checklist", "torch-2017-120-makerspace", "--org", "示例众创空间",
                                   "--period", "2026", "-o", file});
        EXPECT_EQ(made.exit, 0) << made.err;
        return file;
    }

    std::filesystem::path folder_;
    std::map<std::string, std::string> environment_;
};

} // namespace duibiao::cli::test
