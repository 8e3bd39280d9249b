// Parsing a checklist through the gate, pugixml and our own schema check, beside pugixml alone on the same
// bytes. Usage: checklist_bench CHECKLIST.xml [ROUNDS]   Prints microseconds a parse (best of the rounds) and
// the ratio.

#include "core/formats/checklist_reader.h"

#include <pugixml.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>

namespace {

template<class Work>
double microseconds(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: checklist_bench CHECKLIST.xml [ROUNDS]\n";
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 50; // NOLINT(cert-err34-c): a developer types it
    double bare = std::numeric_limits<double>::max();
    double ours = bare;
    std::size_t items = 0;
    for (int i = 0; i < rounds; ++i) {
        bare = std::min(bare, microseconds([&] {
                            pugi::xml_document document;
                            items += document.load_buffer(bytes.data(), bytes.size()) ? 0 : 1;
                        }));
        ours = std::min(ours, microseconds([&] {
                            const auto read = duibiao::readChecklist(bytes, argv[1]);
                            items = read ? read->checklist.items.size() : 0;
                        }));
    }
    std::cout << items << " points, " << bytes.size() / 1024 << " KiB: pugixml alone " << bare << " us, ours "
              << ours << " us, ratio " << ours / bare << '\n';
    return items == 0 ? 1 : 0;
}
