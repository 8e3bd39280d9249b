#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"
#include "core/settings/paths.h"

#include <string>

namespace duibiao {

/// Who edits: this user on this computer. The id is random and stays the same; the name is for people.
struct Seat {
    SeatId id;
    std::string name;
    bool operator==(const Seat&) const = default;
};

/// The seat of this user on this computer, kept in the state folder (file `seat`); made when it is first
/// needed. The name is that of the user's account.
[[nodiscard]] Result<Seat> thisSeat(const Paths& paths, const Environment& environment);

} // namespace duibiao
