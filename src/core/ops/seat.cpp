#include "core/ops/seat.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/edit/texts.h"
#include "core/io/files.h"
#include "core/io/save.h"

#include <filesystem>
#include <system_error>

namespace duibiao {

namespace {

inline constexpr ErrorKind StateFolderMissing =
    errorKind("state-folder", Category::Output, "the folder {folder} could not be made: {reason}");

constexpr std::size_t LargestSeatFile = 4096;
constexpr std::size_t RandomDigits = 8;

std::string userName(const Environment& environment) {
    for (const char* variable : {"USER", "USERNAME", "LOGNAME"}) {
        if (const auto name = environment(variable)) {
            return tidyText(*name);
        }
    }
    return "user";
}

Result<SeatId> newSeat(const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) {
        return fail(StateFolderMissing,
                    {{"folder", io::displayName(file.parent_path())}, {"reason", io::osReason(error)}});
    }
    SeatId id("s-" + randomUuid().substr(0, RandomDigits));
    if (auto saved = io::saveBytes(file, io::Existing::Replace, id.str() + "\n"); !saved) {
        return passOn(saved);
    }
    return id;
}

} // namespace

Result<Seat> thisSeat(const Paths& paths, const Environment& environment) {
    const std::filesystem::path file = paths.state / "seat";
    if (const auto kept = io::readFile(file, LargestSeatFile)) {
        const std::string_view text = trimmed(*kept);
        if (isId(text)) {
            return Seat{SeatId(text), userName(environment)};
        }
    }
    auto made = newSeat(file);
    if (!made) {
        return passOn(made);
    }
    return Seat{std::move(*made), userName(environment)};
}

} // namespace duibiao
