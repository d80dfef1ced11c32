#!/bin/sh
# How fast pages are, against the same program's static bytes, in one run: ./hub bench [seconds a round, default 8] [rounds, default 3].
# Starts a demo hub of its own on a folder that is thrown away. Loads loopback only. Needs wrk and curl; prints medians and ratios.
set -eu
seconds=${1:-8} rounds=${2:-3} port=8790
command -v wrk >/dev/null || {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq wrk >/dev/null 2>&1
} || { echo "The bench needs wrk: install the package wrk." >&2; exit 1; }
work=$(mktemp -d)
hub_pid=
finish() { [ -z "$hub_pid" ] || { kill "$hub_pid" && wait "$hub_pid" || true; } 2>/dev/null; rm -rf "$work"; }
trap finish EXIT INT TERM

"$JAVA_HOME/bin/java" -Xmx400m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp 'launcher/target/run/*' hub.launcher.Hub --port $port --data "$work/data" >"$work/hub.log" 2>&1 &
hub_pid=$!
until grep -q 'Ctrl-C stops' "$work/hub.log"; do
  kill -0 $hub_pid 2>/dev/null || { cat "$work/hub.log" >&2; exit 1; }
  sleep 0.2
done

origin=http://localhost:$port
provider=http://localhost:$((port + 1))
jar=$work/cookies
get() { curl -sS -L -b "$jar" -c "$jar" "$@"; }
form=$(get "$origin/oauth2/authorization/hearth")
token=$(printf '%s' "$form" | sed -n 's/.*name="_csrf"[^>]*value="\([^"]*\)".*/\1/p' | head -1)
get -o "$work/home.html" --data-urlencode "_csrf=$token" --data-urlencode username=tasneem.akhtar@example.org \
  --data-urlencode password=hearth-demo-2026 "$provider/sign-in"
grep -q 'Tasneem' "$work/home.html" || { echo "The bench could not sign in." >&2; exit 1; }
session=$(awk '$6 == "HEARTH_SESSION" { print $7 }' "$jar")
thread=$(grep -o '/threads/[0-9a-z]*/bedtimes[a-z-]*' "$work/home.html" | head -1)

rate() { wrk -t2 -c16 -d"${seconds}s" -H "Cookie: HEARTH_SESSION=$session" -H 'Accept: text/html' "$origin$1" | awk '/Requests\/sec/ { print $2 }'; }
pages="/assets/icons.svg / $thread /groups/larkhill-constellation/larkhill-constellation /library /library/sleep-and-settling"
echo "Warming up."
for page in $pages; do rate "$page" >/dev/null; done
round=1
while [ "$round" -le "$rounds" ]; do
  n=0
  for page in $pages; do n=$((n + 1)); rate "$page" >>"$work/$n"; done
  round=$((round + 1))
done
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
reference=$(median "$work/1")
printf '%-62s %10s %8s\n' page requests/s ratio
n=0
for page in $pages; do
  n=$((n + 1))
  median "$work/$n" | awk -v page="$page" -v reference="$reference" '{ printf "%-62s %10.0f %8.2f\n", page, $1, $1 / reference }'
done
