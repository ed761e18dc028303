#!/usr/bin/env bash
# Tests the package of a native program without Java: unpacks it, asks for its version,
# lints a correct manifest and a wrong one, and talks to it as an editor does.
#
#   bash .github/package-test.sh dist/target/wml-lint-VERSION-PLATFORM.tar.gz
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
package=${1##*/}
package=${package%.tar.gz}
version=${package#wml-lint-}
version=${version%-*-*}

die() {
  echo "$package: $*" >&2
  exit 1
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tar -xzf - -C "$scratch" <"$1"
cd "$scratch"

bin=$scratch/$package/bin
case $package in
  *-windows-*)
    program=$bin/wml-lint.exe
    server=("$program" lsp)
    parts=(LICENSE README.md legal legal/bom.cdx.json bin/wml-language-server.cmd)
    ;;
  *)
    program=$bin/wml-lint
    server=("$bin/wml-language-server")
    parts=(LICENSE README.md legal legal/bom.cdx.json share/man)
    ;;
esac
for part in "${parts[@]}"; do
  [[ -e $package/$part ]] || die "there is no $part in it"
done
java=$(find "$package" -name '*.jar' -o -name java -o -name java.exe)
[[ -z $java ]] || die "there is Java in it: $java"

# With this PATH nothing is found, not even Java, and no locale sets the encoding of names. (Without
# SystemRoot, Windows programs do not start.)
alone() {
  env -i PATH=/nowhere ${SYSTEMROOT:+"SYSTEMROOT=$SYSTEMROOT"} "$@"
}

# Sets $said, and $status.
ask() {
  status=0
  said=$(alone "$program" "$@" 2>&1 | LC_ALL=C tr -d '\r') || status=$?
}

ask --version
[[ $status == 0 && $said == "wml-lint $version" ]] || die "it is no version $version (status $status): $said"

cp -R "$project/examples/mnist" Prüfung
ask Prüfung/job.yaml Prüfung/tf-model.zip
[[ $status == 0 && $said == *$'\n0 errors, 4 warnings in 1 manifest (model definition: '*', 2 files)' ]] ||
  die "a sound manifest (status $status): $said"

sed 's/resource: small/resource: smal/' Prüfung/job.yaml >Prüfung/wrong.yaml
ask Prüfung/wrong.yaml Prüfung/tf-model.zip
[[ $status == 1 && $said == *'[unsupported-resource]'*$'\n1 error, '* ]] ||
  die "a wrong manifest (status $status): $said"

message() {
  printf 'Content-Length: %d\r\n\r\n%s' "${#1}" "$1"
}

# Waits for the answer, at most some 20 seconds, before it ends the session.
editor() {
  message '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}'
  for _ in {1..200}; do
    ! grep -q '"capabilities"' answers || break
    sleep 0.1
  done
  message '{"jsonrpc":"2.0","id":2,"method":"shutdown"}'
  message '{"jsonrpc":"2.0","method":"exit"}'
}

: >answers
editor | alone "${server[@]}" >answers || die "the language server ends with $?"
grep -q '"capabilities"' answers || die "the language server does not answer: $(cat answers)"

echo "$package: it works, without Java"
