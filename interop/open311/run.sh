#!/bin/sh
# The npm client open311, as its authors published it, against a node of its own. Fetches the
# client first when fetch.sh has not.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
. "$ROOT/interop/lib.sh"

need node npm curl
[ -d "$HERE/node_modules/open311" ] || "$HERE/fetch.sh"
build_node
make_work_folder
start_node
echo "ok      node ready at $BASE"
BASE=$BASE KEY=$KEY SERVICES=$WORK/services.json node "$HERE/client.js" || {
  show_node_log
  exit 1
}
