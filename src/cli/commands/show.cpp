#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/output/assessment_json.h"
#include "cli/output/words.h"
#include "cli/working_copy.h"
#include "core/base/text.h"
#include "core/io/files.h"

#include <CLI/CLI.hpp>

#include <map>
#include <memory>
#include <string>

namespace duibiao::cli {

namespace {

struct Options {
    std::string file;
    bool json = false;
};

/// Prints everything in an assessment in the checklist's reading order.
class AssessmentPrinter {
public:
    AssessmentPrinter(Context& context, const OpenedAssessment& opened)
        : context_(context)
        , checklist_(opened.checklist.checklist)
        , assessment_(opened.assessment()) {}

    void print() {
        printHead();
        for (const FactDefinition& fact : checklist_.facts) {
            if (const auto found = assessment_.facts.find(fact.id); found != assessment_.facts.end()) {
                line(fact.id.str(), fact.label, found->second, Item{});
            }
        }
        for (const Item& item : checklist_.items) {
            if (const auto found = assessment_.answers.find(item.id); found != assessment_.answers.end()) {
                line(item.id.str(), item.title, found->second, item);
            }
        }
        printEvidence();
    }

private:
    [[nodiscard]] std::ostream& out() const { return context_.streams.out; }

    void printHead() {
        out() << assessment_.organisation.name << '\n'
              << checklist_.title.in(context_.language()) << " (" << checklist_.id << ", "
              << checklist_.edition << ")\n"
              << context_.tr("Period") << ": " << assessment_.period.from.text() << " – "
              << assessment_.period.to.text() << '\n';
        for (const auto& [field, words] : assessment_.organisation.fields) {
            out() << field.str() << " = " << join(words, ", ") << '\n';
        }
        out() << '\n';
    }

    /// A word by its label where the scale has one, a number as it is.
    [[nodiscard]] std::string shown(const Value& value, const Item& item) const {
        for (const Choice& word : wordsOf(checklist_, item)) {
            if (value == Value(word.id)) {
                return word.label.in(context_.language());
            }
        }
        return valueText(value);
    }

    void respond(const std::string& who, const Response& response, const Item& item) {
        if (response == Response{}) {
            return;
        }
        out() << "    " << who << ": " << (response.value ? shown(*response.value, item) : "");
        if (response.notApplicable) {
            out() << context_.tr(
                "N/A, reason: {reason}, approved by: {approver}",
                {{"reason", response.notApplicable->reason}, {"approver", response.notApplicable->approver}});
        }
        out() << (response.comment.empty() ? "" : "  " + response.comment) << '\n';
    }

    void line(const std::string& id, const LocalText& title, const Answer& answer, const Item& item) {
        out() << "  " << id << "  " << title.in(context_.language()) << '\n';
        respond(context_.tr("self"), answer.self, item);
        for (const auto& [seat, response] : answer.verified) {
            const auto name = assessment_.seats.find(seat);
            respond(name == assessment_.seats.end() ? seat.str() : name->second, response, item);
        }
        if (answer.consensus) {
            respond(context_.tr("evaluators"), *answer.consensus, item);
        }
        for (const Evidence* evidence : evidenceFor(assessment_, id)) {
            out() << "    " << attachmentText(evidence->number, context_.language()) << "  "
                  << evidence->title << '\n';
        }
    }

    void printEvidence() {
        out() << '\n' << context_.tr("Evidence") << '\n';
        for (const Evidence& evidence : assessment_.evidence) {
            out() << "  " << attachmentText(evidence.number, context_.language()) << "  " << evidence.title
                  << "  " << evidence.fileName << "  " << evidence.size << " B  → "
                  << join(evidence.supports, ", ") << '\n';
        }
    }

    Context& context_;
    const Checklist& checklist_;
    const Assessment& assessment_;
};

void show(Context& context, const Options& options) {
    const auto opened = openAndReport(context, io::pathFromUtf8(options.file));
    if (!opened) {
        return;
    }
    if (options.json) {
        context.streams.out << assessmentJson(opened->assessment());
    } else {
        AssessmentPrinter(context, *opened).print();
    }
}

} // namespace

void addShow(CLI::App& app, Context& context) {
    CLI::App* command =
        app.add_subcommand("show", context.tr("Everything in an assessment, in reading order"));
    const auto options = std::make_shared<Options>();
    command->add_option("file", options->file, context.tr("Assessment"))->required()->type_name("FILE");
    command->add_flag("--json", options->json, context.tr("Print JSON"));
    command->callback([&context, options] { show(context, *options); });
}

} // namespace duibiao::cli
