#!/bin/sh
# Runs the commands of docs/plain-door.md as they stand there, in one shell, and compares what they
# print with what the document says they do.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
DOCUMENT=${1:-$ROOT/docs/plain-door.md}
. "$ROOT/interop/lib.sh"

# begin NAME: a step begins.
begin() {
  step=$1
  : >"$WORK/output"
}

# Compares what the step printed with what it should have.
check() {
  missing=$(awk -f "$HERE/matches.awk" "$WORK/expected" "$WORK/output") || {
    echo "  not printed: $missing"
    return 1
  }
  printf "ok      %s\n" "$step"
}

# available COMMAND...: whether all are on the path; says so when not.
available() {
  for command in "$@"; do
    if ! command -v "$command" >/dev/null 2>&1; then
      echo "SKIPPED: $step ($command is not on the path)"
      return 1
    fi
  done
}

# Says in which step the script ended early, and what was printed there.
finish() {
  rc=$?
  if [ "$rc" -ne 0 ]; then
    sed 's/^/  printed: /' "$WORK/output"
    printf '\nFAILED  %s\n' "$step"
  fi
  clean_up
  exit "$rc"
}

need curl awk
make_work_folder
awk -f "$HERE/steps.awk" "$DOCUMENT" >"$WORK/steps.sh"
# What the document leaves to its reader: a free port, and a place for temporary folders.
PORT=$(free_port)
TMPDIR=$WORK
export TMPDIR
begin "the beginning of the document"
trap finish EXIT
cd "$ROOT"
. "$WORK/steps.sh"
