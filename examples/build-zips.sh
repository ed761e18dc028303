#!/bin/sh
# Packs the model folder of each example into its zip, the same bytes on every machine.
# With --check nothing is written: fails when a committed zip differs from its folder.
set -eu
unset SOURCE_DATE_EPOCH
examples=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
stale=0

pack() {
  "$examples/../wml-lint" pack --quiet "$examples/$1/model" -o "$2"
}

check() {
  pack "$1" "$scratch/$2"
  cmp -s "$scratch/$2" "$examples/$1/$2" || {
    echo "$1/$2 differs from its model folder; run examples/build-zips.sh" >&2
    stale=1
  }
}

case ${1:-} in
  --check)
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    check lenet caffe-model.zip
    check mnist tf-model.zip
    check word-lm torch-model.zip
    ;;
  *)
    pack lenet "$examples/lenet/caffe-model.zip"
    pack mnist "$examples/mnist/tf-model.zip"
    pack word-lm "$examples/word-lm/torch-model.zip"
    ;;
esac
exit "$stale"
