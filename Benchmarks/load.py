#!/usr/bin/env python3
"""Many feeds, watched for a while: is each polled in time, and does the daemon stay as small as it was?

  load.py --rasid BIN [--feeds 10000] [--hosts 100] [--seconds 180] [--interval 60]

Serves FEEDS feeds on HOSTS loopback addresses with nginx and runs `rasid run` over them with a poll interval of INTERVAL
seconds, fifteen times the usual load. Takes SECONDS and a few more; says every half minute how far it is. Samples memory
and descriptors and reads nginx's log. Exits 1 when a feed was left out or asked later than its window, when memory or
descriptors of the last third are above those of the middle third, or beyond 300 MB. Works in memory (/dev/shm) where it can,
since a disk that others keep busy would be what is measured; --folder says where else. Needs nginx; exits 0 with a message
when it is missing.
"""
import argparse
import collections
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SLACK = 15  # seconds, for a burst to go through at a host's pace


def address(number, hosts):
    return f"127.3.{number % hosts // 200}.{number % hosts % 200 + 1}"


def write_feed(root):
    """One file is every feed: ten thousand take minutes to write on a slow disk, and say nothing more."""
    os.makedirs(root)
    with open(os.path.join(root, "feed.xml"), "w") as out:
        out.write('<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title><link>/</link>'
                  "<description>-</description></channel></rss>")


def start_nginx(folder, port):
    path = os.path.join(folder, "nginx.conf")
    with open(path, "w") as out:
        out.write(f"""
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log crit; worker_processes 1;
events {{ worker_connections 4096; }}
http {{ etag on; types {{ application/rss+xml xml; }} log_format time '$msec $request_uri $status'; access_log {folder}/access.log time buffer=64k flush=1s;
client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
scgi_temp_path {folder}/s; keepalive_requests 100000;
server {{ listen 0.0.0.0:{port} backlog=4096; root {folder}/site; rewrite ^ /feed.xml break; }} }}""")
    server = subprocess.Popen(["nginx", "-c", path, "-p", folder], stderr=subprocess.DEVNULL)
    # It writes its number once it has the port, and tries for some seconds to get it.
    while server.poll() is None and not os.path.exists(os.path.join(folder, "nginx.pid")):
        time.sleep(0.1)
    if server.poll() is not None:
        sys.exit(f"nginx did not start on port {port}: {open(os.path.join(folder, 'error.log')).read()}")
    return server


def sample(pid):
    with open(f"/proc/{pid}/statm") as file:
        memory = int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return memory, len(os.listdir(f"/proc/{pid}/fd")), cpu


def watch(folder, rasid, seconds):
    with open(os.path.join(folder, "rasid.log"), "w") as log:
        daemon = subprocess.Popen([rasid, "run", "--config", "feeds.yaml"], cwd=folder, stdout=log, stderr=log)
    samples = []
    try:
        for second in range(1, seconds + 1):
            time.sleep(1)
            if daemon.poll() is not None:
                break
            samples.append(sample(daemon.pid))
            if second % 30 == 0:
                memory, descriptors, cpu = samples[-1]
                print(f"{second} of {seconds} s: {memory:.0f} MB, {descriptors} descriptors, {cpu:.0f} s of CPU", flush=True)
    finally:
        daemon.send_signal(signal.SIGTERM)
        try:
            status = daemon.wait(timeout=60)
        except subprocess.TimeoutExpired:
            daemon.kill()
            sys.exit("rasid did not end within 60 s")
    if status != 0:
        sys.exit(f"rasid ended with {status}")
    return samples


def polls(folder):
    times = collections.defaultdict(list)
    with open(os.path.join(folder, "access.log")) as log:
        for line in log:
            at, path, _ = line.split()
            times[path].append(float(at))
    return times


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rasid", required=True)
    options.add_argument("--feeds", type=int, default=10_000)
    options.add_argument("--hosts", type=int, default=100)
    options.add_argument("--seconds", type=int, default=180)
    options.add_argument("--interval", type=int, default=60)
    options.add_argument("--port", type=int, default=18997)
    options.add_argument("--folder", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    chosen = options.parse_args()
    if not shutil.which("nginx"):
        print("skipped: nginx is not installed")
        return 0
    folder = tempfile.mkdtemp(prefix="rasid-load-", dir=chosen.folder)
    os.chmod(folder, 0o755)  # nginx's workers are another user
    write_feed(os.path.join(folder, "site"))
    feeds = "".join(f"  - {{ name: f{n}, url: \"http://{address(n, chosen.hosts)}:{chosen.port}/{n}.xml\" }}\n"
                    for n in range(chosen.feeds))
    with open(os.path.join(folder, "feeds.yaml"), "w") as out:
        out.write(f"poll: {{ interval: {chosen.interval}s, min: {chosen.interval // 2}s, max: {chosen.interval}s }}\n"
                  "fetch: { host_delay: 100ms, allow_private: [127.0.0.0/8] }\nfeeds:\n" + feeds)
    server = start_nginx(folder, chosen.port)
    try:
        samples = watch(folder, os.path.abspath(chosen.rasid), chosen.seconds)
        time.sleep(2)
        times = polls(folder)
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)
    return report(chosen, samples, times)


def report(chosen, samples, times):
    gaps = sorted(later - sooner for of in times.values() for sooner, later in zip(of, of[1:]))
    window = chosen.interval * 1.25 + SLACK
    third = len(samples) // 3
    middle, last = samples[third:2 * third], samples[2 * third:]
    memory = [max(of[0] for of in part) for part in (middle, last)]
    descriptors = [max(of[1] for of in part) for part in (middle, last)]
    total = sum(map(len, times.values()))
    if not gaps:
        print(f"missed: of {chosen.feeds} feeds {len(times)} were polled, none of them twice")
        return 1
    print(f"{chosen.feeds} feeds on {chosen.hosts} hosts, every {chosen.interval} s, {chosen.seconds} s")
    print(f"polls {total}, feeds polled {len(times)}; gaps {gaps[0]:.1f} to {gaps[-1]:.1f} s, "
          f"99 % up to {gaps[len(gaps) * 99 // 100]:.1f} s; window {window:.0f} s")
    print(f"memory MB {memory[0]:.0f} then {memory[1]:.0f}, descriptors {descriptors[0]} then {descriptors[1]}, "
          f"CPU {samples[-1][2] / total * 1000:.2f} ms a poll")
    missed = []
    if len(times) < chosen.feeds:
        missed.append("feeds left out")
    if gaps[-1] > window:
        missed.append("window")
    if gaps[0] < chosen.interval // 2:
        missed.append("shortest interval")
    if memory[1] > memory[0] * 1.05 + 4 or memory[1] > 300:
        missed.append("memory")
    if descriptors[1] > descriptors[0] + 16:
        missed.append("descriptors")
    print("missed: " + ", ".join(missed) if missed else "all bars met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
