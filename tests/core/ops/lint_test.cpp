#include "core/formats/checklist_reader.h"
#include "core/ops/lint.h"
#include "core/ops/lint_findings.h"
#include "support/checklist_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace duibiao {
namespace {

using test::ChecklistBuilder;
using test::rule;

std::string argument(const Error& error, std::string_view name) {
    for (const auto& [key, value] : error.arguments()) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

/// "error lint-input-unknown A-1", one per finding.
std::vector<std::string> findings(const Checklist& checklist) {
    constexpr std::string_view severities[] = {"note", "warning", "error"};
    std::vector<std::string> lines;
    const Diagnostics found = lintChecklist(checklist, {});
    for (const Diagnostic& finding : found.entries()) {
        lines.push_back(std::string(severities[static_cast<std::size_t>(finding.severity)]) + " " +
                        std::string(finding.error.kind().id.substr(5)) + " " + argument(finding.error, "id"));
    }
    return lines;
}

using Lines = std::vector<std::string>;

/// Two sections of 60 and 40 points, bands, a condition, a group and facts: nothing to find.
ChecklistBuilder clean() {
    ChecklistBuilder list;
    list.band("good", "75");
    list.band("low", "0").passes = false;
    list.field("type", FieldKind::Word).words = {test::choice("plain", "1"), test::choice("special", "1")};
    list.field("services", FieldKind::Words).words = {test::choice("consulting", "1"),
                                                      test::choice("testing", "1")};
    list.fact("area");
    list.fact("desks");
    list.fact("satisfaction", Unit::Ratio);
    list.fact("award", Unit::Word).words = {test::choice("national", "1"), test::choice("none", "1")};
    list.group("ROOM", GroupKind::AnyOf);
    list.section("S1").points = Exact(60);
    list.item("A-1", "20");
    list.numeric("A-2", "area >= 500", "40").group = GroupId("ROOM");
    list.numeric("A-3", "desks >= 30", "40").group = GroupId("ROOM");
    list.section("S2").appliesIf = rule("services has testing");
    list.numeric("B-1", "linear(satisfaction; 50% -> 0; 90% -> 1)", "10");
    list.numeric("B-2", "table(award; national -> 1; none -> 0)", "10");
    list.item("B-3", "20").appliesIf = rule("type = special");
    return list;
}

TEST(Lint, cleanChecklistHasNoFindings) {
    EXPECT_EQ(findings(clean().checklist()), Lines{});
}

TEST(Lint, findingsKnowTheirPlace) {
    ChecklistBuilder list = clean();
    list.checklist().items[0].title.en.clear();
    const auto file =
        readChecklist("<checklist xmlns='urn:duibiao:checklist:1' format='1.0' id='c' edition='1'>\n"
                      "<title><zh>清单</zh></title><standard number='N'/><scheme/>\n"
                      "<section id='A'>\n  <item id='A-1'/></section></checklist>",
                      "x.xml");
    ASSERT_TRUE(file);
    const Diagnostics found = lintChecklist(list.checklist(), file->places);
    ASSERT_EQ(found.entries().size(), 1U);
    EXPECT_EQ(std::get<TextPlace>(found.entries()[0].error.place()),
              (TextPlace{"x.xml", 4, 3, "/checklist/section/item"}));
}

struct Fault {
    std::string_view name;
    void (*plant)(Checklist&);
    Lines expected;
};

Item& itemOf(Checklist& checklist, std::string_view id) {
    return *std::ranges::find(checklist.items, ItemId(id), &Item::id);
}
Section& sectionOf(Checklist& checklist, std::string_view id) {
    return *std::ranges::find(checklist.sections, SectionId(id), &Section::id);
}

const Fault RuleFaults[] = {
    {"unknown input",
     [](Checklist& c) { itemOf(c, "A-1").appliesIf = rule("region = east"); },
     {"error input-unknown A-1"}},
    {"word as number",
     [](Checklist& c) { itemOf(c, "B-1").rule = rule("award + satisfaction >= 1"); },
     {"error word-as-number B-1"}},
    {"number as word",
     [](Checklist& c) { itemOf(c, "B-1").rule = rule("satisfaction = high"); },
     {"error number-as-word B-1"}},
    {"undeclared word",
     [](Checklist& c) { itemOf(c, "B-3").appliesIf = rule("type = extra"); },
     {"error word-undeclared B-3"}},
    {"undeclared word in a table",
     [](Checklist& c) { itemOf(c, "B-2").rule = rule("table(award; city -> 1; national -> 1; none -> 0)"); },
     {"error word-undeclared B-2"}},
    {"table without a word",
     [](Checklist& c) { itemOf(c, "B-2").rule = rule("table(award; national -> 1)"); },
     {"warning table-incomplete B-2"}},
    {"set compared",
     [](Checklist& c) { sectionOf(c, "S2").appliesIf = rule("services = testing"); },
     {"error set-needs-has S2"}},
    {"word asked by has",
     [](Checklist& c) { itemOf(c, "B-3").appliesIf = rule("type has special"); },
     {"error has-needs-set B-3"}},
    {"ratio against 90",
     [](Checklist& c) { itemOf(c, "B-1").rule = rule("satisfaction >= 90"); },
     {"warning ratio-limit B-1"}},
    {"nothing to earn",
     [](Checklist& c) { itemOf(c, "B-1").rule = rule("bands(satisfaction; 0 -> 0; 1 -> 0)"); },
     {"error rule-earns-nothing B-1"}},
    {"first without anything to earn",
     [](Checklist& c) { itemOf(c, "B-1").rule = rule("first(satisfaction >= 90% -> 0)"); },
     {"error rule-earns-nothing B-1"}},
    {"first gives less than nothing",
     [](Checklist& c) {
         itemOf(c, "B-1").rule = rule("first(satisfaction >= 90% -> 1; satisfaction >= 50% -> -1)");
     },
     {"error first-value-negative B-1"}},
    {"first asks for what is not declared, and for a word as a number",
     [](Checklist& c) {
         itemOf(c, "B-1").rule = rule("first(satisfaction >= 90% -> 1; area + award > region -> 1/2)");
     },
     {"error input-unknown B-1", "error word-as-number B-1"}},
    {"a lower limit first",
     [](Checklist& c) {
         itemOf(c, "B-1").rule = rule("first(satisfaction >= 60% -> 1/2; satisfaction > 0.9 -> 1)");
     },
     {"error first-unreachable B-1"}},
    {"either before both",
     [](Checklist& c) {
         itemOf(c, "B-1").rule = rule("first(satisfaction >= 90% or area >= 6 -> 1/2; "
                                      "area >= 7 and satisfaction >= 90% -> 1)");
     },
     {"error first-unreachable B-1"}},
    {"a word that was asked for before",
     [](Checklist& c) {
         itemOf(c, "B-2").rule = rule("first(award in (none, national) -> 1/2; award = national -> 1)");
     },
     {"error first-unreachable B-2"}},
    {"a condition that contradicts itself",
     [](Checklist& c) {
         itemOf(c, "B-2").rule = rule("first(award = none and award = national -> 1; award = none -> 1/2)");
     },
     {"error first-unreachable B-2"}},
    {"first in the order it means",
     [](Checklist& c) {
         itemOf(c, "B-1").rule =
             rule("first(satisfaction >= 90% and area >= 6 -> 1; satisfaction >= 90% -> 3/4; "
                  "satisfaction >= 60% or area >= 6 -> 1/2; satisfaction < 60% -> 1/4)");
     },
     {}},
    {"constant rule",
     [](Checklist& c) { itemOf(c, "B-1").rule = rule("2 >= 1"); },
     {"warning rule-constant B-1", "warning fact-unused satisfaction"}},
    {"unused field", [](Checklist& c) { itemOf(c, "B-3").appliesIf.reset(); }, {"warning field-unused type"}},
};

const Fault ConditionFaults[] = {
    {"two words at once",
     [](Checklist& c) { itemOf(c, "B-3").appliesIf = rule("type = special and type = plain"); },
     {"error condition-never-true B-3"}},
    {"whatever the word",
     [](Checklist& c) { itemOf(c, "B-3").appliesIf = rule("type = special or type != special"); },
     {"warning condition-always-true B-3"}},
    {"all words in a list",
     [](Checklist& c) { itemOf(c, "B-3").appliesIf = rule("type in (plain, special)"); },
     {"warning condition-always-true B-3"}},
    {"numbers alone",
     [](Checklist& c) { itemOf(c, "B-3").appliesIf = rule("type = plain and 1 >= 2"); },
     {"error condition-never-true B-3", "note maximum-differs "}},
    {"against its section",
     [](Checklist& c) { sectionOf(c, "S2").appliesIf = rule("services has testing and type = plain"); },
     {"error condition-contradicts B-3"}},
    {"against the section above",
     [](Checklist& c) {
         sectionOf(c, "S2").appliesIf = rule("type = plain and services has testing");
         Section inner = sectionOf(c, "S2");
         inner.id = SectionId("S3");
         inner.parent = SectionId("S2");
         inner.appliesIf = rule("type != plain");
         c.sections.push_back(inner);
         itemOf(c, "B-3").appliesIf.reset();
     },
     {"error condition-contradicts S3"}},
};

const Fault ItemFaults[] = {
    {"number without rule",
     [](Checklist& c) { itemOf(c, "A-1").answer = AnswerKind::Count; },
     {"error numeric-without-rule A-1"}},
    {"choice without choices",
     [](Checklist& c) { itemOf(c, "A-1").answer = AnswerKind::Choice; },
     {"error choice-without-words A-1"}},
    {"word without share",
     [](Checklist& c) {
         itemOf(c, "A-1").answer = AnswerKind::Choice;
         itemOf(c, "A-1").choices = {{WordId("some"), test::bilingual("some"), std::nullopt}};
     },
     {"error word-without-share A-1"}},
    {"share above 1",
     [](Checklist& c) {
         itemOf(c, "A-1").answer = AnswerKind::Choice;
         itemOf(c, "A-1").choices = {test::choice("all", "1.5")};
     },
     {"error share-outside A-1"}},
    {"negative weight",
     [](Checklist& c) {
         itemOf(c, "A-1").weight = Exact(-20);
         sectionOf(c, "S1").points.reset();
     },
     {"error weight-negative A-1", "note maximum-differs "}},
    {"veto with free N/A",
     [](Checklist& c) { itemOf(c, "A-1").role = ItemRole::Veto; },
     {"warning veto-freely-na A-1"}},
    {"anchor without target",
     [](Checklist& c) {
         sectionOf(c, "S1").naTreatment = NaTreatment::Anchor;
         itemOf(c, "A-2").target = itemOf(c, "A-3").target = Exact(1);
     },
     {"warning target-missing A-1"}},
    {"guidance for no answer",
     [](Checklist& c) {
         itemOf(c, "A-1").guidance = {{WordId("partial"), test::bilingual("partly")},
                                      {WordId("yes"), test::bilingual("yes")}};
     },
     {"warning guidance-word A-1"}},
    {"bonus without cap",
     [](Checklist& c) {
         c.items.push_back(itemOf(c, "B-1"));
         c.items.back().id = ItemId("B-9");
         c.items.back().role = ItemRole::Bonus;
     },
     {"warning bonus-without-cap B-9"}},
    {"empty group",
     [](Checklist& c) {
         c.groups.push_back({GroupId("NONE"), GroupKind::AnyOf, 1, {}, {}});
     },
     {"warning group-empty NONE"}},
    {"group of one",
     [](Checklist& c) {
         c.groups.push_back({GroupId("ONE"), GroupKind::AnyOf, 1, {}, {}});
         itemOf(c, "A-1").group = GroupId("ONE");
     },
     {"warning group-of-one ONE"}},
    {"group of one that decides",
     [](Checklist& c) {
         c.groups.push_back({GroupId("ONE"), GroupKind::AnyOf, 1, {}, {}});
         itemOf(c, "A-1").group = GroupId("ONE");
         itemOf(c, "A-1").role = ItemRole::DirectPass;
     },
     {}},
    {"more than there are",
     [](Checklist& c) {
         c.groups.front().kind = GroupKind::AtLeast;
         c.groups.front().least = 3;
     },
     {"error group-too-small ROOM"}},
    {"members differ",
     [](Checklist& c) {
         itemOf(c, "A-3").weight = Exact(39);
         itemOf(c, "A-3").appliesIf = rule("type = special");
     },
     {"error group-members-differ ROOM"}},
    {"no items", [](Checklist& c) { c = Checklist(); }, {"error no-items "}},
};

const Fault SchemeFaults[] = {
    {"weights that do not add up",
     [](Checklist& c) { itemOf(c, "A-1").weight = Exact(25); },
     {"warning weights-differ S1"}},
    {"other maximum", [](Checklist& c) { c.scheme.maximum = Exact(120); }, {"note maximum-differs "}},
    {"bands out of order",
     [](Checklist& c) { c.scheme.bands[0].lower = Exact(0); },
     {"error bands-not-descending low"}},
    {"band above the maximum",
     [](Checklist& c) { c.scheme.bands[0].lower = Exact(101); },
     {"error band-unreachable good"}},
    {"gap below", [](Checklist& c) { c.scheme.bands[1].lower = Exact(30); }, {"warning bands-leave-gap low"}},
    {"zero left out",
     [](Checklist& c) { c.scheme.bands[1].exclusive = true; },
     {"warning bands-leave-gap low"}},
    {"passing bands alone leave no gap", [](Checklist& c) { c.scheme.bands.pop_back(); }, {}},
    {"passes upside down",
     [](Checklist& c) {
         c.scheme.bands[0].passes = false;
         c.scheme.bands[1].passes = true;
     },
     {"error bands-pass-out-of-order low"}},
    {"floor out of reach",
     [](Checklist& c) { sectionOf(c, "S2").floor = Exact(41); },
     {"warning floor-unreachable S2"}},
    {"floor at the top", [](Checklist& c) { sectionOf(c, "S2").floor = Exact(40); }, {}},
    {"recognition without conditions",
     [](Checklist& c) { c.scheme.kind = SchemeKind::Recognition; },
     {"error no-conditions ", "warning recognition-at-zero "}},
};

const Fault TextFaults[] = {
    {"missing English",
     [](Checklist& c) {
         itemOf(c, "A-1").check.en.clear();
         itemOf(c, "A-1").title.en.clear();
     },
     {"warning translation-missing A-1"}},
    {"missing Chinese",
     [](Checklist& c) { c.facts[0].label.zh.clear(); },
     {"warning translation-missing area"}},
    {"nothing in either", [](Checklist& c) { itemOf(c, "A-1").check = {}; }, {}},
    {"longer than a cell",
     [](Checklist& c) {
         for (int index = 0; index < 32'768; ++index) {
             itemOf(c, "A-1").check.zh += "长";
         }
     },
     {"warning text-too-long A-1"}},
};

class LintFault : public testing::TestWithParam<std::span<const Fault>> {};

TEST_P(LintFault, isFoundAndNothingElse) {
    for (const Fault& fault : GetParam()) {
        ChecklistBuilder list = clean();
        fault.plant(list.checklist());
        EXPECT_EQ(findings(list.checklist()), fault.expected) << fault.name;
    }
}

INSTANTIATE_TEST_SUITE_P(Rules, LintFault, testing::Values(std::span<const Fault>(RuleFaults)));
INSTANTIATE_TEST_SUITE_P(Conditions, LintFault, testing::Values(std::span<const Fault>(ConditionFaults)));
INSTANTIATE_TEST_SUITE_P(Items, LintFault, testing::Values(std::span<const Fault>(ItemFaults)));
INSTANTIATE_TEST_SUITE_P(SchemeAndBands, LintFault, testing::Values(std::span<const Fault>(SchemeFaults)));
INSTANTIATE_TEST_SUITE_P(Texts, LintFault, testing::Values(std::span<const Fault>(TextFaults)));

/// Both sides are looked through, and a rule made to take for ever must not.
TEST(Lint, nestedConditionsAreComparedInBoundedTime) {
    std::string deep = "area >= 1";
    for (int level = 0; level < 29; ++level) {
        const std::string number = std::to_string(level % 10);
        deep = "(" + deep + (level % 2 == 0 ? " or desks >= " : " and desks >= ") + number + ")";
    }
    ChecklistBuilder list = clean();
    const std::string other = "desks" + std::string(" <= 5 and ") + deep;
    itemOf(list.checklist(), "B-1").rule = rule("first(" + deep + " -> 1; " + other + " -> 1/2)");
    itemOf(list.checklist(), "B-3").rule = rule("satisfaction >= 1");
    EXPECT_EQ(findings(list.checklist()), Lines{"error first-unreachable B-1"});
}

} // namespace
} // namespace duibiao
