#include "core/scoring/item_judge.h"

#include "core/base/text.h"
#include "core/model/rule_parser.h"
#include "core/scoring/rule_evaluator.h"

#include <algorithm>
#include <utility>

namespace duibiao {

namespace {

const Range AnyShare{Exact(0), Exact(1)};

bool isBlank(const std::string& text) {
    return trimmed(text).empty();
}

/// A claim that an item does not apply, with what each party wrote about it put together.
struct NaClaim {
    std::string reason;
    std::string approver;
    bool agreed = false; ///< by an evaluator
};

class ItemJudge {
public:
    explicit ItemJudge(const ItemCase& itemCase)
        : case_(itemCase)
        , item_(itemCase.item)
        , response_(itemCase.answer != nullptr ? responseIn(*itemCase.answer, itemCase.view) : nullptr) {}

    ItemOutcome judge();

private:
    bool decideByScope();
    bool decideByNaClaim();
    void decideByRule();
    bool decideByOverride();
    void decideByAnswer();
    void decideByWord(const WordId& word);
    void decideWithoutAnswer();

    [[nodiscard]] std::optional<NaClaim> naClaim() const;
    [[nodiscard]] std::optional<Exact> overrideShare() const;

    void step(std::string code, Arguments arguments = {}) {
        outcome_.steps.push_back({std::move(code), std::move(arguments)});
    }
    void open() {
        outcome_.state = ItemState::Open;
        outcome_.share = AnyShare;
    }
    void answered(const Exact& share) {
        outcome_.state = ItemState::Answered;
        outcome_.share = Range{share, share};
    }

    const ItemCase& case_;
    const Item& item_;
    const Response* response_;
    ItemOutcome outcome_;
};

ItemOutcome ItemJudge::judge() {
    outcome_.id = item_.id;
    if (!decideByScope() && !decideByNaClaim() && !decideByOverride()) {
        if (item_.rule) {
            decideByRule();
        } else {
            decideByAnswer();
        }
    }
    const bool leftOut =
        outcome_.state == ItemState::OutOfScope || outcome_.state == ItemState::NotApplicable;
    if (!leftOut && isRecordedOnly(item_)) {
        outcome_.state = ItemState::Recorded;
        outcome_.share.reset();
        step("recorded-only");
    }
    outcome_.reason = outcome_.steps.back();
    return std::move(outcome_);
}

bool ItemJudge::decideByScope() {
    const ConditionResult scope = scopeWithin(case_.sectionScope, item_.appliesIf, case_.inputs);
    if (scope.truth == Truth::True) {
        return false;
    }
    if (scope.truth == Truth::False) {
        outcome_.state = ItemState::OutOfScope;
        step("out-of-scope");
        return true;
    }
    open();
    outcome_.missing = scope.missing;
    step("scope-unknown", {{"names", join(scope.missing, ", ")}});
    return true;
}

std::optional<NaClaim> ItemJudge::naClaim() const {
    if (response_ == nullptr || !response_->notApplicable) {
        return std::nullopt;
    }
    NaClaim claim{response_->notApplicable->reason, response_->notApplicable->approver,
                  case_.view == View::Verified};
    if (const std::optional<NotApplicable>& self = case_.answer->self.notApplicable; claim.agreed && self) {
        claim.reason = isBlank(claim.reason) ? self->reason : claim.reason;
        claim.approver = isBlank(claim.approver) ? self->approver : claim.approver;
    }
    return claim;
}

bool ItemJudge::decideByNaClaim() {
    const std::optional<NaClaim> claim = naClaim();
    if (!claim) {
        return false;
    }
    if (item_.na == NaPermission::Never) {
        step("na-not-permitted");
        return false;
    }
    const bool needsApprover = item_.na == NaPermission::Free && !claim->agreed;
    const bool lacksReason = isBlank(claim->reason);
    if (lacksReason || (needsApprover && isBlank(claim->approver))) {
        outcome_.state = ItemState::NaPending;
        outcome_.share = AnyShare;
        step(lacksReason ? "na-needs-reason" : "na-needs-approver");
        return true;
    }
    outcome_.state = ItemState::NotApplicable;
    step(isBlank(claim->approver) ? "not-applicable" : "not-applicable-approved",
         {{"reason", claim->reason}, {"approver", claim->approver}});
    return true;
}

/// A share an evaluator gave to an item that facts decide: a word of its scale or a number from 0 to 1.
std::optional<Exact> ItemJudge::overrideShare() const {
    const Value& value = *response_->value;
    if (const Exact* number = std::get_if<Exact>(&value)) {
        const bool isShare = *number >= Exact(0) && *number <= Exact(1);
        return isShare ? std::optional(*number) : std::nullopt;
    }
    const Choice* word = findWord(case_.checklist, item_, std::get<WordId>(value));
    return word != nullptr ? word->share : std::nullopt;
}

bool ItemJudge::decideByOverride() {
    if (!item_.rule || response_ == nullptr || !response_->value) {
        return false;
    }
    if (case_.view == View::Self) {
        step("facts-decide");
        return false;
    }
    if (isBlank(response_->comment)) {
        step("override-needs-comment");
        return false;
    }
    const std::optional<Exact> share = overrideShare();
    if (!share) {
        step("override-not-understood");
        return false;
    }
    answered(*share);
    outcome_.result = response_->value;
    step("overridden", {{"share", exactAndNear(*share)}, {"comment", response_->comment}});
    return true;
}

void ItemJudge::decideByRule() {
    RuleResult result = evaluateRule(*item_.rule, case_.inputs);
    outcome_.result = std::move(result.result);
    std::ranges::move(result.steps, std::back_inserter(outcome_.steps));
    if (result.share) {
        answered(*result.share);
        return;
    }
    open();
    outcome_.share = result.possible;
    outcome_.missing = std::move(result.missing);
}

void ItemJudge::decideByAnswer() {
    open();
    if (response_ == nullptr || !response_->value) {
        decideWithoutAnswer();
        return;
    }
    outcome_.result = response_->value;
    if (const WordId* word = std::get_if<WordId>(&*response_->value)) {
        decideByWord(*word);
    } else {
        step("number-without-rule", {{"value", exactAndNear(std::get<Exact>(*response_->value))}});
    }
}

void ItemJudge::decideByWord(const WordId& word) {
    const Choice* found = findWord(case_.checklist, item_, word);
    if (found == nullptr) {
        step("unknown-word", {{"word", word.str()}});
    } else if (!found->share) {
        step("word-without-share", {{"word", word.str()}});
    } else {
        answered(*found->share);
        step("answered", {{"word", word.str()}, {"share", exactAndNear(*found->share)}});
    }
}

void ItemJudge::decideWithoutAnswer() {
    const bool refused = !outcome_.steps.empty() && outcome_.steps.back().code == "na-not-permitted";
    if (refused) {
        return; // that is why it is open
    }
    const Answer* answer = case_.answer;
    const bool claimed = answer != nullptr && (answer->self.value || answer->self.notApplicable);
    step(case_.view == View::Verified && claimed ? "not-verified" : "not-answered");
}

} // namespace

ItemOutcome judgeItem(const ItemCase& itemCase) {
    return ItemJudge(itemCase).judge();
}

bool isRecordedOnly(const Item& item) {
    const bool records = item.rule && item.rule->op == RuleOp::Record;
    return records || (item.role == ItemRole::Scored && item.weight.isZero());
}

ConditionResult scopeWithin(const ConditionResult& outer, const std::optional<Rule>& condition,
                            const Inputs& inputs) {
    if (!condition || outer.truth == Truth::False) {
        return outer;
    }
    ConditionResult inner = evaluateCondition(*condition, inputs);
    if (inner.truth == Truth::Unknown && outer.truth == Truth::Unknown) {
        std::vector<std::string> missing = outer.missing;
        for (std::string& name : inner.missing) {
            if (std::ranges::find(missing, name) == missing.end()) {
                missing.push_back(std::move(name));
            }
        }
        inner.missing = std::move(missing);
        return inner;
    }
    return outer.truth < inner.truth ? outer : inner;
}

} // namespace duibiao
