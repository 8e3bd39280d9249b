#pragma once

#include "core/base/catalogue.h"
#include "core/model/checklist.h"
#include "core/model/outcome.h"

#include <wx/frame.h>

class wxDataViewListCtrl;
class wxStaticText;

namespace duibiao::gui {

/// What a window of one assessment shows. Values: the window never holds on to a file.
struct AssessmentView {
    std::string organisation;
    std::string period;
    Checklist checklist;
    Outcome outcome;
};

/// A read-only window: the organisation, the score, and every section and point with its state.
class AssessmentFrame final : public wxFrame {
public:
    AssessmentFrame(wxWindow* parent, const AssessmentView& view, const Catalogue& catalogue);

    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    [[nodiscard]] wxStaticText& headline() { return *headline_; }

private:
    void addHeader(const AssessmentView& view, const Catalogue& catalogue, wxSizer& page);
    void addList(const AssessmentView& view, const Catalogue& catalogue, wxSizer& page);

    wxStaticText* headline_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
};

} // namespace duibiao::gui
