#!/bin/sh
# Runs every script of this folder and counts what held, what did not, and what was skipped.
# Exits with 1 when anything failed. A skip is never counted as passed.
set -eu

cd "$(dirname "$0")"
RESULTS=$(mktemp)
trap 'rm -f "$RESULTS"' EXIT
passed=0
failed=0
skipped=0

count() {
  grep -c "^$1" "$RESULTS" || true
}

for script in open311/fetch.sh open311/run.sh plain-door/run.sh health-records/run.sh \
  hapi/run.sh hapi/visit.sh; do
  echo "== interop/$script"
  rc=0
  "./$script" >"$RESULTS" 2>&1 || rc=$?
  cat "$RESULTS"
  failures=$(count 'FAILED ')
  # A script that ends badly, or with nothing to show, has failed whatever it printed.
  case $rc in
    0) [ "$(count 'ok ')" -gt 0 ] || failures=$((failures + 1)) ;;
    77) [ "$(count 'SKIPPED:')" -gt 0 ] || failures=$((failures + 1)) ;;
    *) [ "$failures" -gt 0 ] || failures=1 ;;
  esac
  passed=$((passed + $(count 'ok ')))
  failed=$((failed + failures))
  skipped=$((skipped + $(count 'SKIPPED:')))
done

echo "interop: $passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
