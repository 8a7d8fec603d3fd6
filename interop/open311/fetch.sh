#!/bin/sh
# Fetches the npm client open311 and what it needs, as package-lock.json names them. npm compares
# each archive with its integrity hash and runs nothing of what it fetched.
set -eu

cd "$(dirname "$0")"
if ! command -v npm >/dev/null 2>&1; then
  echo "SKIPPED: npm is not on the path"
  exit 77
fi
if npm ci --ignore-scripts --no-progress --loglevel=error >/dev/null; then
  echo "ok      fetched: $(npm ls --parseable --long open311 | sed 's/.*://')"
else
  echo "FAILED  npm ci: open311 could not be fetched with the hashes of package-lock.json"
  exit 1
fi
