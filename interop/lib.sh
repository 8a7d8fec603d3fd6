# Functions for the scripts in this folder. Sourced by them with ROOT set; POSIX sh.
#
# Every script prints one line a check: "ok      …", "FAILED  …" or "SKIPPED: …". It exits with 0
# when all held, with 77 when it was skipped, and with something else when a check failed.
# NODE_BIN names the node's start script; without it the one that the build makes is used.

BUILT_NODE=$ROOT/sdk-node/target/simpul-node/bin/simpul-node
NODE_BIN=${NODE_BIN:-$BUILT_NODE}
READY_SECONDS=60
# A proxy of the machine is not for loopback.
no_proxy=127.0.0.1${no_proxy:+,$no_proxy}
export no_proxy

skip() {
  echo "SKIPPED: $1"
  exit 77
}

fail() {
  echo "FAILED  $1"
  exit 1
}

# need COMMAND...: skips when one of them is not on the path.
need() {
  for command in "$@"; do
    command -v "$command" >/dev/null 2>&1 || skip "$command is not on the path"
  done
}

# Makes the folder WORK and sees to it that it, and a node that was started, do not outlive us.
make_work_folder() {
  WORK=$(mktemp -d)
  NODE_PID=
  trap 'clean_up' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

clean_up() {
  stop_node
  rm -rf "$WORK"
}

build_node() {
  [ -x "$NODE_BIN" ] && return
  [ "$NODE_BIN" = "$BUILT_NODE" ] || fail "NODE_BIN is not an executable file: $NODE_BIN"
  (cd "$ROOT" && ./mvnw -q -pl sdk-node -am -DskipTests package) || fail "the node does not build"
}

# Prints a port on which nothing listens. Below the range that systems hand out by themselves.
free_port() {
  port=$((20000 + $$ % 10000))
  while :; do
    # 7: connection refused.
    rc=0
    curl -s -o /dev/null --max-time 2 "http://127.0.0.1:$port/" || rc=$?
    [ "$rc" -eq 7 ] && break
    port=$((port + 1))
  done
  echo "$port"
}

# Starts a node in the folder WORK; sets BASE, KEY (an API key of the role NODE_ROLE, a reporter's
# unless said) and NODE_PID.
start_node() {
  cp "$ROOT/interop/node/node.properties" "$ROOT/interop/node/services.json" "$WORK"
  port=$(free_port)
  BASE=http://127.0.0.1:$port
  config=$WORK/node.properties
  KEY=$("$NODE_BIN" api-key --name interop --role "${NODE_ROLE:-reporter}" --config "$config" \
    --data-directory "$WORK/data" 2>"$WORK/node.log") || node_failed "no API key could be made"
  "$NODE_BIN" --config "$config" --data-directory "$WORK/data" --base-url "$BASE" \
    --listen-port "$port" >"$WORK/node.log" 2>&1 &
  NODE_PID=$!
  seconds=0
  until curl -fs -o /dev/null --max-time 2 "$BASE/health/ready"; do
    kill -0 "$NODE_PID" 2>/dev/null || node_failed "the node ended before it was ready"
    seconds=$((seconds + 1))
    [ "$seconds" -lt "$READY_SECONDS" ] || node_failed "the node was not ready in time"
    sleep 1
  done
}

show_node_log() {
  sed 's/^/  node: /' "$WORK/node.log"
}

node_failed() {
  show_node_log
  fail "$1"
}

stop_node() {
  if [ -n "$NODE_PID" ]; then
    kill "$NODE_PID" 2>/dev/null || true
    wait "$NODE_PID" 2>/dev/null || true
    NODE_PID=
  fi
}
