#!/bin/sh
# Packs the model folder of each example into its zip, the same bytes on every machine.
# With --check nothing is written: fails when a committed zip differs from its folder.
set -eu
examples=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
exec java "$examples/BuildZips.java" "$examples" "$@"
