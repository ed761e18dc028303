#!/bin/sh
# Measures the language server beside yaml-language-server; bench/README.md says more.
# Standard output is one Markdown table, and nothing else.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"

die() {
  printf 'bench: %s\n' "$*" >&2
  exit 2
}

command -v node >/dev/null || die 'this needs Node 20 or newer, and there is no node on the PATH'
command -v npm >/dev/null || die 'this needs npm to install the other server'
[ -r /proc/self/status ] || die 'resident memory is read from /proc, so this needs Linux'

# npm writes the hidden file last.
installed=bench/node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ -n "$(find bench/package-lock.json -newer "$installed")" ]; then
  (cd bench && npm ci --no-audit --no-fund --silent) >&2
fi

# The flags of the launcher. Nothing is built here: what is measured is what somebody has built.
if [ -z "${WML_LINT_SERVER:-}" ]; then
  java_home=${WML_LINT_JAVA_HOME:-${JAVA_HOME:-}}
  jar=
  for candidate in lsp-server/target/wml-language-server-*.jar; do
    [ -f "$candidate" ] || die 'the server is not built; run mvn package, or set WML_LINT_SERVER'
    jar=$candidate
  done
  WML_LINT_SERVER="${java_home:+\"$java_home\"/bin/}java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms8m \
-Xshare:auto -XX:-UsePerfData -Xlog:disable -Xlog:all=warning:stderr -jar $jar"
  export WML_LINT_SERVER
fi

exec node bench/server.mjs "$@"
