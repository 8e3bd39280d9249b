#!/usr/bin/env bash
# Compares the schema for authors with the program's verdicts on the test corpus.
#   rng_agreement.sh SOURCE_DIR
# The program's side is tests/data/checklists/verdicts.tsv, which the engine's own tests hold true; the third column says
# where the two may differ, so that a schema that becomes blind is noticed.
set -euo pipefail
source_dir=$1
corpus=$source_dir/tests/data/checklists
schema=$source_dir/checklists/checklist.rng
command -v xmllint >/dev/null || { echo "xmllint is missing; install libxml2-utils"; exit 1; }

failed=0
rows=0
while IFS=$'\t' read -r file program relation; do
    case $file in '' | '#'*) continue ;; esac
    rows=$((rows + 1))
    if xmllint --nonet --noout --relaxng "$schema" "$corpus/$file" >/dev/null 2>&1; then schema_says=accepts; else schema_says=refuses; fi
    case $program in accepts) program_says=accepts ;; *) program_says=refuses ;; esac
    case $relation in
    same) expected=$program_says ;;
    blind) expected=accepts ;;
    stricter) expected=refuses ;;
    *) echo "$file: unknown relation \"$relation\" in verdicts.tsv"; failed=1; continue ;;
    esac
    if [ "$relation" != same ] && [ "$expected" = "$program_says" ]; then
        echo "$file: marked $relation, but both verdicts are the same"
        failed=1
    fi
    if [ "$schema_says" != "$expected" ]; then
        echo "$file: the program $program_says, the schema $schema_says (expected: $expected)"
        failed=1
    fi
done <"$corpus/verdicts.tsv"

for file in "$source_dir"/checklists/*.xml; do
    case $file in *.cases.xml) continue ;; esac
    if ! xmllint --nonet --noout --relaxng "$schema" "$file" 2>/dev/null; then
        echo "$file: refused by the schema"
        failed=1
    fi
done
echo "$rows files compared"
[ "$rows" -ge 60 ] || { echo "the corpus is too small: is verdicts.tsv complete?"; failed=1; }
exit $failed
