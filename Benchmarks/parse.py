#!/usr/bin/env python3
"""Measures what `rasid parse --json` costs over real feeds: CPU time against a bare parse loop of lxml over the same
files, start and output included on our side and the start of Python left out on lxml's, and peak memory.

  parse.py --rasid PROGRAM --corpus DIRECTORY [--rounds 5]

The feeds are those of feeds/real in the corpus. The programs take turns, and the best round of each counts: what else
runs on the machine only ever adds. Exits 1 above twice lxml's time or 40 MB."""
import argparse
import glob
import importlib.util
import os
import subprocess
import sys

RATIO, PEAK = 2, 40
LOOP = """
import sys, time
from lxml import etree
start = time.process_time()
for path in sys.argv[1:]:
    try:
        etree.parse(path, etree.XMLParser(recover=True, huge_tree=True))
    except Exception:
        pass
print(time.process_time() - start)
"""


def cost(command):
    """Seconds of CPU time and peak memory in MB. Status 3 says that a file is no feed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rasid", default=".build/release/rasid", help="the program to measure")
    parser.add_argument("--corpus", default="../shared/corpus", help="where feeds/real lies")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    feeds = sorted(glob.glob(os.path.join(options.corpus, "feeds/real/*.xml")))
    if not feeds or not importlib.util.find_spec("lxml"):
        print("No corpus, or no lxml (pip install lxml): parsing not measured.")
        return 0
    ours, theirs, peak = [], [], 0
    for _ in range(options.rounds):
        seconds, memory = cost([options.rasid, "parse", "--json", *feeds])
        ours.append(seconds)
        peak = max(peak, memory)
        theirs.append(float(subprocess.check_output([sys.executable, "-c", LOOP, *feeds])))
    ratio = min(ours) / min(theirs)
    size = sum(map(os.path.getsize, feeds)) / 1e6
    print(f"parse: {len(feeds)} feeds of {size:.1f} MB in {min(ours) * 1000:.0f} ms, {ratio:.2f} times lxml's"
          f" {min(theirs) * 1000:.0f} ms (at most {RATIO}); peak {peak:.1f} MB (at most {PEAK})")
    return 0 if ratio <= RATIO and peak <= PEAK else 1


if __name__ == "__main__":
    sys.exit(main())
