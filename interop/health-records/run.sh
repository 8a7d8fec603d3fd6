#!/bin/sh
# Runs the commands of docs/health-records.md as they stand there, as plain-door/run.sh does.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
exec "$HERE/../plain-door/run.sh" "$HERE/../../docs/health-records.md"
