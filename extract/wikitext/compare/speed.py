"""Prints how fast mwparserfromhell reads pages and takes the cells of their tables."""
import gzip, json, os, sys, time
import mwparserfromhell

share = int(os.environ["SHARE"])
with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
    pages = [json.loads(line)["text"] for i, line in enumerate(lines) if i % share == 0]
size = sum(len(page.encode()) for page in pages)
began = time.process_time()
for page in pages:
    code = mwparserfromhell.parse(page)
    for table in code.filter_tags(matches=lambda tag: tag.tag == "td"):
        table.contents.strip_code()
seconds = time.process_time() - began
print(f"{'mwparserfromhell ' + mwparserfromhell.__version__:<22} {size / 1e6 / seconds:8.2f}")
