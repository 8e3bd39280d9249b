#pragma once

#include "core/model/assessment.h"
#include "core/model/checklist.h"
#include "core/model/rule_parser.h"
#include "core/report/build.h"
#include "core/scoring/evaluate.h"

#include <optional>
#include <stdexcept>
#include <string>

namespace duibiao::test {

/// A small checklist with one of everything a report shows, answered so that each state occurs once.
class ReportSample {
public:
    ReportSample() {
        fillChecklist();
        fillAssessment();
    }

    Checklist checklist;
    Assessment assessment;
    Catalogue catalogue;

    [[nodiscard]] report::Report report() const {
        const Outcome self = evaluate(checklist, assessment, View::Self);
        std::optional<Outcome> verified;
        if (withVerified) {
            verified = evaluate(checklist, assessment, View::Verified);
        }
        const report::ReportInput input{
            checklist, {checklist.id, checklist.edition, std::string(64, 'a')}, assessment,     self,
            verified,  *Timestamp::parse("2026-11-24T14:32:05+08:00"),          "3f9a1c7be204", catalogue};
        return report::buildReport(input);
    }
    bool withVerified = false;

    Item& item(const char* id) {
        for (Item& each : checklist.items) {
            if (each.id.str() == id) {
                return each;
            }
        }
        throw std::out_of_range(id);
    }
    void answer(const char* id, const char* word) {
        assessment.answers[ItemId(id)].self.value = WordId(word);
    }

private:
    Item& add(const char* id, const char* section, std::int64_t weight, const char* rule = nullptr) {
        Item made;
        made.id = ItemId(id);
        made.section = SectionId(section);
        made.weight = weight;
        made.title = {std::string("要点") + id, std::string("Point ") + id};
        made.check = {"看什么", "What to look at"};
        if (rule != nullptr) {
            made.rule = parseRule(rule).value();
            made.answer = AnswerKind::Percent;
        }
        checklist.items.push_back(made);
        return checklist.items.back();
    }
    void addFact(const char* id, Unit unit, const char* label) {
        FactDefinition fact;
        fact.id = FactId(id);
        fact.unit = unit;
        fact.label = {label, label};
        checklist.facts.push_back(fact);
    }
    void fillChecklist() {
        checklist.id = "sample";
        checklist.edition = "1.0";
        checklist.title = {"样例清单（自拟）", "Sample checklist (our own)"};
        checklist.standard = {
            "GB/T 00000-2026", {"样例规范", "Sample specification"}, StandardStatus::InForce, {}};
        checklist.scheme.bands = {{BandId("good"), {"良好", "Good"}, 80, false, true},
                                  {BandId("fair"), {"合格", "Fair"}, 60, false, true}};
        for (const char* id : {"S-1", "S-2", "S-3"}) {
            Section section;
            section.id = SectionId(id);
            section.title = {std::string("章节") + id, std::string("Section ") + id};
            checklist.sections.push_back(section);
        }
        addFact("area_used", Unit::SquareMetres, "Area used");
        addFact("area_total", Unit::SquareMetres, "Area in all");
        addFact("incubatees", Unit::Count, "Incubatees");
        checklist.groups.push_back({GroupId("G-1"), GroupKind::AnyOf, 1, {"二选一", "Either of two"}, {}});
        add("1.1", "S-1", 2);
        add("1.2", "S-1", 1).role = ItemRole::Veto;
        add("1.3", "S-1", 3, "area_used / area_total >= 80%");
        add("1.4", "S-1", 1);
        add("2.1", "S-2", 4).group = GroupId("G-1");
        add("2.2", "S-2", 4).group = GroupId("G-1");
        add("2.3", "S-2", 2, "incubatees >= 20");
        add("3.1", "S-3", 2);
        add("3.2", "S-3", 0, "record(area_total)");
    }
    void fillAssessment() {
        assessment.organisation.name = "样例机构 & <Sample>";
        assessment.organisation.fields[FieldId("credit_code")] = {"91320100MA1SAMPLE"};
        assessment.period = {"2026", *Date::parse("2026-01-01"), *Date::parse("2026-12-31")};
        assessment.facts[FactId("area_used")].self.value = Exact(9'000);
        assessment.facts[FactId("area_total")].self.value = Exact(12'000);
        answer("1.1", "partial");
        assessment.answers[ItemId("1.1")].self.comment = "=HYPERLINK(\"x\")";
        answer("1.2", "conform");
        assessment.answers[ItemId("1.4")].self.notApplicable =
            NotApplicable{"no such service", "Director Wang"};
        answer("2.1", "nonconform");
        answer("2.2", "conform");
        answer("3.1", "nonconform");
        assessment.evidence = {evidence(2, 1, "Second paper", {"2.2"}),
                               evidence(1, 2, "Paper of the area", {"area_used"}),
                               evidence(1, 1, "First paper", {"1.1", "1.2"})};
    }
    static Evidence evidence(std::uint32_t chapter, std::uint32_t sequence, const char* title,
                             std::vector<std::string> supports) {
        Evidence made;
        made.id = EvidenceId(title);
        made.number = {chapter, sequence};
        made.title = title;
        made.fileName = "paper.pdf";
        made.content = sha256(title);
        made.size = 1'234'567;
        made.supports = std::move(supports);
        return made;
    }
};

/// The first page, table or row that fits; a missing one fails the test by throwing.
inline const report::Page& pageOf(const report::Report& report, std::string_view name) {
    for (const report::Page& page : report.pages) {
        if (page.name == name) {
            return page;
        }
    }
    throw std::out_of_range(std::string(name));
}

inline const report::Table& tableOf(const report::Report& report, std::string_view id) {
    for (const report::Page& page : report.pages) {
        for (const report::Block& block : page.blocks) {
            const auto* table = std::get_if<report::Table>(&block);
            if (table != nullptr && table->id == id) {
                return *table;
            }
        }
    }
    throw std::out_of_range(std::string(id));
}

/// What a cell says: its text, or its number as shown; "" when blank.
inline std::string said(const report::Cell& cell) {
    if (const auto* number = std::get_if<report::Number>(&cell.value)) {
        return number->form == report::NumberForm::Percent
                   ? (number->value * Exact(100)).rounded(number->decimals) + "%"
                   : number->value.rounded(number->decimals);
    }
    const auto* text = std::get_if<std::string>(&cell.value);
    return text == nullptr ? std::string() : *text;
}

/// The cell of the row that begins with `first`, in the column of that title.
inline std::string saidIn(const report::Table& table, std::string_view first, std::string_view column) {
    for (const report::Row& row : table.rows) {
        if (!row.cells.empty() && said(row.cells.front()) == first) {
            for (std::size_t index = 0; index < table.columns.size(); ++index) {
                if (table.columns[index].title == column) {
                    return index < row.cells.size() ? said(row.cells[index]) : std::string();
                }
            }
        }
    }
    throw std::out_of_range(std::string(first) + " / " + std::string(column));
}

} // namespace duibiao::test
