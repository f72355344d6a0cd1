"""Writes rows as the benchmark's with openpyxl, as a stream."""

import datetime
import os
import tempfile
import time

import openpyxl

rows = int(os.environ["ROWS"])
headers = ["Rank", "River", "Length > km", "Basin"]
start = datetime.date(2011, 1, 26)
days = [start + datetime.timedelta(days=d) for d in range(1000)]


def row(i, columns):
    null = i % 10 == 9
    values = [f"rivers-and-lakes-of-country-{i // 200}", None if null else f"{i % 10000} km, a river", i,
              None if null else i % 10000 / 100, headers[i % 4], days[i % 1000], i % 3 == 0, i * 7 / 100]
    return values[:columns]


for columns in (4, 8):
    made = [row(i, columns) for i in range(rows)]
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("cells")
        for values in made:
            sheet.append(values)
        book.save(os.path.join(folder, "cells.xlsx"))
        used = time.process_time() - began
    print(f"{f'openpyxl {openpyxl.__version__}, {columns} columns':<44} {rows / used:>14.0f}")
