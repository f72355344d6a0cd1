"""Computes formulas in a workbook with LibreOffice: formulas.py WORKBOOK < FORMULAS

The formulas, one a line, go into a sheet of their own of a copy. Prints their values,
one a line; numbers with four decimals at most.
"""

import csv
import os
import subprocess
import sys
import tempfile

import openpyxl


def shown(value):
    try:
        return f"{float(value):.4f}".rstrip("0").rstrip(".")
    except ValueError:
        return value


with tempfile.TemporaryDirectory() as folder:
    book = openpyxl.load_workbook(sys.argv[1])
    sheet = book.create_sheet("answers")
    for row, formula in enumerate(sys.stdin.read().splitlines(), 1):
        sheet.cell(row, 1, formula)
    copy = os.path.join(folder, "copy.xlsx")
    book.save(copy)
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    subprocess.run(["soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", options,
                    "--outdir", folder, copy], check=True, capture_output=True)
    with open(os.path.join(folder, "copy-answers.csv"), newline="", encoding="utf-8") as f:
        for line in csv.reader(f):
            print(shown(line[0]))
