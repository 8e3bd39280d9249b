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
    """Writes what bare_workbook needs to write the same cells and charts."""
    import openpyxl  # Debian's python3-openpyxl
    book = openpyxl.load_workbook(workbook)
    with open(target, "w", encoding="utf-8") as out:
        for sheet in book.worksheets:
            out.write(f"sheet\t{sheet.title}\n")
            for area in sheet.merged_cells.ranges:
                out.write(f"merge\t{area.min_row - 1}\t{area.min_col - 1}\t{area.max_row - 1}\t{area.max_col - 1}\t0\n")
            for row in sheet.iter_rows():
                for cell in row:
                    write_cell(out, cell)
            for chart in sheet._charts:
                write_chart(out, chart)


def write_cell(out, cell):
    if not cell.has_style and cell.value is None:
        return
    head = f"{cell.row - 1}\t{cell.column - 1}\t{getattr(cell, '_style', '') and cell._style.xfId or 0}-{hash(str(cell._style)) % 997}"
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
            cells_of(workbook, folder / "cells.tsv")
            line(f"`report {name}`, floor bare libxlsxwriter", "<= 2.0x",
                 pairs([cli, "report", sample, "-o", workbook, "--force", "-q"],
                       [build / "bin" / "bare_workbook", folder / "cells.tsv", bare]))
        print()
        print("Parsing a checklist (gate, pugixml, schema check) beside pugixml alone, goal <= 4x:", flush=True)
        for name in ("gbt-39668-2020", "gbt-34670-2017"):
            subprocess.run([build / "bin" / "checklist_bench", root / "checklists" / f"{name}.xml", "100"], check=True)


if __name__ == "__main__":
    main()
