#!/usr/bin/env python3
"""The whole flow against the bare transfers: what Rasid costs on top of fetching.

  flow.py --rasid BIN [--feeds 200] [--items 20] [--keep DIR]

Makes FEEDS feeds with ITEMS article pages each (Arabic, about 30 KB of HTML a page), serves them with nginx on loopback, one
address a feed, and runs `rasid run --once` twice: cold, everything is new; warm, every feed answers 304. Beside it
`curl --parallel` fetches the same URLs. Prints wall time, CPU time and peak memory of each, and the ratios, which are
what can be compared between machines. Needs nginx and curl; exits 0 with a message when one is missing.
"""
import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

SYLLABLES = "قا بو تي رم سل دو لت حك ومة وز ير شر كة مد ينة نف ط غا ز اق تص اد سي اس ة مح لي دو لي تع لي م صح ة".split()
HEAD = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} | صحيفة {feed}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="صحيفة {feed}">
<meta property="article:published_time" content="2026-09-0{day}T08:00:00Z"></head><body><header><nav><ul>{links}</ul></nav></header>
<main><article><h1>{title}</h1><div class="share"><a href="#">شارك</a></div><div class="article-body">"""
TAIL = """<p>المصدر: وكالات</p></div></article><aside class="related"><h3>اقرأ أيضا</h3><ul>{links}</ul></aside></main>
<footer><p>جميع الحقوق محفوظة</p><ul>{links}</ul></footer></body></html>"""


def vocabulary(luck):
    return ["".join(luck.choice(SYLLABLES) for _ in range(luck.randint(1, 3))) for _ in range(4000)]


def sentence(luck, words):
    return " ".join(luck.choice(words) for _ in range(luck.randint(12, 30))) + "."


def page(luck, words, feed, title):
    links = "".join(f'<li><a href="/s/{n}">قسم {luck.choice(words)} {n}</a></li>' for n in range(60))
    body = "".join("<p>" + " ".join(sentence(luck, words) for _ in range(3)) + "</p>\n" for _ in range(12))
    frame = dict(feed=feed, title=title, links=links, day=luck.randint(1, 9))
    return HEAD.format(**frame) + body + TAIL.format(**frame)


def address(number):
    return f"127.1.{number // 200}.{number % 200 + 1}"


def write_site(root, feeds, items, port):
    luck = random.Random(7)
    words = vocabulary(luck)
    urls = []
    for feed in range(feeds):
        folder = os.path.join(root, address(feed))
        os.makedirs(folder)
        entries = []
        base = f"http://{address(feed)}:{port}"
        for item in range(items):
            title = " ".join(luck.choice(words) for _ in range(8))
            with open(os.path.join(folder, f"{item}.html"), "w") as out:
                out.write(page(luck, words, feed, title))
            entries.append(f"<item><title>{title}</title><link>{base}/{item}.html</link>"
                           f"<guid>{base}/{item}.html</guid><pubDate>Tue, 01 Sep 2026 08:{item:02d}:00 GMT</pubDate></item>")
            urls.append(f"{base}/{item}.html")
        with open(os.path.join(folder, "feed.xml"), "w") as out:
            out.write(f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{feed}</title>'
                      f"<link>{base}/</link><description>-</description>{''.join(entries)}</channel></rss>")
        urls.append(f"{base}/feed.xml")
    return urls


def start_nginx(folder, port):
    configuration = f"""
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log crit; worker_processes 1;
events {{ worker_connections 4096; }}
http {{ access_log off; etag on; types {{ text/html html; application/rss+xml xml; }} charset utf-8; gzip_static off;
client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
scgi_temp_path {folder}/s; keepalive_requests 100000;
server {{ listen 0.0.0.0:{port} backlog=4096; root {folder}/site/$server_addr; }} }}"""
    path = os.path.join(folder, "nginx.conf")
    with open(path, "w") as out:
        out.write(configuration)
    server = subprocess.Popen(["nginx", "-c", path, "-p", folder], stderr=subprocess.DEVNULL)
    time.sleep(1)
    if server.poll() is not None:
        sys.exit(f"nginx did not start on port {port}: {open(os.path.join(folder, 'error.log')).read()}")
    return server


def measure(command, folder):
    before = time.time()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    return dict(wall=time.time() - before, cpu=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss / 1024,
                status=os.waitstatus_to_exitcode(status), output=output.strip())


def row(name, facts):
    print(f"{name:<22} {facts['wall']:8.2f} {facts['cpu']:8.2f} {facts['peak']:8.0f}   {facts['output'][:90]}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rasid", required=True)
    options.add_argument("--feeds", type=int, default=200)
    options.add_argument("--items", type=int, default=20)
    options.add_argument("--port", type=int, default=18999)
    options.add_argument("--keep", help="a folder to work in and leave behind")
    chosen = options.parse_args()
    for tool in ("nginx", "curl"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is not installed")
            return 0
    folder = chosen.keep or tempfile.mkdtemp(prefix="rasid-bench-")
    os.makedirs(folder, exist_ok=True)
    os.chmod(folder, 0o755)  # nginx's workers are another user
    urls = write_site(os.path.join(folder, "site"), chosen.feeds, chosen.items, chosen.port)
    feeds = "".join(f"  - name: f{n}\n    url: http://{address(n)}:{chosen.port}/feed.xml\n" for n in range(chosen.feeds))
    with open(os.path.join(folder, "feeds.yaml"), "w") as out:
        out.write("poll: { interval: 2s, min: 1s, max: 3s }\n"
                  "fetch: { host_delay: 0s, allow_private: [127.0.0.0/8] }\n"
                  "articles: { full_text: always, backlog_age: 3650d }\nfeeds:\n" + feeds)
    with open(os.path.join(folder, "urls"), "w") as out:
        out.write("".join(f"url = {url}\noutput = /dev/null\n" for url in urls))
    server = start_nginx(folder, chosen.port)
    try:
        rasid = [os.path.abspath(chosen.rasid), "run", "--once", "--config", "feeds.yaml"]
        cold = measure(rasid, folder)
        time.sleep(4)
        warm = measure(rasid, folder)
        bare = measure(["curl", "--parallel", "--parallel-max", "64", "-s", "-K", "urls"], folder)
    finally:
        server.terminate()
        server.wait()
        if not chosen.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{'':<22} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}   {chosen.feeds} feeds, {len(urls)} URLs")
    row("rasid, cold", cold)
    row("rasid, warm (304)", warm)
    row("curl --parallel", dict(bare, output="the same URLs, thrown away"))
    print(f"cold / curl: CPU {cold['cpu'] / bare['cpu']:.2f}, wall {cold['wall'] / bare['wall']:.2f}")
    if f"{chosen.feeds * chosen.items} articles written" not in cold["output"].replace(",", ""):
        print("not everything was published: the figures mean nothing")
        return 1
    return 0 if cold["status"] == 0 and warm["status"] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
