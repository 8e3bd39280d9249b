#include "gui/frame/assessment_frame.h"

#include "gui/models/outcome_rows.h"
#include "gui/support/wx_text.h"

#include <wx/dataview.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace duibiao::gui {

namespace {

constexpr int Margin = 16; // DIP, between a pane's edge and its content
constexpr int FrameWidth = 1080;
constexpr int FrameHeight = 720;
constexpr int StateWidth = 120;
constexpr int NumberWidth = 120;
constexpr float TitleScale = 1.35F;
/// Two en spaces a level: the native list has no levels of its own.
constexpr const char* IndentStep = "\u2002\u2002";

wxString indented(const OutcomeRow& row) {
    wxString text;
    for (int level = 0; level < row.depth; ++level) {
        text += wxString::FromUTF8(IndentStep);
    }
    return text + toWx(row.title);
}

} // namespace

AssessmentFrame::AssessmentFrame(wxWindow* parent, const AssessmentView& view, const Catalogue& catalogue)
    : wxFrame(parent, wxID_ANY,
              toWx(view.organisation + " · " + view.checklist.title.in(catalogue.language()))) {
    auto* page = new wxBoxSizer(wxVERTICAL); // the window owns its sizer
    SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW));
    addHeader(view, catalogue, *page);
    addList(view, catalogue, *page);
    SetSizer(page);
    SetSize(FromDIP(wxSize(FrameWidth, FrameHeight)));
    SetMinSize(FromDIP(wxSize(640, 400)));
}

void AssessmentFrame::addHeader(const AssessmentView& view, const Catalogue& catalogue, wxSizer& page) {
    const int margin = FromDIP(Margin);
    auto* title = new wxStaticText(this, wxID_ANY, toWx(view.organisation));
    title->SetFont(GetFont().Bold().Scaled(TitleScale));
    page.Add(title, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, margin));

    const std::string subtitle = view.checklist.title.in(catalogue.language()) + " · " + view.period;
    page.Add(new wxStaticText(this, wxID_ANY, toWx(subtitle)),
             wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, margin));

    headline_ =
        new wxStaticText(this, wxID_ANY, toWx(outcomeHeadline(view.checklist, view.outcome, catalogue)));
    headline_->SetFont(GetFont().Bold());
    page.Add(headline_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, margin));

    // The warning that follows a checklist everywhere until its points were compared with the official text.
    auto* note = new wxStaticText(this, wxID_ANY, toWx(verificationSentence(view.checklist, catalogue)));
    note->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    page.Add(note, wxSizerFlags().Border(wxLEFT | wxRIGHT, margin));
    page.AddSpacer(margin);
}

void AssessmentFrame::addList(const AssessmentView& view, const Catalogue& catalogue, wxSizer& page) {
    const auto tr = [&catalogue](const char* text) { return toWx(catalogue.translate(text)); };
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | wxDV_SINGLE);
    list_->SetName(tr("Check points"));
    list_->AppendTextColumn(tr("No."), wxDATAVIEW_CELL_INERT, FromDIP(StateWidth));
    list_->AppendTextColumn(tr("Point"), wxDATAVIEW_CELL_INERT, FromDIP(FrameWidth / 2));
    list_->AppendTextColumn(tr("Result"), wxDATAVIEW_CELL_INERT, FromDIP(StateWidth));
    list_->AppendTextColumn(tr("Points obtained"), wxDATAVIEW_CELL_INERT, FromDIP(NumberWidth),
                            wxALIGN_RIGHT);
    list_->AppendTextColumn(tr("Points possible"), wxDATAVIEW_CELL_INERT, FromDIP(NumberWidth),
                            wxALIGN_RIGHT);
    for (const OutcomeRow& row : outcomeRows(view.checklist, view.outcome, catalogue)) {
        wxVector<wxVariant> cells;
        for (const wxString& cell :
             {toWx(row.id), indented(row), toWx(row.state), toWx(row.points), toWx(row.possible)}) {
            cells.push_back(wxVariant(cell));
        }
        list_->AppendItem(cells);
    }
    page.Add(list_, wxSizerFlags(1).Expand());
}

} // namespace duibiao::gui
