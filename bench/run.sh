#!/bin/sh
# Measures everything beside other programs; bench/README.md says more.
# Standard output is one Markdown table with its notes, and nothing else.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"

die() {
  printf 'bench: %s\n' "$*" >&2
  exit 2
}

# $1: a program; $2: what it is needed for, and where it comes from
need() {
  command -v "$1" >/dev/null || die "there is no $1 on the PATH; $2"
}

need node 'this needs Node 20 or newer'
need npm 'it installs the other programs'
need hyperfine 'it takes the times (the package is called hyperfine)'
need yamllint 'it is one of the programs to compare with (the package is called yamllint)'
need python3 'it asks the kernel for the largest resident memory'
[ -r /proc/self/status ] || die 'resident memory is read from /proc, so this needs Linux'

# npm writes the hidden file last. No package may run scripts of its own: none needs to.
installed=bench/node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ -n "$(find bench/package-lock.json -newer "$installed")" ]; then
  (cd bench && npm ci --ignore-scripts --no-audit --no-fund --silent) >&2
fi

exec node bench/run.mjs "$@"
