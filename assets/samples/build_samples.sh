#!/usr/bin/env bash
# Builds the sample assessments and their reports from the CSV files beside this script.
# Usage: build_samples.sh DUIBIAO-CLI FOLDER
set -euo pipefail

cli=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
checklists=$here/../../checklists

sample() { # NAME CHECKLIST ORGANISATION
    local file=$out/$1.duibiao key attachment caption
    "$cli" new --checklist "$checklists/$2.xml" --org "$3" --period 2025 -o "$file" --force -q
    "$cli" set "$file" --from "$here/$1.csv" -q
    if [ -f "$here/$1.evidence.csv" ]; then
        while IFS=, read -r key attachment caption; do
            "$cli" attach "$file" "$key" "$here/evidence/$attachment" --caption "$caption" -q
        done < <(tail -n +2 "$here/$1.evidence.csv")
    fi
    "$cli" report "$file" -o "$out/$1.xlsx" --lang zh --force -q
}

sample incubator gbt-39668-2020 "示例市星河科技企业孵化器（虚构）"
sample transfer gbt-34670-2017 "示例大学青禾技术转移中心（虚构）"
sample makerspace torch-2017-120-makerspace "示例市蒲公英众创空间（虚构）"
sample unfinished gbt-39668-2020 "示例市晨光科技企业孵化器（虚构）"
