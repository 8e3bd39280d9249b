#include "core/model/rule.h"

#include <algorithm>

namespace duibiao {

namespace {

void collectNames(const Rule& rule, std::vector<std::string>& names) {
    if (rule.op == RuleOp::Name && std::ranges::find(names, rule.name) == names.end()) {
        names.push_back(rule.name);
    }
    for (const Rule& child : rule.children) {
        collectNames(child, names);
    }
}

} // namespace

bool isPredicate(const Rule& rule) {
    return rule.op >= RuleOp::Less && rule.op <= RuleOp::Or;
}

std::vector<std::string> namesIn(const Rule& rule) {
    std::vector<std::string> names;
    collectNames(rule, names);
    return names;
}

} // namespace duibiao
