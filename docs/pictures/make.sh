#!/usr/bin/env bash
# Draws the pictures of the README from real reports: docs/pictures/make.sh DUIBIAO-CLI
# Needs LibreOffice (libreoffice-calc-nogui), poppler-utils, imagemagick and a Chinese font (fonts-wqy-microhei).
set -euo pipefail
cli=$(realpath "$1")
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DUIBIAO_HOME=$work/home DUIBIAO_NOW=2026-11-24T14:32:05+08:00
bash ../../assets/samples/build_samples.sh "$cli" "$work" >/dev/null

picture() { # LANGUAGE SAMPLE
    "$cli" --lang "$1" report "$work/$2.duibiao" -o "$work/$1.xlsx" --force -q
    soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf --outdir "$work" "$work/$1.xlsx" >/dev/null 2>&1
    pdftoppm -r 80 -l 2 -png "$work/$1.pdf" "$work/$1-portrait"
    pdftoppm -r 113 -f 4 -l 4 -png "$work/$1.pdf" "$work/$1-landscape"
    # The cover and the summary side by side, the first page of the points below them.
    /usr/bin/convert \( "$work/$1"-portrait*.png +append \) "$work/$1"-landscape*.png -append -colors 64 "report-$1.png"
}
picture zh incubator
picture en transfer
