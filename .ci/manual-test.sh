#!/bin/sh
# Checks the manual page with groff and mandoc: they must report nothing.
#
#   .ci/manual-test.sh COMMAND...   what runs the linter
set -eu

[ $# -gt 0 ] || {
  echo "usage: $0 COMMAND..." >&2
  exit 2
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
page=$folder/wml-lint.1
export LC_ALL=C.UTF-8

failed=0
# Each prints its findings, and nothing for a correct page.
check() {
  name=$1
  shift
  "$@" >"$folder/said" 2>&1 || :
  if [ -s "$folder/said" ]; then
    echo "not ok - $name:"
    cat "$folder/said"
    failed=1
  else
    echo "ok - $name"
  fi
}

SOURCE_DATE_EPOCH=1767225600 "$@" man >"$page"
check 'groff' groff -man -ww -z -Tutf8 "$page"
check 'mandoc' mandoc -Tlint "$page"

# Both must report mistakes: an unknown macro, a list that does not end.
printf '.XX\n.RS\n' | cat "$page" - >"$folder/broken.1"
for tool in 'groff -man -ww -z -Tutf8' 'mandoc -Tlint'; do
  # shellcheck disable=SC2086 # a command and its options
  if [ -n "$($tool "$folder/broken.1" 2>&1)" ]; then
    echo "ok - ${tool%% *} sees a broken page"
  else
    echo "not ok - ${tool%% *} sees nothing in a broken page"
    failed=1
  fi
done

# The rendered page: every line within the width, options with dashes that can be copied.
MANWIDTH=80 man -l "$page" >"$folder/text" 2>"$folder/said"
check 'man' cat "$folder/said"
if grep -q -e '--unsafe-fixes' "$folder/text"; then
  echo 'ok - dashes stay dashes'
else
  echo 'not ok - dashes stay dashes'
  failed=1
fi
exit "$failed"
