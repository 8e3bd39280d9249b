#include "gui/app/app.h"

#include "core/ops/open_assessment.h"
#include "core/scoring/evaluate.h"
#include "core/settings/language.h"
#include "gui/frame/assessment_frame.h"
#include "gui/support/wx_text.h"

#include <wx/filedlg.h>
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
    if (argc == 1) {
        const wxString chosen = wxFileSelector(toWx(catalogue_.translate("Open an assessment")), {}, {}, {},
                                               "*.duibiao", wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (!chosen.empty()) {
            openFile(std::filesystem::path(chosen.ToStdWstring()));
        }
    }
    return wxTopLevelWindows.GetCount() > 0;
}

void App::openFile(const std::filesystem::path& file) {
    const auto opened = openAssessment(file);
    if (!opened) {
        wxString text;
        for (const Diagnostic& finding : opened.error().entries()) {
            text += toWx(describe(finding.error, catalogue_)) + "\n";
        }
        wxMessageBox(text, GetAppDisplayName(), wxOK | wxICON_WARNING);
        return;
    }
    const Checklist& checklist = opened->checklist.checklist;
    const AssessmentView view{opened->assessment().organisation.name, opened->assessment().period.label,
                              checklist, evaluate(checklist, opened->assessment())};
    // A top-level window is owned by wx and destroys itself when it is closed.
    auto* frame = new AssessmentFrame(nullptr, view, catalogue_);
    frame->Show();
}

} // namespace duibiao::gui
