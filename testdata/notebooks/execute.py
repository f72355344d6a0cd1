"""Runs a notebook on a dataset and compares what its cells print.

    execute.py NOTEBOOK DATASET            says what is printed otherwise, and exits with 1
    execute.py --update NOTEBOOK DATASET   stores what is printed

Pictures are stored and not compared: their bytes depend on fonts and versions.
"""

import os
import sys

import nbformat
from nbclient import NotebookClient


def printed(cell):
    """What a cell prints, as text."""
    texts = []
    for out in cell.get("outputs", []):
        texts.append(out["text"] if out["output_type"] == "stream" else out.get("data", {}).get("text/plain", ""))
    return "\n".join(texts).rstrip()


def clean(notebook):
    """Leaves out what differs from run to run."""
    for i, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{i + 1}"
        cell["metadata"] = {}
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}


def main(args):
    update = args[:1] == ["--update"]
    path, dataset = args[update:]
    os.environ["DATASET"] = os.path.abspath(dataset)
    stored = nbformat.read(path, as_version=4)
    fresh = nbformat.read(path, as_version=4)
    NotebookClient(fresh, timeout=120, kernel_name="python3", record_timing=False,
                   resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}}).execute()
    if update:
        clean(fresh)
        nbformat.write(fresh, path)
        return 0
    wrong = 0
    cells = 0
    for number, (was, now) in enumerate(zip(stored.cells, fresh.cells), 1):
        if was.cell_type != "code":
            continue
        cells += 1
        if was.get("execution_count") is None:
            wrong += 1
            print(f"cell {number} is stored without having been run")
        if printed(was) != printed(now):
            wrong += 1
            print(f"cell {number} prints\n{printed(now)}\ninstead of\n{printed(was)}")
    print(f"{cells} cells, {wrong} otherwise")
    return 1 if wrong else 0


sys.exit(main(sys.argv[1:]))
