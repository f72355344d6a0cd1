"""Reads CSV files with Python's csv: python3 csvread.py FILE...

It cannot tell a null from an empty string: both are ""."""

import csv
import sys

from canonical import show

csv.field_size_limit(1 << 30)
for path in sys.argv[1:]:
    with open(path, newline="", encoding="utf-8") as file:
        names, *rows = csv.reader(file, strict=True)
        show(names, rows)
