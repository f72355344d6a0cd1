"""Prints how fast pandas reads the tables of pages, and on how many it fails."""
import glob, os, sys, time, warnings
import pandas

warnings.simplefilter("ignore")
share = int(os.environ["SHARE"])
files = sorted(glob.glob(os.path.join(sys.argv[1], "*", "*.html")))[::share]
pages = []
for name in files:
    with open(name, encoding="utf-8") as page:
        pages.append(page.read())
size = sum(len(page.encode()) for page in pages)
failed = 0
began = time.process_time()
for page in pages:
    try:
        pandas.read_html(page, flavor="lxml")
    except Exception:
        failed += 1
seconds = time.process_time() - began
print(f"{'pandas ' + pandas.__version__:<22} {size / 1e6 / seconds:8.2f}   {failed} of {len(pages)} pages fail")
