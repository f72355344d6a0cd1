"""Reads JSON files with Python's json, numbers as they are written:
python3 jsonread.py FILE..."""

import json
import sys

from canonical import show


def refuse(constant):
    raise ValueError(constant + " is no JSON")


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        records = json.load(
            file, parse_int=str, parse_float=str, parse_constant=refuse,
            object_pairs_hook=lambda pairs: pairs)
    names = [name for name, _ in records[0]] if records else []
    for record in records:
        assert [name for name, _ in record] == names, record
    show(names, [[value for _, value in record] for record in records])
