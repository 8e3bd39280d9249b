#pragma once

#include <wx/string.h>

#include <string>
#include <string_view>

namespace duibiao::gui {

// The only place where core's UTF-8 and wxString meet.

[[nodiscard]] inline wxString toWx(std::string_view text) {
    return wxString::FromUTF8(text.data(), text.size());
}

[[nodiscard]] inline std::string fromWx(const wxString& text) {
    return std::string(text.utf8_string());
}

} // namespace duibiao::gui
