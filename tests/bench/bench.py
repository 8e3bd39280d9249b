#!/usr/bin/env python3
"""The speed table: whole processes side by side in one run, so that a noisy machine moves both sides.

Usage: bench.py BUILD_DIR   Prints medians of wall and processor time, of the ratios pair by pair, and peak memory.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile

import openpyxl  # Debian's python3-openpyxl

ROUNDS = 41


def once(measure, command):
    """(wall s, cpu s, peak MiB) of one process, by the operating system's own account."""
    done = subprocess.run([measure, *command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}\n{done.stderr}")
    wall, cpu, memory = map(float, done.stdout.split())
    return wall, cpu, memory / 1024


def pairs(measure, ours, floor):
    """Both commands in turn; medians of each figure and of the ratios pair by pair."""
    once(measure, ours), once(measure, floor)
    runs = [(once(measure, ours), once(measure, floor)) for _ in range(ROUNDS)]
    figures = [[statistics.median(run[side][i] for run in runs) for i in range(3)] for side in range(2)]
    ratios = [statistics.median(a[i] / b[i] for a, b in runs) for i in range(2)]
    return figures, ratios


def line(name, goal, result):
    (ours, floor), (wall, cpu) = result
    print(f"| {name} | {ours[0] * 1000:.1f} / {ours[1] * 1000:.1f} ms | {floor[0] * 1000:.1f} / {floor[1] * 1000:.1f} ms | "
          f"**{wall:.2f}** | **{cpu:.2f}** | {ours[2]:.1f} MiB | {goal} |")


def cells_of(workbook, target):
    """Writes what bare_workbook needs to write the same cells, formats and charts; returns how many cells."""
    book = openpyxl.load_workbook(workbook)
    styles = set()
    with open(target, "w", encoding="utf-8") as out:
        for sheet in book.worksheets:
            out.write(f"sheet\t{sheet.title}\n")
            for row in sheet.iter_rows():
                for cell in row:
                    write_format(out, cell, styles)
            for area in sheet.merged_cells.ranges:
                style = sheet.cell(area.min_row, area.min_col).style_id
                out.write(f"merge\t{area.min_row - 1}\t{area.min_col - 1}\t{area.max_row - 1}\t{area.max_col - 1}\t{style}\n")
            for row in sheet.iter_rows():
                for cell in row:
                    write_cell(out, cell)
            for chart in sheet._charts:
                write_chart(out, chart)
    return cell_counts(workbook)


def cell_counts(workbook):
    """Cells by kind and charts of each sheet: what both programs must agree in."""
    counts = []
    for sheet in openpyxl.load_workbook(workbook).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        texts = sum(isinstance(cell.value, str) for cell in cells)
        numbers = sum(isinstance(cell.value, (int, float)) for cell in cells)
        styled = sum(cell.has_style for cell in cells)
        counts.append((texts, numbers, styled, len(sheet.merged_cells.ranges), len(sheet._charts)))
    return counts


def colour(value):
    return value.rgb[-6:] if value is not None and isinstance(value.rgb, str) else "-"


def write_format(out, cell, seen):
    if not cell.has_style or cell.style_id in seen:
        return
    seen.add(cell.style_id)
    font, fill, side, align = cell.font, cell.fill, cell.border, cell.alignment
    borders = "all" if side.top is not None and side.top.style else "below" if side.bottom is not None and side.bottom.style else "-"
    out.write("\t".join(map(str, [
        "format", cell.style_id, font.name, font.size, int(bool(font.bold)), colour(font.color),
        colour(fill.fgColor) if fill.fill_type == "solid" else "-", borders, int(bool(align.wrap_text)),
        {"left": 1, "center": 2, "right": 3}.get(align.horizontal, 0),
        {"top": 8, "bottom": 9, "center": 10}.get(align.vertical, 0), int(align.indent or 0), cell.number_format])) + "\n")


def write_cell(out, cell):
    # What lies under a merged range was written with it.
    if isinstance(cell, openpyxl.cell.cell.MergedCell) or (not cell.has_style and cell.value is None):
        return
    head = f"{cell.row - 1}\t{cell.column - 1}\t{cell.style_id}"
    if cell.value is None:
        out.write(f"b\t{head}\n")
    elif isinstance(cell.value, (int, float)):
        out.write(f"n\t{head}\t{cell.value!r}\n")
    else:
        text = str(cell.value).replace("\t", " ").replace("\n", " ")
        out.write(f"s\t{head}\t{text}\n")


def write_chart(out, chart):
    anchor = chart.anchor._from
    kind = "radar" if type(chart).__name__ == "RadarChart" else "bar"
    ranges = []
    for series in chart.series:
        names = series.cat.strRef.f if series.cat.strRef else series.cat.numRef.f
        ranges += ["=" + names, "=" + series.val.numRef.f]
    out.write("\t".join([kind, str(anchor.row), str(anchor.col), *ranges]) + "\n")


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    cli, measure = build / "bin" / "duibiao-cli", build / "bin" / "measure"
    root = pathlib.Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run(["bash", root / "assets/samples/build_samples.sh", cli, folder], check=True, stdout=sys.stderr)
        print("| what | ours: wall / processor | floor: wall / processor | wall | processor | peak memory | goal |")
        print("|---|---|---|---|---|---|---|")
        for name in ("incubator", "transfer"):
            sample = folder / f"{name}.duibiao"
            line(f"`score {name}`, floor `--version`", "<= 2x, <= 32 MiB", pairs(measure, [cli, "score", sample], [cli, "--version"]))
            workbook, bare = folder / "r.xlsx", folder / "bare.xlsx"
            subprocess.run([cli, "report", sample, "-o", workbook, "--force", "-q"], check=True)
            wanted = cells_of(workbook, folder / "cells.tsv")
            subprocess.run([build / "bin" / "bare_workbook", folder / "cells.tsv", bare], check=True)
            if cell_counts(bare) != wanted:
                sys.exit(f"the bare workbook of {name} differs: {cell_counts(bare)} instead of {wanted}")
            line(f"`report {name}`, floor bare libxlsxwriter", "<= 2.0x",
                 pairs(measure, [cli, "report", sample, "-o", workbook, "--force", "-q"],
                       [build / "bin" / "bare_workbook", folder / "cells.tsv", bare]))
        print()
        print("Parsing a checklist (gate, pugixml, schema check) beside pugixml alone, goal <= 4x:", flush=True)
        for name in ("gbt-39668-2020", "gbt-34670-2017"):
            subprocess.run([build / "bin" / "checklist_bench", root / "checklists" / f"{name}.xml", "100"], check=True)


if __name__ == "__main__":
    main()
