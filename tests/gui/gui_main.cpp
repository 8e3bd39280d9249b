#include <gtest/gtest.h>
#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/init.h>

#include <cstdio>

namespace {

/// A failed wx assertion is a failed test, never a box that waits for somebody.
class TestApp : public wxApp {
public:
    bool OnInit() override {
        SetExitOnFrameDelete(false);
        return true;
    }
    void OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition,
                         const wxChar* message) override {
        ADD_FAILURE() << wxString(file) << ":" << line << " " << wxString(function) << ": "
                      << wxString(condition) << " " << wxString(message);
    }
};

constexpr int NoDisplay = 77;

} // namespace

wxIMPLEMENT_APP_NO_MAIN(TestApp);

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    if (!wxEntryStart(argc, argv) || !wxTheApp->CallOnInit()) {
        std::fputs("there is no display\n", stderr);
        return NoDisplay;
    }
    int failed = 0;
    {
        wxGUIEventLoop loop;
        const wxEventLoopActivator activate(&loop);
        failed = RUN_ALL_TESTS();
    }
    wxTheApp->OnExit();
    wxEntryCleanup();
    return failed;
}
