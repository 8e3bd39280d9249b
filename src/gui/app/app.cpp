#include "gui/app/app.h"

#include "core/ops/open_assessment.h"
#include "core/scoring/evaluate.h"
#include "core/settings/language.h"
#include "gui/frame/assessment_frame.h"
#include "gui/support/wx_text.h"

#include <wx/msgdlg.h>
#include <wx/uilocale.h>

namespace duibiao::gui {

bool App::OnInit() {
    wxUILocale::UseDefault();
    const Environment environment = processEnvironment();
    paths_ = findPaths(environment, runningProgram());
    catalogue_ = loadCatalogue(paths_, systemLanguage(environment));
    SetAppDisplayName(wxString::FromUTF8("对标 Duibiao"));
    for (int i = 1; i < argc; ++i) {
        openFile(std::filesystem::path(argv[i].ToStdWstring()));
    }
    return wxTopLevelWindows.GetCount() > 0;
}

void App::openFile(const std::filesystem::path& file) {
    const auto opened = openAssessment(file);
    if (!opened) {
        wxMessageBox(toWx(describe(opened.error(), catalogue_)), GetAppDisplayName(), wxOK | wxICON_WARNING);
        return;
    }
    AssessmentView view{opened->assessment().organisation.name, opened->assessment().period.label, opened->checklist(),
                        evaluate(opened->checklist(), opened->assessment())};
    // A top-level window is owned by wx and destroys itself when it is closed.
    auto* frame = new AssessmentFrame(nullptr, view, catalogue_); // NOLINT(cppcoreguidelines-owning-memory)
    frame->Show();
}

} // namespace duibiao::gui
