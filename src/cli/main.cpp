#include "cli/run.h"

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    std::ios::sync_with_stdio(false);
    return duibiao::cli::run(arguments, {std::cin, std::cout, std::cerr}, duibiao::processEnvironment());
}
