#!/usr/bin/env bash
# The ceremony of a new city, from init to its first accepted signed report, with three nodes on
# this machine: a national anchor, a province, and the city. Fails when anything does not hold, and
# when what it prints is not what docs/joining.md shows. --write puts it into the page instead.
set -euo pipefail
cd "$(dirname "$0")/../.."

NODE=$PWD/sdk-node/target/simpul-node/bin/simpul-node
PAGE=docs/joining.md
PROGRAM=$PWD/examples/src/main/java/id/simpul/examples/SignedReport.java
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
[ -x "$NODE" ] || ./mvnw -q -pl sdk-node -am -DskipTests package

# Commands are short; what the second compiler would gain it never earns back.
export JAVA_OPTS="-XX:TieredStopAtLevel=1"
unset "${!SIMPUL_@}"
work=$(mktemp -d)
pids=()
shown=$work/shown

finish() {
  local code=$?
  for pid in "${pids[@]:-}"; do [ -z "$pid" ] || kill "$pid" 2>/dev/null || true; done
  wait
  if [ "$code" -ne 0 ]; then
    echo "The ceremony does not hold; the nodes' logs:" >&2
    tail -n 20 "$work"/*/node.log >&2 || true
  fi
  rm -rf "$work"
}
trap finish EXIT

free_ports() { # three ports that nobody uses, held open until the last is found
  python3 -c 'import socket
s = [socket.socket() for _ in range(3)]
[x.bind(("127.0.0.1", 0)) for x in s]
print(*[x.getsockname()[1] for x in s])'
}

read -r port1 port2 port3 <<<"$(free_ports)"
anchor=http://127.0.0.1:$port1
province=http://127.0.0.1:$port2
city=http://127.0.0.1:$port3

# What differs from run to run, told as if it did not.
settle() {
  sed -E \
    -e "s#$anchor#http://127.0.0.1:8301#g; s#$province#http://127.0.0.1:8302#g; s#$city#http://127.0.0.1:8303#g" \
    -e "s#$work#/srv#g" \
    -e "s#listen-port $port1#listen-port 8301#; s#listen-port $port2#listen-port 8302#; s#listen-port $port3#listen-port 8303#" \
    -e 's#[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z#2026-11-21T02:00:00Z#g' \
    -e 's#0000-0000-0000-0000-0000#(0000)#g' \
    -e 's#[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}#7Q4M-2WXA-9KDT-0HRE-5BVN#g' \
    -e 's#\(0000\)#0000-0000-0000-0000-0000#g' \
    -e 's#(with|kid) [A-Za-z0-9_-]{43}#\1 (its key)#g' \
    -e 's#[0-9]+ days and [0-9]+ hours#6 days and 23 hours#g' \
    -e 's#this clock is [0-9] s (behind|ahead of)#this clock is 0 s ahead of#g'
}

say() { echo | tee -a "$shown"; echo "# $*" | tee -a "$shown"; }

# Runs a command and shows it, with the exit code it must have.
expect() {
  local code=$1 got=0
  shift
  {
    echo "\$ simpul-node $*"
    "$NODE" "$@" 2>"$work/err" || got=$?
    grep -v ' WARN ' "$work/err" || true
  } >"$work/out"
  settle <"$work/out" | tee -a "$shown"
  [ "$got" -eq "$code" ] || { echo "exit code $got and not $code" >&2; return 1; }
}

must_show() { grep -qF -- "$1" "$work/out" || { echo "does not say: $1" >&2; return 1; }; }

serve() { # FOLDER URL
  "$NODE" --config "$work/$1/node.properties" >"$work/$1/node.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 300); do
    if curl -sf "$2/health/ready" >/dev/null 2>&1; then return; fi
    sleep 0.1
  done
  echo "$1 does not answer" >&2
  return 1
}

# What the letter says: the fingerprint that the command before has printed.
fingerprint() { sed -n 's/^fingerprint *//p' "$work/out"; }

loopback="--allow-insecure-loopback-for-development true"

say "1. The national anchor, once"
mkdir "$work/anchor" "$work/province" "$work/city"
# shellcheck disable=SC2086
expect 0 init --config "$work/anchor/node.properties" --base-url "$anchor" --listen-port "$port1" \
  --region 31 --authority true $loopback
serve anchor "$anchor"
# This entry goes to every region by a way they trust, such as a signed letter.
echo "{\"anchors\": [$("$NODE" public-key --of federation --config "$work/anchor/node.properties" 2>/dev/null)]}" \
  >"$work/anchors.json"
cp "$work/anchors.json" "$work/province/"
cp "$work/anchors.json" "$work/city/"

say "2. The province joins the anchor"
# shellcheck disable=SC2086
expect 0 init --config "$work/province/node.properties" --base-url "$province" \
  --listen-port "$port2" --region 15 --authority true --superiors "$anchor" \
  --trust-anchors-file anchors.json --services-file services.json $loopback
serve province "$province"
expect 0 enrol --superior "$anchor" --out "$work/province/request.json" \
  --config "$work/province/node.properties"
letter=$(fingerprint)
expect 0 authority approve "$work/province/request.json" --fingerprint "$letter" \
  --max-path-length 1 --config "$work/anchor/node.properties"

say "3. The city makes its node and asks the province"
# shellcheck disable=SC2086
expect 0 init --config "$work/city/node.properties" --base-url "$city" --listen-port "$port3" \
  --region 15.71 --superiors "$province" --trust-anchors-file anchors.json $loopback
serve city "$city"
expect 0 enrol --superior "$province" --out "$work/city/request.json" \
  --config "$work/city/node.properties"
letter=$(fingerprint)

say "4. Before it is approved nobody trusts it, and a wrong letter approves nothing"
expect 1 explain "$city" --config "$work/province/node.properties"
must_show "is NOT trusted"
expect 2 authority approve "$work/city/request.json" --fingerprint 0000-0000-0000-0000-0000 \
  --config "$work/province/node.properties"
must_show "is not that of the request"

say "5. The province compares the letter with the request, and approves"
expect 0 authority approve "$work/city/request.json" --fingerprint "$letter" \
  --config "$work/province/node.properties"
expect 0 authority list --config "$work/province/node.properties"
expect 0 doctor --config "$work/city/node.properties"
expect 0 explain "$city" --config "$work/province/node.properties"
must_show "is trusted until"

say "6. The first signed report of the city, at the node of the province"
report=$("$java" -XX:TieredStopAtLevel=1 -cp "${NODE%/bin/*}/conf:${NODE%/bin/*}/lib/*" "$PROGRAM" \
  "$city" "$work/city/data/signing-key.pem" "$work/city/anchors.json" "$province" \
  --insecure-loopback 2>"$work/err") ||
  { cat "$work/err" >&2; exit 1; }
case $report in *[!A-Za-z0-9._-]*) echo "no report id: $report" >&2; exit 1 ;; esac
held=$(curl -s "$province/open311/v2/requests/$report.json")
case $held in
  *"\"status\":\"open\""*) ;;
  *) echo "the province does not hold $report: $held" >&2; exit 1 ;;
esac
echo "accepted: the province holds the report, signed by http://127.0.0.1:8303" | tee -a "$shown"

say "7. Suspended, it is trusted no more by whoever asks anew"
expect 0 authority suspend "$city" --config "$work/province/node.properties"
expect 1 explain "$city" --config "$work/province/node.properties"
must_show "is NOT trusted"

transcript() { awk '/^<!-- transcript -->$/ {on = 1; next} /^<!-- end -->$/ {on = 0} on && !/^```/' "$PAGE"; }

sed -i 1d "$shown"
if [ "${1:-}" = --write ]; then
  awk -v file="$shown" '/^<!-- transcript -->$/ {print; print "```"; while ((getline line < file) > 0) print line; print "```"; skip = 1; next}
    /^<!-- end -->$/ {skip = 0} !skip' "$PAGE" >"$work/page"
  cp "$work/page" "$PAGE"
else
  diff -u <(transcript) "$shown" || { echo "$PAGE shows something else; examples/joining/run.sh --write" >&2; exit 1; }
fi
echo
echo "The ceremony holds, in $SECONDS s."
