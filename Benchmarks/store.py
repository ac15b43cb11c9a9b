#!/usr/bin/env python3
"""The archive alone: how many articles a second it stores, indexes and publishes with full durability.

  store.py --bench BIN [--articles 20000] [--batch 200] [--directory DIR] [--keep]

Publishes ARTICLES made-up articles of 260 Arabic words as the daemon does it: polls store items on one thread, articles
are stored in batches on another, their files are written, synced and renamed on a third. Prints the rate, the CPU time
an article costs, how long polls wait to store their items, what the index takes beside the files, and how many syncs an
article costs, which is counted by a preloaded library in a short run of its own. Beside it stands what the disk gives
when the same bytes are written and synced by nobody but it, file by file on one thread.

Exits 1 when a bar is missed: 1,000 articles a second, the last tenth at half the rate of the first or better, no poll
that waits for more than 2 s. The directory should lie on the disk that the outbox will lie on, and be new: a file system
may avoid places where much was removed a minute ago. On a machine that is busy with other things `chrt -r 10` before it
shows what an idle one does. `--articles 500000` takes 8 GB.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

BARS = dict(rate=1000, slow=0.5, wait=2000)
FAULTS = os.path.join(os.path.dirname(__file__), "../Tests/EndToEndTests/Fixtures/faults/faults.c")
FIELDS = ("done", "seconds", "cpu", "median", "p99", "longest", "index", "log", "files")


def run(bench, folder, articles, batch, environment=None):
    command = [os.path.abspath(bench), folder, str(articles), str(batch)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    parts = []
    for line in process.stdout:
        values = line.split()
        if len(values) != len(FIELDS):
            sys.exit(line)
        part = dict(zip(FIELDS, map(float, values)))
        part["count"] = part["done"] - (parts[-1]["done"] if parts else 0)
        parts.append(part)
        if environment is None:
            show(part)
    if process.wait() != 0:
        sys.exit(f"{bench} ended with {process.returncode}")
    return parts


def show(part):
    print(f"{part['done']:8.0f} {part['count'] / part['seconds']:9.0f} {part['cpu'] / part['count'] * 1e3:9.2f}"
          f" {part['median']:7.0f} {part['p99']:6.0f} {part['longest']:6.0f}"
          f" {part['index'] / part['done']:8.0f} {part['log'] / 2**20:7.1f}", flush=True)


def syncs(bench, folder, batch):
    """Syncs of an article in batches, by the kind of file."""
    library, log = os.path.join(folder, "faults.so"), os.path.join(folder, "steps")
    os.makedirs(folder)
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", library, FAULTS, "-lpthread"], check=True)
    open(log, "w").close()
    root = os.path.realpath(os.path.join(folder, "counted"))
    os.makedirs(root)
    environment = dict(os.environ, LD_PRELOAD=library, RASID_FAULT_ROOT=root, RASID_FAULT_LOG=log)
    articles = batch * 20
    run(bench, root, articles, batch, environment)
    counts = {"file": 0, "outbox": 0, "journal": 0, "index": 0}
    with open(log) as steps:
        for line in steps:
            found = re.match(r"\d+ fsync (.*)", line)
            if found:
                path = found[1]
                kind = ("index" if "index.sqlite" in path else "journal" if "journal" in path
                        else "file" if re.search(r"/\.tmp/.", path) else "outbox")
                counts[kind] += 1
    return {kind: count / articles for kind, count in counts.items()}


def bare(folder, count):
    """Files a second that are written, synced and renamed one by one."""
    os.makedirs(folder)
    begun = time.monotonic()
    for number in range(count):
        path = os.path.join(folder, f".{number}")
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        os.write(file, b"x" * 3400)
        os.fsync(file)
        os.close(file)
        os.rename(path, os.path.join(folder, str(number)))
    return count / (time.monotonic() - begun)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bench", required=True)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--batch", type=int, default=200)
    options.add_argument("--directory", default="/var/tmp")
    options.add_argument("--keep", action="store_true", help="leave the files there")
    chosen = options.parse_args()
    folder = tempfile.mkdtemp(prefix="rasid-store-", dir=chosen.directory)
    try:
        return measure(chosen, folder)
    finally:
        if not chosen.keep:
            shutil.rmtree(folder, ignore_errors=True)


def measure(chosen, folder):
    print(f"{chosen.articles} articles in batches of up to {chosen.batch}, in {folder}")
    print("articles  rate 1/s  CPU ms/a  poll waits ms: median, p99, longest; index bytes/a, log MB")
    begun = time.monotonic()
    parts = run(chosen.bench, os.path.join(folder, "whole"), chosen.articles, chosen.batch)
    took = time.monotonic() - begun
    total = {key: sum(part[key] for part in parts) for key in ("count", "seconds", "cpu")}
    rate = total["count"] / total["seconds"]
    tenth = [rate_of(part_of) for part_of in (parts[:max(len(parts) // 10, 1)], parts[-max(len(parts) // 10, 1):])]
    longest = max(part["longest"] for part in parts)
    last = parts[-1]
    print(f"{rate:.0f} articles a second, {total['cpu'] / total['count'] * 1e3:.2f} ms of CPU each, {took:.1f} s in all")
    print(f"first tenth {tenth[0]:.0f}/s, last tenth {tenth[1]:.0f}/s; the longest wait of a poll {longest:.0f} ms")
    print(f"files {last['files'] / last['done']:.0f} bytes an article; index {last['index'] / 2**20:.0f} MB, "
          f"{last['index'] / last['files']:.2f} of the files, its log at most {max(p['log'] for p in parts) / 2**20:.0f} MB")
    counts = syncs(chosen.bench, os.path.join(folder, "syncs"), chosen.batch)
    print("syncs an article: " + ", ".join(f"{kind} {count:.3f}" for kind, count in counts.items()))
    print(f"the bare disk, file by file: {bare(os.path.join(folder, 'bare'), 300):.0f} files a second")
    missed = [name for name, isMissed in (("rate", rate < BARS["rate"]), ("slowing", tenth[1] < tenth[0] * BARS["slow"]),
                                          ("wait", longest > BARS["wait"])) if isMissed]
    print("missed: " + ", ".join(missed) if missed else "all bars met")
    return 1 if missed else 0


def rate_of(parts):
    return sum(part["count"] for part in parts) / sum(part["seconds"] for part in parts)


if __name__ == "__main__":
    sys.exit(main())
