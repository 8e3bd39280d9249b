#pragma once

#include "core/edit/edit.h"

#include <rapidcheck.h>

#include <string>
#include <vector>

/// Edits for property tests: ids from small pools, so that they meet; texts of every kind of character.
namespace duibiao::test {

template<class T>
rc::Gen<T> oneOf(std::vector<T> choices) {
    return rc::gen::elementOf(std::move(choices));
}
inline rc::Gen<std::string> text() {
    return oneOf<std::string>({"", "青禾孵化器", "a", "two\nlines", "tab\there", "& < > \" ' ]]>",
                               "=cmd|'/C calc'!A0", "😀 emoji", "a very long " + std::string(3000, 'x'),
                               "{\"json\":\"\\u0000\"}", "ｆｕｌｌ　ｗｉｄｔｈ"});
}
inline rc::Gen<std::string> line() {
    return oneOf<std::string>({"", "甲", "乙公司", "a & b", "quote\"s", "附件"});
}
template<class Id>
rc::Gen<Id> idFrom(std::string prefix) {
    return rc::gen::map(rc::gen::inRange(1, 4), [prefix](int n) { return Id(prefix + std::to_string(n)); });
}
inline rc::Gen<Date> date() {
    return rc::gen::map(rc::gen::inRange(0, 20'000), [](int days) {
        return Date(std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days))));
    });
}
inline Voice someVoice() {
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return {Voice::Kind::Consensus};
    case 1:
        return {Voice::Kind::Seat, *idFrom<SeatId>("s")};
    default:
        return {};
    }
}
inline Target someTarget() {
    if (*rc::gen::arbitrary<bool>()) {
        return *idFrom<ItemId>("I-");
    }
    return *idFrom<FactId>("f");
}
inline std::optional<Value> someValue() {
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return std::nullopt;
    case 1:
        return Exact(*rc::gen::inRange(-50, 5000), *rc::gen::inRange(1, 30));
    default:
        return *rc::gen::element(WordId("conform"), WordId("partial"), WordId("nonconform"));
    }
}
template<class Enum>
Enum enumUpTo(Enum last) {
    return static_cast<Enum>(*rc::gen::inRange(0, static_cast<int>(last) + 1));
}
inline std::optional<Date> someDate() {
    return *rc::gen::arbitrary<bool>() ? std::optional<Date>(*date()) : std::nullopt;
}

inline Evidence someEvidence() {
    Evidence evidence;
    evidence.id = *idFrom<EvidenceId>("e");
    if (*rc::gen::arbitrary<bool>()) {
        evidence.number = {static_cast<std::uint32_t>(*rc::gen::inRange(1, 3)),
                           static_cast<std::uint32_t>(*rc::gen::inRange(1, 4))};
    }
    evidence.title = *line();
    evidence.whereKept = *line();
    if (*rc::gen::arbitrary<bool>()) {
        const int n = *rc::gen::inRange(0, 3);
        evidence.content = sha256(std::to_string(n));
        evidence.size = 1;
        evidence.fileName = "a.pdf";
    }
    evidence.kind = enumUpTo(EvidenceKind::Electronic);
    evidence.origin = enumUpTo(EvidenceOrigin::Obtained);
    evidence.issuer = *line();
    evidence.date = someDate();
    evidence.validUntil = someDate();
    if (*rc::gen::arbitrary<bool>()) {
        evidence.pages = static_cast<std::uint32_t>(*rc::gen::inRange(0, 500));
    }
    evidence.remark = *text();
    evidence.supports = *oneOf<std::vector<std::string>>({{}, {"I-1"}, {"f1", "I-2"}, {"I-3", "I-1", "f2"}});
    return evidence;
}
inline RosterEntry someEntry() {
    return {*idFrom<RosterEntryId>("r"), {{"name", *line()}, {"列", *text()}}};
}
inline std::optional<std::size_t> somePlace() {
    return *oneOf<std::optional<std::size_t>>({std::nullopt, 0, 1, 2});
}
inline std::optional<NotApplicable> someClaim() {
    return *rc::gen::arbitrary<bool>() ? std::optional(NotApplicable{*text(), *line()}) : std::nullopt;
}

inline Edit someOrganisationEdit(int which) {
    switch (which) {
    case 0:
        return SetName{*line()};
    case 1:
        return SetField{*idFrom<FieldId>("field"),
                        *oneOf<std::vector<std::string>>({{}, {"a"}, {"b", "c & d"}})};
    case 2:
        return SetPeriod{{*line(), *date(), *date()}};
    default:
        return SetSeat{*idFrom<SeatId>("s"), *line()};
    }
}
inline Edit someListEdit(int which) {
    switch (which) {
    case 0:
        return AddEvidence{someEvidence()};
    case 1:
        return ChangeEvidence{someEvidence()};
    case 2:
        return RemoveEvidence{*idFrom<EvidenceId>("e")};
    case 3:
        return LinkEvidence{*idFrom<EvidenceId>("e"), *oneOf<std::string>({"I-1", "I-2", "f1"}), somePlace()};
    case 4:
        return UnlinkEvidence{*idFrom<EvidenceId>("e"), *oneOf<std::string>({"I-1", "I-2", "f1"})};
    case 5:
        return AddRosterEntry{*idFrom<RosterId>("list"), someEntry(), somePlace()};
    case 6:
        return ChangeRosterEntry{*idFrom<RosterId>("list"), someEntry()};
    default:
        return RemoveRosterEntry{*idFrom<RosterId>("list"), *idFrom<RosterEntryId>("r")};
    }
}
inline Edit someAnswerEdit(int which) {
    switch (which) {
    case 0:
        return SetNotApplicable{*idFrom<ItemId>("I-"), someVoice(), someClaim()};
    case 1:
        return SetComment{someTarget(), someVoice(), *text()};
    default:
        return SetValue{someTarget(), someVoice(), someValue()};
    }
}

inline rc::Gen<Edit> edit() {
    return rc::gen::exec([] {
        switch (*rc::gen::inRange(0, 5)) {
        case 0:
            return someOrganisationEdit(*rc::gen::inRange(0, 4));
        case 1:
        case 2:
            return someAnswerEdit(*rc::gen::inRange(0, 4));
        default:
            return someListEdit(*rc::gen::inRange(0, 8));
        }
    });
}
inline rc::Gen<std::vector<Edit>> edits() {
    return rc::gen::container<std::vector<Edit>>(edit());
}

} // namespace duibiao::test

namespace rc {
inline void showValue(const duibiao::Edit& edit, std::ostream& out) {
    out << "edit kind " << edit.index();
}
} // namespace rc
