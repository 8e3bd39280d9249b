#include "core/report/figures.h"

#include "core/base/text.h"
#include "core/report/words.h"
#include "core/scoring/rule_evaluator.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace duibiao::report {

namespace {

/// How the numbers of an expression are shown.
struct Scale {
    bool percent = false;
    std::string unit;
};

std::string shown(const Exact& value, const Scale& scale) {
    const Exact wanted = scale.percent ? value * Exact(100) : value;
    const bool isShort = (wanted * Exact(10'000)).isWhole();
    const std::string number = isShort ? wanted.text() : wanted.rounded(2);
    if (scale.percent) {
        return number + "%";
    }
    return scale.unit.empty() ? number : number + " " + scale.unit;
}

class FigureReader {
public:
    FigureReader(const ReportInput& input, const Inputs& inputs)
        : input_(input)
        , inputs_(inputs) {}

    std::vector<Figure> read(const Rule& rule) {
        visit(rule);
        return std::move(figures_);
    }

private:
    /// The value of a sum, as scoring sees it; none while something is missing.
    std::optional<Exact> valueOf(const Rule& rule) const { return RuleEvaluator(inputs_).number(rule); }

    Scale scaleOf(const Rule& rule) const {
        switch (rule.op) {
        case RuleOp::Name: {
            const FactDefinition* fact = findFact(input_.checklist, FactId(rule.name));
            return fact == nullptr ? Scale{}
                                   : Scale{fact->unit == Unit::Ratio, unitWord(input_.catalogue, fact->unit)};
        }
        case RuleOp::Divide: {
            const Scale top = scaleOf(rule.children[0]);
            const Scale bottom = scaleOf(rule.children[1]);
            return {top.unit == bottom.unit && rule.children[1].op != RuleOp::Number, {}};
        }
        case RuleOp::Add:
        case RuleOp::Subtract: {
            const Scale left = scaleOf(rule.children[0]);
            const Scale right = scaleOf(rule.children[1]);
            return left.percent == right.percent && left.unit == right.unit ? left : Scale{};
        }
        case RuleOp::Negate:
            return scaleOf(rule.children[0]);
        default:
            return {};
        }
    }

    /// The expression with its figures in the place of the names.
    std::string formula(const Rule& rule, bool inner) const {
        static constexpr std::array<std::string_view, 4> Signs{" + ", " − ", " × ", " ÷ "};
        if (rule.op == RuleOp::Number || rule.op == RuleOp::Name) {
            const std::optional<Exact> value = valueOf(rule);
            return value ? shown(*value, {scaleOf(rule).percent, {}}) : inputLabel(input_, rule.name);
        }
        if (rule.op == RuleOp::Negate) {
            return "−" + formula(rule.children[0], true);
        }
        if (rule.op < RuleOp::Add || rule.op > RuleOp::Divide) {
            return {};
        }
        const auto sign = Signs[static_cast<std::size_t>(rule.op) - static_cast<std::size_t>(RuleOp::Add)];
        const bool loose = rule.op == RuleOp::Add || rule.op == RuleOp::Subtract;
        const std::string text =
            formula(rule.children[0], !loose) + std::string(sign) + formula(rule.children[1], true);
        return inner && loose ? "(" + text + ")" : text;
    }

    void noteMissing(const Rule& rule, Figure& figure) const {
        for (const std::string& name : namesIn(rule)) {
            if (inputs_.find(name) == nullptr) {
                figure.missing.push_back(inputLabel(input_, name));
            }
        }
    }

    /// The words answered, by their labels.
    std::string wordText(const std::string& name) const {
        const Input* given = inputs_.find(name);
        std::vector<std::string> labels;
        for (const std::string& word : given == nullptr ? std::span<const std::string>() : given->words) {
            labels.push_back(wordLabel(name, WordId(word)));
        }
        return listText(input_.catalogue, labels);
    }

    std::string wordLabel(const std::string& name, const WordId& word) const {
        const FactDefinition* fact = findFact(input_.checklist, FactId(name));
        const FieldDefinition* field = findField(input_.checklist, FieldId(name));
        if ((fact != nullptr && fact->unit == Unit::YesNo) ||
            (field != nullptr && field->kind == FieldKind::YesNo)) {
            return word.str() == "yes" ? tr(input_.catalogue, "Yes") : tr(input_.catalogue, "No");
        }
        const std::vector<Choice> words = fact != nullptr    ? fact->words
                                          : field != nullptr ? field->words
                                                             : std::vector<Choice>();
        const auto found = std::ranges::find(words, word, &Choice::id);
        return found == words.end() ? word.str() : localText(input_.catalogue, found->label);
    }

    Figure figure(const Rule& expression) const {
        Figure made;
        noteMissing(expression, made);
        const std::optional<Exact> value = valueOf(expression);
        if (!value) {
            if (expression.op == RuleOp::Name && made.missing.empty()) {
                made.text = wordText(expression.name);
            }
            return made;
        }
        const std::string result = shown(*value, scaleOf(expression));
        made.text = expression.op == RuleOp::Name || expression.op == RuleOp::Number
                        ? result
                        : formula(expression, false) + " = " + result;
        return made;
    }

    void addComparison(const Rule& rule) {
        static constexpr std::array<std::string_view, 6> Signs{"<", "≤", ">", "≥", "=", "≠"};
        const Rule& left = rule.children[0];
        const Rule& right = rule.children[1];
        Figure made = figure(left);
        if (right.op == RuleOp::Word) {
            figures_.push_back(std::move(made));
            return;
        }
        const Scale scale = scaleOf(left);
        const std::optional<Exact> limit = valueOf(right);
        const std::optional<Exact> value = valueOf(left);
        const auto sign = Signs[static_cast<std::size_t>(rule.op) - static_cast<std::size_t>(RuleOp::Less)];
        if (limit) {
            made.limit = std::string(sign) + " " + shown(*limit, scale);
        }
        const bool atLeast = rule.op == RuleOp::GreaterOrEqual || rule.op == RuleOp::Greater;
        const bool atMost = rule.op == RuleOp::LessOrEqual || rule.op == RuleOp::Less;
        if (limit && value && atLeast && *value < *limit) {
            made.shortfall = shown(*limit - *value, scale);
        } else if (limit && value && atMost && *value > *limit) {
            made.excess = shown(*value - *limit, scale);
        }
        figures_.push_back(std::move(made));
    }

    /// The conditions up to the one that held; what two of them ask alike is shown once.
    void visitFirst(const Rule& rule) {
        for (const Rule& condition : rule.children) {
            std::vector<Figure> before = std::exchange(figures_, {});
            visit(condition);
            for (Figure& made : figures_) {
                if (std::ranges::find(before, made) == before.end()) {
                    before.push_back(std::move(made));
                }
            }
            figures_ = std::move(before);
            if (evaluateCondition(condition, inputs_).truth == Truth::True) {
                return;
            }
        }
    }

    void visit(const Rule& rule) {
        switch (rule.op) {
        case RuleOp::First:
            visitFirst(rule);
            return;
        case RuleOp::And:
        case RuleOp::Or:
            std::ranges::for_each(rule.children, [this](const Rule& child) { visit(child); });
            return;
        case RuleOp::Less:
        case RuleOp::LessOrEqual:
        case RuleOp::Greater:
        case RuleOp::GreaterOrEqual:
        case RuleOp::Equal:
        case RuleOp::NotEqual:
            addComparison(rule);
            return;
        case RuleOp::In:
        case RuleOp::Has:
        case RuleOp::Linear:
        case RuleOp::Bands:
        case RuleOp::Table:
        case RuleOp::Steps:
        case RuleOp::Record:
            figures_.push_back(figure(rule.children.front()));
            return;
        default:
            figures_.push_back(figure(rule));
        }
    }

    const ReportInput& input_;
    const Inputs& inputs_;
    std::vector<Figure> figures_;
};

std::string line(const ReportInput& input, const Figure& figure) {
    if (figure.text.empty()) {
        return figure.missing.empty() ? std::string()
                                      : tr(input.catalogue, "Not entered: {names}",
                                           {{"names", listText(input.catalogue, figure.missing)}});
    }
    return figure.limit.empty() ? figure.text
                                : tr(input.catalogue, "{value} (required {limit})",
                                     {{"value", figure.text}, {"limit", figure.limit}});
}

} // namespace

std::vector<Figure> figuresOf(const ReportInput& input, const Inputs& inputs, const Rule& rule) {
    return FigureReader(input, inputs).read(rule);
}

std::string figureLines(const ReportInput& input, const std::vector<Figure>& figures) {
    std::vector<std::string> lines;
    for (const Figure& figure : figures) {
        std::string text = line(input, figure);
        if (!text.empty() && std::ranges::find(lines, text) == lines.end()) {
            lines.push_back(std::move(text));
        }
    }
    return join(lines, "\n");
}

std::string inputLabel(const ReportInput& input, const std::string& name) {
    if (const FactDefinition* fact = findFact(input.checklist, FactId(name))) {
        return localText(input.catalogue, fact->label);
    }
    if (const FieldDefinition* field = findField(input.checklist, FieldId(name))) {
        return localText(input.catalogue, field->label);
    }
    return name;
}

} // namespace duibiao::report
