// Parsing a checklist through the gate, pugixml and our own schema check, beside pugixml alone on the same
// bytes, and what its parts cost. Usage: checklist_bench CHECKLIST.xml [ROUNDS]   Best of the rounds in
// microseconds and as a multiple of pugixml.

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/formats/checklist_reader.h"
#include "core/io/xml.h"
#include "core/scoring/evaluate.h"

#include <expat.h>
#include <pugixml.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

namespace {

double microseconds(const std::function<bool()>& work, bool& worked) {
    const auto start = std::chrono::steady_clock::now();
    worked = work() && worked;
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

bool expatAlone(const std::string& bytes) {
    XML_Parser parser = XML_ParserCreate("UTF-8");
    const XML_Status status = XML_Parse(parser, bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    XML_ParserFree(parser);
    return status == XML_STATUS_OK;
}

struct Part {
    std::string name;
    std::function<bool()> work;
    double best = std::numeric_limits<double>::max();
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: checklist_bench CHECKLIST.xml [ROUNDS]\n";
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 50; // a developer types it
    const auto whole = duibiao::readChecklist(bytes, argv[1]);
    if (!whole) {
        std::cerr << "this is no checklist\n";
        return 1;
    }
    std::vector<Part> parts;
    parts.push_back({"pugixml alone", [&] {
                         pugi::xml_document document;
                         return static_cast<bool>(document.load_buffer(bytes.data(), bytes.size()));
                     }});
    parts.push_back({"readChecklist", [&] { return duibiao::readChecklist(bytes, argv[1]).has_value(); }});
    parts.push_back({"  of it: expat alone", [&] { return expatAlone(bytes); }});
    parts.push_back({"  of it: UTF-8 check", [&] { return duibiao::isValidUtf8(bytes); }});
    parts.push_back({"  of it: decode, gate and pugixml, one after the other",
                     [&] { return duibiao::io::XmlDocument::parse(bytes, argv[1]).has_value(); }});
    parts.push_back({"beside it: SHA-256", [&] { return duibiao::sha256(bytes) != duibiao::Sha256(); }});
    parts.push_back({"beside it: evaluate", [&] {
                         return !duibiao::evaluate(whole->checklist, {}, duibiao::View::Self).items.empty();
                     }});
    bool worked = true;
    for (int i = 0; i < rounds; ++i) {
        for (Part& part : parts) {
            part.best = std::min(part.best, microseconds(part.work, worked));
        }
    }
    std::cout << whole->checklist.items.size() << " points, " << bytes.size() / 1024 << " KiB\n"
              << std::fixed;
    for (const Part& part : parts) {
        std::cout << std::left << std::setw(58) << part.name << std::right << std::setprecision(0)
                  << std::setw(7) << part.best << " us" << std::setprecision(2) << std::setw(8)
                  << part.best / parts.front().best << '\n';
    }
    return worked ? 0 : 1;
}
