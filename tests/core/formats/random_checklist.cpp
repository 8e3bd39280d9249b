#include "core/formats/random_checklist.h"

#include "core/model/rule_parser.h"

#include <array>
#include <random>
#include <string>

namespace duibiao {

namespace {

class Generator {
public:
    Generator(std::uint32_t seed, bool newer)
        : random_(seed)
        , newer_(newer) {}

    Checklist checklist() {
        Checklist all;
        all.format = newer_ ? "1.9" : "1.0";
        all.id = "c" + std::to_string(below(1000));
        all.edition = text();
        all.title = local();
        all.shortTitle = local();
        all.standard = {text(), local(), pick<StandardStatus>(3), chance() ? "business-incubation" : "",
                        extras()};
        all.note = local();
        all.scheme = scheme();
        const std::size_t scales = below(3);
        for (std::size_t i = 0; i < scales; ++i) {
            all.scales.push_back({ScaleId(next("scale")), words(1), extras()});
        }
        fieldsAndFacts(all);
        const std::size_t groups = below(3);
        for (std::size_t i = 0; i < groups; ++i) {
            const GroupKind kind = pick<GroupKind>(3);
            const std::uint32_t least =
                kind == GroupKind::AtLeast ? 1 + static_cast<std::uint32_t>(below(9)) : 1;
            all.groups.push_back({GroupId(next("G-")), kind, least, local(), extras()});
        }
        sections(all, {}, 0);
        all.extras = extras();
        return all;
    }

private:
    std::size_t below(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
    }
    bool chance() { return below(2) == 0; }
    template<class T>
    T pick(std::size_t count) {
        return static_cast<T>(below(count));
    }
    template<class Make>
    auto maybe(Make make) -> std::optional<decltype(make())> {
        return chance() ? std::optional(make()) : std::nullopt;
    }
    std::string next(const std::string& prefix) { return prefix + std::to_string(++counter_); }

    std::string text() {
        static const std::array<std::string, 10> Pieces{"对标",       "a & b", "<x>",  "]]>",  "\"'",
                                                        "\U00020BB7", "é",     "x\ty", "a\nb", " b"};
        std::string all = "t";
        const std::size_t count = below(5);
        for (std::size_t i = 0; i < count; ++i) {
            all += Pieces[below(Pieces.size())];
        }
        return all;
    }
    LocalText local() { return {chance() ? text() : "", chance() ? text() : ""}; }
    Exact share() { return {static_cast<std::int64_t>(below(8)), 7}; }
    Exact number() {
        return {static_cast<std::int64_t>(below(100'000)), static_cast<std::int64_t>(1 + below(12))};
    }

    Extras extras() {
        Extras kept;
        if (newer_ && chance()) {
            kept.attributes.emplace_back("later", text());
            kept.attributes.emplace_back("x:y", "");
            kept.elements.emplace_back("<later a='1'>\n <b><![CDATA[</later>]]></b>对标&amp;</later>");
            kept.elements.emplace_back("<later/>");
        }
        return kept;
    }

    std::vector<Choice> words(std::size_t least) {
        std::vector<Choice> all;
        const std::size_t count = least + below(3);
        for (std::size_t i = 0; i < count; ++i) {
            all.push_back({WordId(next("w-")), local(), maybe([&] { return share(); }), extras()});
        }
        return all;
    }

    Scheme scheme() {
        Scheme all;
        all.kind = pick<SchemeKind>(2);
        all.maximum = number() + 1;
        all.naTreatment = pick<NaTreatment>(4);
        all.vetoLine = pick<VetoLine>(2);
        all.decimals = static_cast<int>(below(7));
        all.bonusCap = number();
        all.note = local();
        const std::size_t bands = below(4);
        for (std::size_t i = 0; i < bands; ++i) {
            all.bands.push_back({BandId(next("band")), local(), -number(), chance(), chance(), extras()});
        }
        all.extras = extras();
        return all;
    }

    void fieldsAndFacts(Checklist& all) {
        const std::size_t count = below(4);
        for (std::size_t i = 0; i < count; ++i) {
            const FieldKind kind = pick<FieldKind>(4);
            const bool hasWords = kind == FieldKind::Word || kind == FieldKind::Words;
            all.fields.push_back({FieldId(next("field_")), kind, local(), local(),
                                  hasWords ? words(1) : std::vector<Choice>{}, extras()});
            const Unit unit = pick<Unit>(9);
            all.facts.push_back({FactId(next("fact_")), unit, local(), local(),
                                 maybe([&] { return -number(); }), maybe([&] { return number(); }),
                                 unit == Unit::Word ? words(1) : std::vector<Choice>{}, extras()});
        }
    }

    Rule condition() {
        static const std::array<const char*, 3> Texts{"a < 5 and (b >= 90% or c != 1/3)",
                                                      "services has technical-service",
                                                      "region in (a, b-c) or 2 * a - b / -c > 0.25"};
        return *parseCondition(Texts[below(Texts.size())]);
    }
    Rule rule() {
        static const std::array<const char*, 5> Texts{
            "first(a >= 6 and b >= 6 -> 1; a >= 6 or b >= 6 -> 1/3)",
            "linear(a - b; 0 -> 0; 10 -> 4; 30 -> 10)", "table(x; national -> 1; none -> 0)",
            "steps(x; 50 -> 5; 0.1 per 1; cap 10)", "record(a)"};
        return chance() ? condition() : *parseRule(Texts[below(Texts.size())]);
    }

    Origin origin() {
        Origin all;
        all.clause = chance() ? text() : "";
        all.reference = local();
        all.basis = pick<Basis>(6);
        all.confidence = maybe([&] { return pick<Confidence>(3); });
        all.source = local();
        all.verification.compared = chance();
        all.verification.by = chance() ? text() : "";
        all.verification.on = maybe([] { return *Date::parse("2026-11-24"); });
        if (all.verification.compared) {
            all.verification.modality = maybe([&] { return pick<OfficialModality>(3); });
        }
        all.verification.extras = extras();
        return all;
    }

    Item item(const Checklist& all, const SectionId& section) {
        Item one;
        one.id = ItemId(next("I-"));
        one.section = section;
        one.origin = origin();
        one.modality = pick<Modality>(3);
        one.role = pick<ItemRole>(6);
        one.by = pick<Answerer>(2);
        one.answer = pick<AnswerKind>(9);
        one.rule = maybe([&] { return rule(); });
        if (one.answer == AnswerKind::Choice) {
            one.choices = words(one.rule ? 0 : 1);
        }
        if (chance() && !all.scales.empty()) {
            one.scale = all.scales[below(all.scales.size())].id;
        }
        if (chance() && !all.groups.empty()) {
            one.group = all.groups[below(all.groups.size())].id;
        }
        one.na = pick<NaPermission>(3);
        one.weight = number();
        one.target = maybe([&] { return share(); });
        one.appliesIf = maybe([&] { return condition(); });
        one.title = local();
        one.check = local();
        one.evidenceHints.resize(below(3), local());
        one.methods.resize(below(4), pick<Method>(4));
        one.sampling = maybe([&] {
            return Sampling{local(),
                            local(),
                            maybe([&] { return share(); }),
                            maybe([] { return std::uint32_t{3}; }),
                            maybe([] { return std::uint32_t{0}; }),
                            chance(),
                            extras()};
        });
        one.guidance.resize(below(3), {WordId(chance() ? "conform" : ""), local()});
        one.extras = extras();
        return one;
    }

    void sections(Checklist& all, const SectionId& parent, std::size_t depth) {
        const std::size_t count = below(4);
        for (std::size_t i = 0; i < count && depth < 4; ++i) {
            Section section;
            section.id = SectionId(next("S."));
            section.parent = parent;
            section.origin = origin();
            section.title = local();
            section.note = local();
            section.judging = local();
            section.aggregate = pick<Aggregate>(2);
            section.points = maybe([&] { return number(); });
            section.floor = maybe([&] { return number(); });
            section.naTreatment = maybe([&] { return pick<NaTreatment>(4); });
            section.appliesIf = maybe([&] { return condition(); });
            section.extras = extras();
            const SectionId id = section.id;
            all.sections.push_back(std::move(section));
            const std::size_t items = below(4);
            for (std::size_t j = 0; j < items; ++j) {
                all.items.push_back(item(all, id));
            }
            sections(all, id, depth + 1);
        }
    }

    std::mt19937 random_;
    bool newer_;
    int counter_ = 0;
};

} // namespace

Checklist randomChecklist(std::uint32_t seed, bool newer) {
    return Generator(seed, newer).checklist();
}

} // namespace duibiao
