#pragma once

#include <future>
#include <system_error>
#include <type_traits>

namespace duibiao {

/// Starts work on another thread whose result is wanted soon; without a thread to be had it is done when it
/// is asked for. What `work` looks at has to outlive the future, whose end waits for it.
template<class Work>
[[nodiscard]] std::future<std::invoke_result_t<Work>> workAhead(Work work) {
    try {
        return std::async(std::launch::async, work);
    } catch (const std::system_error&) {
        return std::async(std::launch::deferred, work);
    }
}

} // namespace duibiao
