#!/usr/bin/env python3
"""The fetcher against `curl --parallel`: what politeness and limits cost.

  fetch.py --bench BIN [--feeds 2000] [--hosts 100] [--concurrency 64] [--rounds 5]

Serves FEEDS feeds of 20 to 60 KB (Arabic RSS) on HOSTS loopback addresses with nginx, keep-alive and gzip, and fetches
them in turn with curl and with Rasid's fetcher at equal concurrency, first cold, then with every answer a 304, then ten
times so, which says more of wall time: once takes a tenth of a second. Prints medians of CPU time per request, wall time
and peak memory, and how often the limit of two requests at once per host was broken, which is what nginx counted. Exits 1
when a bar is missed: CPU 1.5 times curl's, wall time 1.0 times (5 % for noise; of the ten times it is only told), 80 MB, no limit broken. Needs nginx and
curl; exits 0 with a message when one is missing.
"""
import argparse
import gzip
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from flow import sentence, vocabulary

PER_HOST = 2
BARS = dict(cpu=1.5, wall=1.05, peak=80)
# Rounds, and how often each asks for every feed.
ROUNDS = {"cold": 1, "304": 1, "304s": 10}
# What the service is given.
ENVIRONMENT = dict(os.environ, MALLOC_ARENA_MAX="2")


def address(number, hosts):
    return f"127.2.{number % hosts // 200}.{number % hosts % 200 + 1}"


def write_feeds(root, feeds, hosts, port):
    luck = random.Random(7)
    words = vocabulary(luck)
    stamp = 1_780_000_000
    urls = []
    for number in range(feeds):
        size = luck.randint(20_000, 60_000)
        text = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>خلاصة</title>'
        item = 0
        while len(text.encode()) < size:
            item += 1
            body = " ".join(sentence(luck, words) for _ in range(3))
            text += f"<item><guid>{number}-{item}</guid><title>{sentence(luck, words)}</title><description>{body}</description></item>"
        text += "</channel></rss>"
        folder = os.path.join(root, address(number, hosts))
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, f"{number}.xml")
        for name, data in ((path, text.encode()), (path + ".gz", gzip.compress(text.encode(), 6))):
            with open(name, "wb") as out:
                out.write(data)
            os.utime(name, (stamp, stamp))
        urls.append(f"http://{address(number, hosts)}:{port}/{number}.xml")
    return urls, time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(stamp))


def start_nginx(folder, port):
    configuration = f"""
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log crit; worker_processes 1;
events {{ worker_connections 4096; }}
http {{ etag on; types {{ application/rss+xml xml; }} gzip_static on; sendfile on;
client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
scgi_temp_path {folder}/s; keepalive_requests 100000;
limit_conn_zone $server_addr zone=hosts:1m; limit_conn_dry_run on; limit_conn_log_level info;
map $limit_conn_status $broken {{ REJECTED_DRY_RUN 1; default 0; }}
log_format who '$http_user_agent'; access_log {folder}/broken.log who if=$broken;
server {{ listen 0.0.0.0:{port} backlog=4096; root {folder}/site/$server_addr; limit_conn hosts {PER_HOST}; }} }}"""
    path = os.path.join(folder, "nginx.conf")
    with open(path, "w") as out:
        out.write(configuration)
    server = subprocess.Popen(["nginx", "-c", path, "-p", folder], stderr=subprocess.DEVNULL)
    # It writes its number once it has the port, and tries for some seconds to get it.
    while server.poll() is None and not os.path.exists(os.path.join(folder, "nginx.pid")):
        time.sleep(0.1)
    if server.poll() is not None:
        sys.exit(f"nginx did not start on port {port}: {open(os.path.join(folder, 'error.log')).read()}")
    return server


def curl(config, concurrency, date=None):
    command = ["curl", "--parallel", "--parallel-max", str(concurrency), "--compressed", "-s", "-K", config]
    if date:
        command += ["-H", f"If-Modified-Since: {date}"]
    before = time.time()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit("curl failed")
    return dict(wall=time.time() - before, cpu=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss / 1024)


def rasid(bench, urls, concurrency):
    run = subprocess.run([bench, str(concurrency), str(PER_HOST)], input=urls, capture_output=True, text=True, check=True,
                         env=ENVIRONMENT)
    rounds = {}
    for line in run.stdout.splitlines():
        name, wall, cpu, answers, unchanged, failures, size, peak = line.split()
        rounds[name] = dict(wall=float(wall), cpu=float(cpu), peak=int(peak) / 1024, answers=int(answers),
                            unchanged=int(unchanged), failures=int(failures), bytes=int(size))
    return rounds


def median(runs, key):
    return statistics.median(run[key] for run in runs)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bench", required=True)
    options.add_argument("--feeds", type=int, default=2000)
    options.add_argument("--hosts", type=int, default=100)
    options.add_argument("--concurrency", type=int, default=64)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--port", type=int, default=18998)
    chosen = options.parse_args()
    for tool in ("nginx", "curl"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is not installed")
            return 0
    folder = tempfile.mkdtemp(prefix="rasid-bench-")
    os.chmod(folder, 0o755)  # nginx's workers are another user
    urls, date = write_feeds(os.path.join(folder, "site"), chosen.feeds, chosen.hosts, chosen.port)
    config = {}
    for kind, times in ROUNDS.items():
        config[kind] = os.path.join(folder, f"urls-{kind}")
        with open(config[kind], "w") as out:
            out.write("".join(f'url = "{url}"\noutput = /dev/null\n' for url in urls * times))
    server = start_nginx(folder, chosen.port)
    runs = {name: {kind: [] for kind in ROUNDS} for name in ("curl", "rasid")}
    try:
        for _ in range(chosen.rounds):
            runs["curl"]["cold"].append(curl(config["cold"], chosen.concurrency))
            ours = rasid(os.path.abspath(chosen.bench), "\n".join(urls), chosen.concurrency)
            for kind in ("304", "304s"):
                runs["curl"][kind].append(curl(config[kind], chosen.concurrency, date))
            for kind in ROUNDS:
                runs["rasid"][kind].append(ours[kind])
    finally:
        server.terminate()
        server.wait()
        with open(os.path.join(folder, "broken.log")) as log:
            broken = sum("Rasid" in line for line in log)
        shutil.rmtree(folder, ignore_errors=True)
    return report(chosen, runs, broken)


def report(chosen, runs, broken):
    print(f"{chosen.feeds} feeds on {chosen.hosts} hosts, {chosen.concurrency} at once, medians of {chosen.rounds} rounds")
    print(f"{'':<18} {'CPU us/request':>14} {'wall s':>8} {'peak MB':>8}")
    missed = []
    for kind, times in ROUNDS.items():
        for name in ("curl", "rasid"):
            of = runs[name][kind]
            print(f"{name + ', ' + kind:<18} {median(of, 'cpu') / chosen.feeds / times * 1e6:14.0f} {median(of, 'wall'):8.2f} {median(of, 'peak'):8.0f}")
        for key in ("cpu", "wall"):
            ratio = median(runs["rasid"][kind], key) / median(runs["curl"][kind], key)
            is_judged = kind != "304s" or key == "cpu"
            print(f"  {key} ratio {ratio:.2f} " + (f"(at most {BARS[key]})" if is_judged else "(told, not judged)"))
            if is_judged and ratio > BARS[key]:
                missed.append(f"{kind} {key}")
        if any(run["answers"] != chosen.feeds * times for run in runs["rasid"][kind]):
            missed.append(f"{kind} answers")
        if kind != "cold" and any(run["unchanged"] != run["answers"] for run in runs["rasid"][kind]):
            missed.append(f"{kind} unchanged")
    if max(run["peak"] for kind in runs["rasid"].values() for run in kind) >= BARS["peak"]:
        missed.append("peak memory")
    print(f"more than {PER_HOST} requests at once at a host: {broken} times")
    if broken:
        missed.append("per-host limit")
    print("missed: " + ", ".join(missed) if missed else "all bars met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
