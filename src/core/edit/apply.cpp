#include "core/edit/apply.h"

#include "core/edit/apply_lists.h"
#include "core/edit/texts.h"

#include <algorithm>
#include <utility>

namespace duibiao {

namespace {

bool isEmpty(const Response& response) {
    return response == Response{};
}

Response& responseOf(Answer& answer, const Voice& voice) {
    switch (voice.kind) {
    case Voice::Kind::Seat:
        return answer.verified[voice.seat];
    case Voice::Kind::Consensus:
        return answer.consensus ? *answer.consensus : answer.consensus.emplace();
    case Voice::Kind::Self:
        break;
    }
    return answer.self;
}

/// Nothing answered is no entry: so one state has one form, and taking back the first edit leaves no trace.
void prune(Answer& answer) {
    std::erase_if(answer.verified, [](const auto& entry) { return isEmpty(entry.second); });
    if (answer.consensus && isEmpty(*answer.consensus)) {
        answer.consensus.reset();
    }
}

template<class Map, class Key, class Change>
void changeIn(Map& answers, const Key& id, const Voice& voice, const Change& change) {
    Answer& answer = answers[id];
    change(responseOf(answer, voice));
    prune(answer);
    if (answer == Answer{}) {
        answers.erase(id);
    }
}

template<class Change>
void changeResponse(Assessment& assessment, const Target& target, const Voice& voice, const Change& change) {
    if (const auto* item = std::get_if<ItemId>(&target)) {
        changeIn(assessment.answers, *item, voice, change);
    } else {
        changeIn(assessment.facts, std::get<FactId>(target), voice, change);
    }
}

struct Applier {
    Assessment& assessment;

    Result<Edit> operator()(const SetName& edit) const {
        return SetName{std::exchange(assessment.organisation.name, edit.name)};
    }
    Result<Edit> operator()(const SetField& edit) const {
        auto& fields = assessment.organisation.fields;
        SetField inverse{edit.field, std::exchange(fields[edit.field], edit.words)};
        if (edit.words.empty()) {
            fields.erase(edit.field);
        }
        return inverse;
    }
    Result<Edit> operator()(const SetPeriod& edit) const {
        if (edit.period.to < edit.period.from) {
            return fail(PeriodInvalid, {{"from", edit.period.from.text()}, {"to", edit.period.to.text()}});
        }
        return SetPeriod{std::exchange(assessment.period, edit.period)};
    }
    Result<Edit> operator()(const SetSeat& edit) const {
        SetSeat inverse{edit.seat, std::exchange(assessment.seats[edit.seat], edit.name)};
        if (edit.name.empty()) {
            assessment.seats.erase(edit.seat);
        }
        return inverse;
    }
    Result<Edit> operator()(const SetValue& edit) const {
        SetValue inverse = edit;
        changeResponse(assessment, edit.target, edit.voice, [&](Response& response) {
            inverse.value = std::exchange(response.value, edit.value);
        });
        return inverse;
    }
    Result<Edit> operator()(const SetNotApplicable& edit) const {
        SetNotApplicable inverse = edit;
        changeResponse(assessment, edit.item, edit.voice, [&](Response& response) {
            inverse.claim = std::exchange(response.notApplicable, edit.claim);
        });
        return inverse;
    }
    Result<Edit> operator()(const SetComment& edit) const {
        SetComment inverse = edit;
        changeResponse(assessment, edit.target, edit.voice, [&](Response& response) {
            inverse.comment = std::exchange(response.comment, edit.comment);
        });
        return inverse;
    }
    Result<Edit> operator()(const auto& edit) const { return applyToLists(assessment, edit); }
};

} // namespace

Result<Edit> applyEdit(Assessment& assessment, const Edit& edit) {
    if (auto checked = checkTexts(edit); !checked) {
        return passOn(checked);
    }
    return std::visit(Applier{assessment}, edit);
}

Result<std::vector<Edit>> applyEdits(Assessment& assessment, const std::vector<Edit>& edits) {
    Assessment changed = assessment;
    std::vector<Edit> inverses;
    for (const Edit& edit : edits) {
        auto inverse = applyEdit(changed, edit);
        if (!inverse) {
            return passOn(inverse);
        }
        inverses.push_back(std::move(*inverse));
    }
    std::ranges::reverse(inverses);
    assessment = std::move(changed);
    return inverses;
}

} // namespace duibiao
