"""Reads the ends of the sheets of large Excel files with openpyxl: python3 xlsxends.py FILE...

Each sheet comes as its header, first row and last row, with the number of rows that it
has below its header in front of each."""

import sys

import openpyxl

from canonical import show

for path in sys.argv[1:]:
    workbook = openpyxl.load_workbook(path, read_only=True)
    for sheet in workbook.worksheets:
        rows = sheet.iter_rows(values_only=True)
        names = next(rows, ())
        count, first, last = 0, (), ()
        for last in rows:
            count += 1
            first = first or last
        show(["rows", *(str(n or "") for n in names)], [[count, *first], [count, *last]], sheet.title)
