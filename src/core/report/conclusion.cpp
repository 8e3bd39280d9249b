#include "core/report/conclusion.h"

#include "core/report/tally.h"
#include "core/report/words.h"
#include "core/scoring/display.h"
#include "core/scoring/reasons.h"

#include <algorithm>

namespace duibiao::report {

namespace {

std::string bandTitle(const ReportView& view, const std::optional<BandId>& band) {
    if (!band) {
        return tr(view.catalogue(), "below every band");
    }
    const std::vector<Band>& bands = view.checklist().scheme.bands;
    const auto found = std::ranges::find(bands, *band, &Band::id);
    return found == bands.end() ? band->str() : localText(view.catalogue(), found->title);
}

Banner recognitionBanner(const ReportView& view) {
    const Catalogue& catalogue = view.catalogue();
    const Tally tally = tallyOf(unitsOf(view, view.main().view));
    Banner banner;
    banner.label = tr(catalogue, "Conditions of this checklist");
    banner.text = tr(catalogue, "{total} conditions: {met} met, {notMet} not met, {undecided} undecided",
                     {{"total", std::to_string(tally.total())},
                      {"met", std::to_string(tally.met)},
                      {"notMet", std::to_string(tally.notMet)},
                      {"undecided", std::to_string(tally.undecided)}});
    banner.below = conclusionText(view, view.main());
    banner.tone = tally.notMet > 0 ? Tone::Bad : tally.undecided > 0 ? Tone::Partial : Tone::Good;
    return banner;
}

} // namespace

std::string scoreText(const ReportView& view, const Outcome& outcome) {
    return outcome.score ? displayRange(*outcome.score, view.checklist().scheme, view.catalogue()) : "—";
}

std::string bandText(const ReportView& view, const Outcome& outcome) {
    if (!outcome.bands) {
        return {};
    }
    const std::string low = bandTitle(view, outcome.bands->low);
    const std::string high = bandTitle(view, outcome.bands->high);
    return low == high ? low : tr(view.catalogue(), "{low} to {high}", {{"low", low}, {"high", high}});
}

Banner resultBanner(const ReportView& view) {
    if (!view.scored()) {
        return recognitionBanner(view);
    }
    const Catalogue& catalogue = view.catalogue();
    Banner banner;
    banner.label = view.input().verified ? tr(catalogue, "Score by this checklist, verified on site")
                                         : tr(catalogue, "Score by this checklist, self-assessment");
    banner.text = scoreText(view, view.main());
    std::vector<std::string> parts{
        tr(catalogue, "out of {maximum}", {{"maximum", view.main().maximum.text()}})};
    if (const std::string band = bandText(view, view.main()); !band.empty()) {
        parts.push_back(band);
    }
    if (view.input().verified) {
        parts.push_back(
            tr(catalogue, "self-assessment {score}", {{"score", scoreText(view, view.input().self)}}));
    }
    parts.push_back(tr(catalogue, "not a rate of conformity with the standard"));
    for (const std::string& part : parts) {
        banner.below += (banner.below.empty() ? "" : " · ") + part;
    }
    return banner;
}

std::string verificationStatement(const ReportView& view) {
    const Checklist& checklist = view.checklist();
    const std::size_t compared = verifiedItems(checklist);
    const Arguments arguments{{"compared", std::to_string(compared)},
                              {"total", std::to_string(checklist.items.size())},
                              {"standard", checklist.standard.number}};
    if (compared == 0) {
        return tr(view.catalogue(),
                  "Not compared with the official text: none of the {total} check points has been compared "
                  "with the "
                  "text of {standard}. They are this checklist's own wording.",
                  arguments);
    }
    if (compared < checklist.items.size()) {
        return tr(view.catalogue(),
                  "Partly compared: {compared} of {total} check points have been compared with the official "
                  "text of "
                  "{standard}; the others have not.",
                  arguments);
    }
    return tr(view.catalogue(),
              "Compared: all {total} check points have been compared with the official text of {standard}.",
              arguments);
}

std::string verificationMark(const ReportView& view) {
    const std::size_t compared = verifiedItems(view.checklist());
    const std::size_t total = view.checklist().items.size();
    if (compared == 0) {
        return tr(view.catalogue(), "not compared with the official text");
    }
    return tr(view.catalogue(), "{compared} of {total} points compared with the official text",
              {{"compared", std::to_string(compared)}, {"total", std::to_string(total)}});
}

std::string conclusionText(const ReportView& view, const Outcome& outcome) {
    return outcome.conclusion.code.empty()
               ? std::string()
               : reasonText(outcome.conclusion, view.catalogue(), {&view.checklist(), nullptr});
}

} // namespace duibiao::report
