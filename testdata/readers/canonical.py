"""Values in the text form that the tests in load compare, and how they are printed:
see canonical.mjs."""

import datetime
import decimal
import json
import sys


def number(value):
    """The shortest text of a float, without exponent from 1e-6 to below 1e21."""
    shortest = decimal.Decimal(repr(value))
    if value == 0 or 1e-6 <= abs(value) < 1e21:
        plain = format(shortest, "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    sign, digits, exponent = shortest.normalize().as_tuple()
    digits = "".join(map(str, digits))
    power = exponent + len(digits) - 1
    mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
    return "-" * sign + mantissa + "e" + format(power, "+d")


def text(value):
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def show(names, rows, sheet=None):
    """Prints one table; rows are lists of values."""
    print(json.dumps({"sheet": sheet, "names": names, "rows": len(rows)}))
    for row in rows:
        print(json.dumps([text(value) for value in row]))


sys.stdout.reconfigure(encoding="utf-8")
