#pragma once

#include "core/base/catalogue.h"
#include "core/settings/paths.h"

#include <wx/app.h>
#include <wx/translation.h>

#include <filesystem>

namespace duibiao::gui {

/// The program: opens a read-only window for every assessment file named on its command line.
class App final : public wxApp {
public:
    bool OnInit() override;

private:
    void openFile(const std::filesystem::path& file);

    Paths paths_;
    Catalogue catalogue_;
};

} // namespace duibiao::gui
