#!/usr/bin/env bash
# Looks in all that the tests wrote for what they planted: numbers, names, tokens and texts that must
# not come out anywhere. Run it after the tests; without reports it fails, for silence shows nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
reports=$(find . -path '*/target/surefire-reports/*' -type f \( -name '*.xml' -o -name '*.txt' \) | wc -l)
[ "$reports" -gt 0 ] || { echo "planted: no test has left a report" >&2; exit 2; }
if find . -path '*/target/surefire-reports/*' -type f \( -name '*.xml' -o -name '*.txt' \) -print0 \
  | xargs -0 grep -lF -f .ci/planted.txt; then
  echo "planted: what was planted came out in the reports named above" >&2
  exit 1
fi
echo "planted: $(grep -c . .ci/planted.txt) values, $reports reports, none came out"
