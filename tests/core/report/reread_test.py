#!/usr/bin/env python3
"""Reads a report with openpyxl, a reader of other people's making. Usage: reread_test.py CORE_TESTS"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import warnings

import openpyxl

CORE_TESTS = sys.argv.pop(1)


class Reread(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore")  # openpyxl does not know the font codes of running heads
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        path = pathlib.Path(folder.name) / "report.xlsx"
        subprocess.run(
            [CORE_TESTS, "--gtest_filter=ReportWorkbook.canBeReadByAnotherProgram"],
            env={**os.environ, "DUIBIAO_REREAD_WORKBOOK": str(path)},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        cls.book = openpyxl.load_workbook(path)

    def row_of(self, sheet, first):
        for row in self.book[sheet].iter_rows():
            if row[0].value == first:
                return row
        self.fail(f"{first} is not in {sheet}")

    def test_sheets(self):
        self.assertEqual(
            self.book.sheetnames,
            ["Cover", "Summary", "Check points", "Gaps", "Evidence index", "Not applicable items", "Notes"],
        )

    def test_points_table(self):
        sheet = self.book["Check points"]
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertEqual(sheet.print_title_rows, "$1:$1")
        self.assertTrue(sheet.auto_filter.ref.startswith("A1:"))
        self.assertEqual(sheet.page_setup.orientation, "landscape")
        self.assertEqual(int(sheet.page_setup.paperSize), 9)
        self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
        self.assertEqual((sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight), (1, 0))
        head = [cell.value for cell in sheet[1]]
        row = dict(zip(head, (cell.value for cell in self.row_of("Check points", "1.3"))))
        self.assertEqual(row["Figures"], "9000 ÷ 12000 = 75% (required ≥ 80%)")
        self.assertEqual((row["Points"], row["Possible"], row["Evidence"]), (0, 3, "Annex 1-2"))
        row = dict(zip(head, (cell.value for cell in self.row_of("Check points", "2.3"))))
        self.assertEqual((row["Result"], row["Points"]), ("Not answered", None))

    def test_formula_like_text_is_inert(self):
        cell = self.row_of("Check points", "1.1")[-1]
        self.assertEqual((cell.value, cell.data_type, cell.number_format), ('=HYPERLINK("x")', "s", "@"))

    def test_links_lead_to_the_evidence(self):
        row = self.row_of("Check points", "1.3")
        link = next(cell.hyperlink for cell in row if cell.hyperlink)
        sheet, cell = link.location.replace("'", "").split("!")
        self.assertEqual(self.book[sheet][cell].row, 3)
        self.assertEqual(self.book[sheet]["B3"].value, "Annex 1-2")

    def test_charts(self):
        sheet = self.book["Summary"]
        self.assertEqual([type(chart).__name__ for chart in sheet._charts], ["RadarChart", "BarChart"])
        for chart in sheet._charts:
            self.assertEqual(len(chart.series), 2)
            area, cells = chart.series[0].val.numRef.f.replace("'", "").split("!")
            values = [cell[0].value for cell in self.book[area][cells.replace("$", "")]]
            self.assertEqual(len(values), 3)
            self.assertAlmostEqual(values[1], 2 / 3)

    def test_running_head_and_foot(self):
        sheet = self.book["Gaps"]
        self.assertIn("not compared with the official text", sheet.oddHeader.right.text)
        self.assertIn("3f9a1c7be204", sheet.oddFooter.right.text)
        self.assertIn("&[Page]", sheet.oddFooter.left.text.replace("&P", "&[Page]"))

    def test_properties_hold_one_time(self):
        self.assertEqual(self.book.properties.created.isoformat(), "2026-11-24T06:32:05")
        self.assertEqual(self.book.properties.modified, self.book.properties.created)


if __name__ == "__main__":
    unittest.main()
