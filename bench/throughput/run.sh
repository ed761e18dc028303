#!/bin/sh
# Lints 10,000 manifests beside snakeyaml-engine, which only reads them, on as many threads. The two
# take turns; the last line compares their medians.
#
#   bench/throughput/run.sh [MANIFESTS [THREADS [ROUNDS]]]
#
# WML_LINT_JAVA_HOME, else JAVA_HOME: the JDK that runs both. JAVA_FLAGS: what it is given.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
count=${1:-10000}
threads=${2:-$(getconf _NPROCESSORS_ONLN)}
rounds=${3:-5}
home=${WML_LINT_JAVA_HOME:-${JAVA_HOME:-}}
java=${home:+$home/bin/}java
flags=${JAVA_FLAGS--XX:+UseSerialGC -XX:TieredStopAtLevel=1}
linter=$(find "$root/linter/target" -maxdepth 1 -name 'wml-lint-*.jar' ! -name '*-sources.jar' \
  ! -name '*-javadoc.jar' | sort | tail -n 1)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
node "$here/generate.mjs" "$work/manifests" "$count"

# The linter's jar has the parser in it: both run the same one.
parser=$(find "${MAVEN_REPO:-$HOME/.m2/repository}/org/snakeyaml/snakeyaml-engine" -name '*.jar' |
  sort | tail -n 1)
"${home:+$home/bin/}javac" -cp "$parser" -d "$work/classes" "$here/ParseAll.java"

# Appends how many seconds a command takes. Findings are no failure.
timed() {
  file=$1
  shift
  from=$(date +%s%N)
  "$@" >"$work/out" || [ $? -eq 1 ]
  to=$(date +%s%N)
  echo "$(((to - from) / 1000000))" >>"$work/$file"
  tail -n 1 "$work/out" >&2
}

median() {
  sort -n "$work/$1" | sed -n "$(((rounds + 1) / 2))p"
}

round=0
while [ "$round" -lt "$rounds" ]; do
  # shellcheck disable=SC2086 # flags are several words
  timed parser "$java" $flags -cp "$work/classes:$parser" ParseAll "$work/manifests" "$threads"
  # shellcheck disable=SC2086
  timed linter "$java" $flags -jar "$linter" -j "$threads" "$work/manifests"
  round=$((round + 1))
done
awk -v parser="$(median parser)" -v linter="$(median linter)" -v count="$count" -v n="$threads" \
  'BEGIN { printf "%d manifests, %d threads: linter %d ms, parser %d ms, ratio %.2f\n",
    count, n, linter, parser, linter / parser }'
