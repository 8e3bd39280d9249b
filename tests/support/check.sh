#!/usr/bin/env bash
# ./dev check: format, static analysis, sizes, duplicates. Usage: check.sh BUILD_DIR [--all]
# Analysis looks at the files that changed since DUIBIAO_BASE (default: the newest commit older than a day), or at all
# files, then with the slow checks as well.
set -euo pipefail
build=$1
scope=${2:-changed}
status=0

sources() { git ls-files -- 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'tests/*.h'; }

changed_units() {
    local base=${DUIBIAO_BASE:-$(git rev-list -1 --before='24 hours ago' HEAD)}
    # A young repository has no such commit: then everything has changed, since the empty tree.
    base=${base:-$(git hash-object -t tree /dev/null)}
    git diff --name-only --diff-filter=d "$base" -- 'src/*.cpp' 'tests/*.cpp'
}

echo "== format"
sources | xargs clang-format-16 --dry-run -Werror || status=1

echo "== static analysis"
if [ "$scope" = --all ]; then
    units=$(git ls-files -- 'src/*.cpp')
    checks=
else
    units=$(changed_units | grep '^src/' || true)
    checks='-clang-analyzer-*,-performance-unnecessary-value-param,-misc-const-correctness'
fi
# clang's copy of the compile commands: -std=c++23 is unknown to clang 16, libstdc++ hides <expected> from it, and what is
# an error is said below, not by the compiler's own flag.
mkdir -p "$build/tidy"
sed -e 's/-std=c++23/-std=c++2b -U__cpp_concepts -D__cpp_concepts=202002L/g' -e 's/ -Werror / /g' \
    "$build/compile_commands.json" >"$build/tidy/compile_commands.json"
if [ -n "$units" ]; then
    echo "$units" | wc -l | xargs printf '%s files\n'
    echo "$units" | xargs -n 4 -P "$(nproc)" clang-tidy-16 -p "$build/tidy" --quiet --checks="$checks" --warnings-as-errors='*' 2>"$build/tidy/log" ||
        status=1
fi

echo "== sizes"
python3 tests/support/sizes.py src || status=1

echo "== duplicates (runs of 80 tokens or more that stand twice)"
# shellcheck disable=SC2046
sim_c++ -r 80 -n -w 120 $(git ls-files -- 'src/*.cpp' 'src/*.h') | grep -vE '^(File|Total)' || true

[ "$status" -eq 0 ] && echo "check: all good" || echo "check: see above"
exit "$status"
