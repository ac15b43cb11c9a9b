#!/usr/bin/env python3
"""Measures how many articles `rasid dedupe` places in a second of CPU time, how that changes as they grow in number, and
what each costs in memory, beside rensa and datasketch (MinHash) where Python has them.

  dedupe.py --rasid PROGRAM --corpus DIRECTORY [--documents 12500 --documents 50000 ...]

The articles are those of stories/speed.jsonl.gz in the corpus, then as often as needed the same with all but the
commonest words exchanged for others about as common: as many texts, names and stories as real news have, and no text
twice that is not in the corpus twice. All are dated within the fourteen days of the window.

A peer does what its manual shows: folded words, runs of five, 128 permutations, bands for a Jaccard index of 0.3, each
candidate checked. Peak memory holds the program, its input line and the ids of all articles as well as the index."""
import argparse
import collections
import datetime
import gzip
import importlib.util
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

WORD = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\d+")
GONE = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
FOLD = str.maketrans("آأإٱىیةکؤئ", "ااااييهكوي")
PEERS = ("rensa", "datasketch")
JACCARD = 0.3


class Articles:
    """As many articles as one asks for, always the same."""

    KEPT, FIRST_BAND, WIDEST_BAND = 400, 64, 8192

    def __init__(self, corpus):
        with gzip.open(os.path.join(corpus, "stories", "speed.jsonl.gz"), "rt", encoding="utf-8") as lines:
            self.real = [json.loads(line) for line in lines]
        count = collections.Counter()
        for article in self.real:
            count.update(set(WORD.findall(article["text"])))
        self.words = ([], [])
        for word, _ in count.most_common():
            self.words["\u0600" <= word[0] <= "\u06ff"].append(word)

    def exchange(self, seed):
        """Which word takes the place of which: one about as common."""
        generator, exchange = random.Random(seed), {}
        for words in self.words:
            start, size = self.KEPT, self.FIRST_BAND
            while start < len(words):
                band = words[start:start + size]
                others = band[:]
                generator.shuffle(others)
                exchange.update(zip(band, others))
                start, size = start + size, min(size * 2, self.WIDEST_BAND)
        return exchange

    def write(self, count, path):
        step = datetime.timedelta(days=13.5) / count
        with open(path, "w", encoding="utf-8") as file:
            for number in range(count):
                turn, place = divmod(number, len(self.real))
                if place == 0:
                    exchange, generator = self.exchange(turn) if turn else {}, random.Random(turn)
                article = self.real[place]
                text, title = (self.changed(article[key] or "", exchange, generator) for key in ("text", "title"))
                time = datetime.datetime(2026, 9, 1) + step * number
                line = {"id": f"{article['id']}-{turn}", "title": title, "text": text,
                        "published": time.strftime("%Y-%m-%dT%H:%M:%SZ"), "source": article.get("source")}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")

    @staticmethod
    def changed(text, exchange, generator):
        if not exchange:
            return text
        text = WORD.sub(lambda word: exchange.get(word.group(), word.group()), text)
        return DIGITS.sub(lambda digits: "".join(generator.choice("0123456789") for _ in digits.group()), text)


def runs(text):
    words = re.findall(r"\w+", GONE.sub("", unicodedata.normalize("NFKC", text)).translate(FOLD).lower())
    return [" ".join(words[start:start + 5]) for start in range(max(1, len(words) - 4))]


def rensa(path):
    from rensa import RMinHash, RMinHashLSH
    index, known = RMinHashLSH(threshold=JACCARD, num_perm=128, num_bands=32), []
    for number, line in enumerate(open(path, encoding="utf-8")):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(runs(json.loads(line)["text"]))
        matches = [other for other in index.query(sketch) if sketch.jaccard(known[other]) >= JACCARD]
        index.insert(number, sketch)
        known.append(sketch)
        print(number, min(matches, default=None))


def datasketch(path):
    from datasketch import MinHash, MinHashLSH
    index, known = MinHashLSH(threshold=JACCARD, num_perm=128), []
    for number, line in enumerate(open(path, encoding="utf-8")):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([run.encode() for run in runs(json.loads(line)["text"])])
        matches = [other for other in index.query(sketch) if sketch.jaccard(known[other]) >= JACCARD]
        index.insert(number, sketch)
        known.append(sketch)
        print(number, min(matches, default=None))


def measured(command):
    """Seconds of CPU time and peak memory in bytes. A shell stands between, since a peak counts the parent's size."""
    with tempfile.TemporaryFile() as output:
        program = "import os,sys;p=os.fork();p or os.execvp(sys.argv[1],sys.argv[1:]);_,s,u=os.wait4(p,0);" \
            "print(u.ru_utime+u.ru_stime,u.ru_maxrss,s,file=sys.stderr)"
        result = subprocess.run(
            [sys.executable, "-ISc", program, *command], stdout=output, stderr=subprocess.PIPE, text=True)
    seconds, peak, status = result.stderr.split()[-3:]
    if int(status) != 0:
        sys.exit(f"{command[0]} failed: {result.stderr.strip()}")
    return float(seconds), int(peak) * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rasid", default=".build/release/rasid", help="the program to measure")
    parser.add_argument("--corpus", default="../shared/corpus", help="where stories/speed.jsonl.gz lies")
    parser.add_argument("--documents", type=int, action="append", help="how many articles; can be repeated")
    options = parser.parse_args()
    if not os.path.isdir(os.path.join(options.corpus, "stories")):
        print(f"No corpus in {options.corpus}: copies not measured. --corpus DIRECTORY names another place.")
        return
    counts = sorted(options.documents or [12500, 50000])
    tools = {"rasid": [options.rasid, "dedupe", "--json"]}
    for peer in PEERS:
        if importlib.util.find_spec(peer):
            tools[peer] = [sys.executable, os.path.abspath(__file__), "_" + peer]
        else:
            print(f"{peer} is not installed: skipped (pip install {peer})")
    articles = Articles(options.corpus)
    print("articles  program      a CPU second   of rasid's   peak MB   bytes an article more")
    before = {}
    for count in counts:
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
            articles.write(count, file.name)
            rates = {}
            for tool, command in tools.items():
                seconds, peak = measured(command + [file.name])
                rates[tool] = count / seconds
                known = before.get(tool)
                more = f"{(peak - known[1]) / (count - known[0]):.0f}" if known and count > known[0] else ""
                before[tool] = (count, peak)
                print(f"{count:8}  {tool:11}  {rates[tool]:12.0f}   {rates[tool] / rates['rasid']:10.2f}"
                      f"   {peak / 1e6:7.0f}   {more:>10}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1][1:] in PEERS:
        {"_rensa": rensa, "_datasketch": datasketch}[sys.argv[1]](sys.argv[2])
    else:
        main()
