#!/usr/bin/env python3
"""The speed table: whole processes side by side in one run, so that a noisy machine moves both sides.

Usage: bench.py BUILD_DIR   Prints medians of wall and processor time, peak memory, and the ratio of pairs.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import openpyxl  # Debian's python3-openpyxl

ROUNDS = 21


def once(command):
    """(wall s, cpu s, peak MiB) of one process, by the operating system's own account."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def pairs(ours, floor):
    """Both commands in turn; medians of each figure and of the ratio pair by pair."""
    once(ours), once(floor)
    runs = [(once(ours), once(floor)) for _ in range(ROUNDS)]
    figure = lambda side, i: statistics.median(run[side][i] for run in runs)  # noqa: E731
    ratio = statistics.median(a[0] / b[0] for a, b in runs)
    return figure(0, 0), figure(0, 1), figure(0, 2), figure(1, 0), ratio


def line(name, goal, result):
    wall, cpu, memory, floor, ratio = result
    print(f"| {name} | {wall * 1000:.1f} ms | {cpu * 1000:.1f} ms | {memory:.1f} MiB | {floor * 1000:.1f} ms | "
          f"**{ratio:.2f}** | {goal} |")


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
    cli = build / "bin" / "duibiao-cli"
    root = pathlib.Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run(["bash", root / "assets/samples/build_samples.sh", cli, folder], check=True, stdout=sys.stderr)
        print("| what | wall | processor | peak memory | floor (wall) | ratio | goal |")
        print("|---|---|---|---|---|---|---|")
        for name in ("incubator", "transfer"):
            sample = folder / f"{name}.duibiao"
            line(f"`score {name}`, floor `--version`", "<= 2x, <= 32 MiB", pairs([cli, "score", sample], [cli, "--version"]))
            workbook, bare = folder / "r.xlsx", folder / "bare.xlsx"
            subprocess.run([cli, "report", sample, "-o", workbook, "--force", "-q"], check=True)
            wanted = cells_of(workbook, folder / "cells.tsv")
            subprocess.run([build / "bin" / "bare_workbook", folder / "cells.tsv", bare], check=True)
            if cell_counts(bare) != wanted:
                sys.exit(f"the bare workbook of {name} differs: {cell_counts(bare)} instead of {wanted}")
            line(f"`report {name}`, floor bare libxlsxwriter", "<= 2.0x",
                 pairs([cli, "report", sample, "-o", workbook, "--force", "-q"],
                       [build / "bin" / "bare_workbook", folder / "cells.tsv", bare]))
        print()
        print("Parsing a checklist (gate, pugixml, schema check) beside pugixml alone, goal <= 4x:", flush=True)
        for name in ("gbt-39668-2020", "gbt-34670-2017"):
            subprocess.run([build / "bin" / "checklist_bench", root / "checklists" / f"{name}.xml", "100"], check=True)


if __name__ == "__main__":
    main()
