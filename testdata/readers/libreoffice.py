"""Reads all sheets of Excel files with LibreOffice: python3 libreoffice.py FILE...

LibreOffice opens each file and saves it as flat OpenDocument, which has the values of
cells beside the text that is shown."""

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from canonical import show, text

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def words(element):
    """The text of a paragraph, in which runs of spaces, tabs and line ends are elements."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == TEXT + "s":
            parts.append(" " * int(child.get(TEXT + "c", 1)))
        elif child.tag == TEXT + "tab":
            parts.append("\t")
        elif child.tag == TEXT + "line-break":
            parts.append("\n")
        else:
            parts.append(words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def value(cell):
    kind = cell.get(OFFICE + "value-type")
    if kind in ("float", "percentage", "currency"):
        return float(cell.get(OFFICE + "value")) + 0.0  # zero has no sign in a sheet
    if kind == "date":
        return cell.get(OFFICE + "date-value").removesuffix("T00:00:00")
    if kind == "boolean":
        return cell.get(OFFICE + "boolean-value") == "true"
    if kind == "string":
        return "\n".join(words(p) for p in cell.findall(TEXT + "p"))
    return None


def cells(row):
    values = []
    for cell in row:
        if cell.tag in (TABLE + "table-cell", TABLE + "covered-table-cell"):
            repeated = int(cell.get(TABLE + "number-columns-repeated", 1))
            v = value(cell)
            if v is None and repeated > 1000:
                continue  # the rest of the sheet
            values += [v] * repeated
    while values and values[-1] is None:
        values.pop()
    return values


def sheets(path):
    """The name and the rows of each sheet."""
    rows = []
    for _, element in xml.iterparse(path):
        if element.tag == TABLE + "table-row":
            values = cells(element)
            repeated = int(element.get(TABLE + "number-rows-repeated", 1))
            rows += [values] * (repeated if values or repeated < 1000 else 1)
            element.clear()
        elif element.tag == TABLE + "table":
            while rows and not rows[-1]:
                rows.pop()
            yield element.get(TABLE + "name"), rows
            rows = []
            element.clear()


with tempfile.TemporaryDirectory() as folder:
    for number, path in enumerate(sys.argv[1:]):
        out = os.path.join(folder, str(number))
        subprocess.run(["soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless",
                        "--convert-to", "fods", "--outdir", out, path], check=True, capture_output=True)
        saved = os.path.splitext(os.path.basename(path))[0] + ".fods"
        for name, rows in sheets(os.path.join(out, saved)):
            names, *rest = rows or [[]]
            show([text(n) or "" for n in names], [row + [None] * (len(names) - len(row)) for row in rest], name)
