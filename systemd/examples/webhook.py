#!/usr/bin/env python3
"""webhook.py URL SECRET-FILE STATE OUTBOX POSITION-FILE: posts each new or changed article to URL, oldest first.

X-Rasid-Signature is "sha256=" and the HMAC-SHA256 of the body, in hexadecimal, under the secret; X-Rasid-Event is new
or update, X-Rasid-Sequence the number in the journal. STATE is the daemon's state directory. POSITION-FILE keeps the
number of the last article that was taken. When the receiver does not answer 2xx, or not within 30 s, the run ends with
status 1 and the next one goes on there: each article comes at least once, in order. What another reader took away
before is passed over.
"""
import hashlib, hmac, json, os, pathlib, sys, urllib.request


def days(journal, last):
    """The files of the journal from the day on that has what comes after last; the others are not read again."""
    found = []
    for day in sorted(journal.glob("*.jsonl"), reverse=True):
        found.append(day)
        first = day.open(encoding="utf-8").readline()
        if first.endswith("\n") and json.loads(first)["first_seq"] <= last + 1:
            break
    return reversed(found)


def publications(journal, last):
    for day in days(journal, last):
        for line in day.open(encoding="utf-8"):
            # The line that is being written has no end yet; the next run reads it whole.
            entry = json.loads(line) if line.endswith("\n") else {}
            if entry.get("seq", 0) > last and entry.get("event") in ("new", "update"):
                yield entry


def post(url, secret, entry, body):
    signature = hmac.new(secret, body, hashlib.sha256).hexdigest()
    kinds = {".json": "application/json", ".md": "text/markdown; charset=utf-8", ".txt": "text/plain; charset=utf-8"}
    headers = {
        "Content-Type": kinds.get(pathlib.Path(entry["file"]).suffix, "application/octet-stream"),
        "User-Agent": "rasid-webhook",
        "X-Rasid-Event": entry["event"],
        "X-Rasid-Sequence": str(entry["seq"]),
        "X-Rasid-Signature": f"sha256={signature}",
    }
    urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=30).close()


def main(url, secret_file, state, outbox, position_file):
    secret = pathlib.Path(secret_file).read_bytes().strip()
    position = pathlib.Path(position_file)
    last = int(position.read_text()) if position.exists() else 0
    for entry in publications(pathlib.Path(state, "journal"), last):
        article = pathlib.Path(outbox, entry["file"])
        if article.is_file():
            try:
                post(url, secret, entry, article.read_bytes())
            except OSError as error:  # what urllib raises, time-outs and statuses included
                sys.exit(f"{entry['file']}: {error}")
        new = position.with_suffix(".new")
        with new.open("w") as file:
            file.write(str(entry["seq"]))
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, position)


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
