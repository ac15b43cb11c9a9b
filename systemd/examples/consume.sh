#!/bin/sh
# consume.sh DIRECTORY: prints the title of each new article, with inotifywait of Debian's inotify-tools. An article
# comes by a rename, so moved_to is the only event to wait for. With format: json, jq reads the rest.
inotifywait -m -q -e moved_to --format '%w%f' --exclude '/\.' "$1" | while read -r file; do
    case $file in
        *.json) jq -r '"\(.date_published)  \(.title)"' "$file" ;;
        *) sed -n '/^title: /{s///p;q}' "$file" ;;
    esac
done
