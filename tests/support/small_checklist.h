#pragma once

#include "core/model/checklist.h"

namespace duibiao::test {

/// Two sections, three points: A1 (2 points, veto) and A2 (1 point) under A, B1 (1 point) under B.
[[nodiscard]] inline Checklist smallChecklist() {
    Checklist checklist;
    checklist.id = "small";
    checklist.edition = "1.0";
    checklist.title = {"小清单", "Small checklist"};
    for (const char* name : {"A", "B"}) {
        Section section;
        section.id = SectionId(name);
        section.title = {std::string("分节") + name, std::string("Section ") + name};
        checklist.sections.push_back(section);
    }
    const auto add = [&checklist](const char* id, const char* section, Exact weight) -> Item& {
        Item item;
        item.id = ItemId(id);
        item.section = SectionId(section);
        item.weight = weight;
        item.title = {std::string("检查点") + id, std::string("Point ") + id};
        checklist.items.push_back(item);
        return checklist.items.back();
    };
    add("A1", "A", 2).role = ItemRole::Veto;
    add("A2", "A", 1);
    add("B1", "B", 1);
    return checklist;
}

} // namespace duibiao::test
