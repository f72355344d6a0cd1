"""Reads all sheets of Excel files with openpyxl: python3 xlsxread.py FILE...

Formulas come as their text, beginning with "=", and errors as theirs."""

import sys

import openpyxl

from canonical import show, text

for path in sys.argv[1:]:
    workbook = openpyxl.load_workbook(path, read_only=False)
    for sheet in workbook.worksheets:
        names, *rows = list(sheet.iter_rows(values_only=True)) or [[]]
        show([text(name) or "" for name in names], rows, sheet.title)
