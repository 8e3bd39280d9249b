#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/key_values.h"
#include "cli/working_copy.h"
#include "core/io/files.h"
#include "core/ops/answer_table.h"
#include "core/ops/open_assessment.h"

#include <CLI/CLI.hpp>

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace duibiao::cli {

namespace {

constexpr std::size_t LargestTable = std::size_t{16} << 20U;

inline constexpr ErrorKind NothingToSet =
    errorKind("nothing-to-set", Category::Usage, "nothing to set: name KEY=VALUE or a table with --from");

struct Options {
    std::string file;
    std::vector<std::string> settings;
    std::string table;
    std::optional<std::string> comment;
    std::string reason;
    std::string approver;
};

/// The answers of the table first, then those of the command line, so that the latter win. Reports and gives
/// none when something is wrong.
std::optional<std::vector<AnswerInput>> inputsOf(Context& context, const Options& options) {
    std::vector<AnswerInput> inputs;
    if (!options.table.empty()) {
        const auto bytes = io::readFile(io::pathFromUtf8(options.table), LargestTable);
        if (!bytes) {
            context.report(bytes.error());
            return std::nullopt;
        }
        auto table = readAnswerTable(*bytes, options.table);
        if (!table) {
            context.report(table.error());
            return std::nullopt;
        }
        inputs = std::move(*table);
    }
    auto settings = keyValues(options.settings);
    if (!settings) {
        context.report(settings.error());
        return std::nullopt;
    }
    for (AnswerInput& setting : *settings) {
        setting.comment = options.comment;
        setting.reason = options.reason;
        setting.approver = options.approver;
        inputs.push_back(std::move(setting));
    }
    return inputs;
}

/// An answer of the body's to a point that only the evaluators judge.
void remarkOnOwnView(Context& context, const Checklist& checklist, const Edit& edit) {
    const auto* answer = std::get_if<SetValue>(&edit);
    const auto* id = answer != nullptr && answer->value ? std::get_if<ItemId>(&answer->target) : nullptr;
    const Item* item = id != nullptr ? findItem(checklist, *id) : nullptr;
    if (item != nullptr && item->by == Answerer::Evaluator) {
        context.remark(
            context.tr("{item} is judged by the evaluators; the answer is kept as the body's own view",
                       {{"item", item->id.str()}}));
    }
}

/// What is accepted but does not count yet, or counts only for now.
void remarkOn(Context& context, const Checklist& checklist, const std::vector<Edit>& edits) {
    for (const Edit& edit : edits) {
        remarkOnOwnView(context, checklist, edit);
        const auto* claim = std::get_if<SetNotApplicable>(&edit);
        const Item* item = claim != nullptr ? findItem(checklist, claim->item) : nullptr;
        if (item == nullptr || !claim->claim) {
            continue;
        }
        if (claim->claim->reason.empty() ||
            (item->na == NaPermission::Free && claim->claim->approver.empty())) {
            context.remark(context.tr(
                "{item}: N/A counts as open until it has a reason{approver}",
                {{"item", item->id.str()},
                 {"approver", item->na == NaPermission::Free ? context.tr(" and an approver") : ""}}));
        }
    }
}

bool set(Context& context, const Options& options) {
    const auto inputs = inputsOf(context, options);
    if (!inputs) {
        return false;
    }
    if (inputs->empty()) {
        return context.report(Error(NothingToSet));
    }
    const auto path = io::pathFromUtf8(options.file);
    auto opened = openForChange(context, path);
    if (!opened) {
        return false;
    }
    const auto edits = editsFor(opened->checklist.checklist, *inputs);
    if (!edits) {
        return context.report(edits.error());
    }
    if (!performAndSave(context, *opened, *edits, path)) {
        return false;
    }
    remarkOn(context, opened->checklist.checklist, *edits);
    context.remark(context.tr("{n} answers written to {file}",
                              {{"n", std::to_string(inputs->size())}, {"file", options.file}}));
    return true;
}

} // namespace

void addSet(CLI::App& app, Context& context) {
    CLI::App* command =
        app.add_subcommand("set", context.tr("Answer points, enter numbers and properties; all or nothing"));
    const auto options = std::make_shared<Options>();
    command->add_option("file", options->file, context.tr("Assessment"))->required()->type_name("FILE");
    command->add_option("settings", options->settings, context.tr("KEY=VALUE; KEY= takes an answer back"))
        ->type_name("KEY=VALUE");
    command
        ->add_option("--from", options->table,
                     context.tr("CSV with the columns key,value,comment,reason,approver"))
        ->type_name("FILE");
    command->add_option("--comment", options->comment, context.tr("Remark on every key named"))
        ->type_name("TEXT");
    command->add_option("--reason", options->reason, context.tr("Why a point is not applicable"))
        ->type_name("TEXT");
    command->add_option("--approver", options->approver, context.tr("Who approved that"))->type_name("NAME");
    command->callback([&context, options] { set(context, *options); });
}

} // namespace duibiao::cli
