#!/bin/sh
# HAPI's generic client, as it is published, at a packaged node; and HAPI's validator on what the
# node serves. HAPI has a class path of its own.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
. "$ROOT/interop/lib.sh"

need curl
if ! (cd "$ROOT" && ./mvnw -q -B -f "$HERE/pom.xml" compile dependency:build-classpath \
  -Dmdep.outputFile="$HERE/target/classpath" >"$HERE/resolve.log" 2>&1); then
  tail -5 "$HERE/resolve.log"
  skip "HAPI FHIR cannot be fetched or compiled against"
fi
build_node
make_work_folder
NODE_ROLE=health
SIMPUL_HEALTH=true
export SIMPUL_HEALTH
start_node
echo "ok      node ready at $BASE"
java -Xmx1g -cp "$HERE/target/classes:$(cat "$HERE/target/classpath")" \
  id.simpul.interop.hapi.Visitor "$BASE/fhir/r4" "$KEY" || {
  show_node_log
  exit 1
}
