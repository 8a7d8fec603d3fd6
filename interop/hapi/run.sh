#!/bin/sh
# Has HAPI FHIR judge what sdk-health writes: everything that was built has no validation error, and
# the corpus is the same resource to HAPI before and after. HAPI has a class path of its own.
#
#   interop/hapi/run.sh [CORPORA]    default ../shared/corpora beside the repository
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
corpora=${1:-$root/../shared/corpora}
files=$root/sdk-health/target/oracle

cd "$root"
if [ ! -d "$corpora/fhir-r4" ]; then
  echo "SKIPPED: no corpus fhir-r4 in $corpora"
  exit 77
fi
if ! ./mvnw -q -B -f "$here/pom.xml" compile dependency:build-classpath \
  -Dmdep.outputFile="$here/target/classpath" >"$here/resolve.log" 2>&1; then
  tail -5 "$here/resolve.log"
  echo "SKIPPED: HAPI FHIR cannot be fetched or compiled against"
  exit 77
fi
rm -rf "$files"
./mvnw -q -B test -pl sdk-health -am -Dgroups=oracle -Dsimpul.oracle=true -Dtest=OracleFilesTest \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dsimpul.corpora=$(cd "$corpora" && pwd)"
exec java -Xmx1g -cp "$here/target/classes:$(cat "$here/target/classpath")" \
  id.simpul.interop.hapi.Judge "$files"
