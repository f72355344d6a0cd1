"""Checks JSON against a JSON Schema: python3 schemacheck.py ID SCHEMA... < LINES

Each line is a value; for each a line is printed: a JSON string that tells what is wrong
with it, "" for nothing. ID is that of the schema to check against, "" for the first one;
the others are those that it refers to."""

import json
import sys
import warnings

warnings.simplefilter("ignore")  # RefResolver is known to every version there is
try:
    import jsonschema
except ImportError:
    sys.exit("no jsonschema")

known = {}
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    known[schema.get("$id", schema.get("id", path))] = schema
schema = known[sys.argv[1] or next(iter(known))]
store = {id: s for name, s in known.items() for id in (name, name.rstrip("#"))}
check = jsonschema.validators.validator_for(schema)(schema, resolver=jsonschema.RefResolver.from_schema(schema, store=store))
for line in sys.stdin:
    fault = jsonschema.exceptions.best_match(check.iter_errors(json.loads(line)))
    print(json.dumps(fault and f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}"[:500] or ""))
