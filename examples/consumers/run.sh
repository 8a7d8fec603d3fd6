#!/bin/sh
# Installs the modules into a repository that is thrown away, then compiles and runs applications
# outside of the reactor against them. Options such as -o are handed on to Maven. Prints one line a
# check, "ok" or "FAILED", and exits with 1 when one failed.
set -u

HERE=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
FAILED=0
JAVA=java
[ -n "${JAVA_HOME:-}" ] && JAVA=$JAVA_HOME/bin/java

# maven FILE ARGUMENT...: what is there already is not fetched again, and nothing is added to it.
maven() {
  pom=$1
  shift
  "$ROOT/mvnw" -q -f "$pom" -Dmaven.repo.local="$WORK/repository" \
    -Dmaven.repo.local.tail="$HOME/.m2/repository" "$@"
}

# check NAME COMMAND...
check() {
  name=$1
  shift
  if "$@" >"$WORK/log" 2>&1; then
    echo "ok      $name"
  else
    echo "FAILED  $name"
    cat "$WORK/log"
    FAILED=1
  fi
}

# compile PROJECT OPTION...: to a copy, so that nothing is left behind here.
compile() {
  project=$1
  shift
  cp -R "$HERE/$project" "$WORK/$project" || return 1
  maven "$WORK/$project/pom.xml" "$@" compile dependency:build-classpath \
    -Dmdep.outputFile="$WORK/$project.path"
}

run_classpath() {
  "$JAVA" -cp "$WORK/classpath/target/classes:$(cat "$WORK/classpath.path")" consumer.Main \
    && ! grep -q -e jackson-dataformat-yaml -e logback -e 'okhttp-[0-9]' "$WORK/classpath.path"
}

run_modules() {
  "$JAVA" -p "$WORK/modules/target/classes:$(cat "$WORK/modules.path")" -m consumer/consumer.Main \
    | tee "$WORK/said" && grep -q 'module id.simpul.reporting' "$WORK/said"
}

check "the modules install" maven "$ROOT/pom.xml" "$@" -pl sdk-bom,sdk-identity,sdk-reporting -am \
  -Dmaven.test.skip=true -Dmaven.javadoc.skip=true -Dmaven.source.skip=true \
  -Dspotless.check.skip=true install
[ "$FAILED" -eq 0 ] || exit 1
check "an application on the class path compiles through the BOM" compile classpath "$@"
check "it runs" run_classpath
check "an application that is a module compiles" compile modules "$@"
check "it runs, and finds the modules by their names" run_modules
exit "$FAILED"
