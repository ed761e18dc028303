#!/usr/bin/env bash
# Drives real editors, without a screen, with the configuration files in docs/editors/.
# Usage: .ci/editors-test.sh COMMAND...   the command that starts the language server
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [[ $# -eq 0 ]]; then
  echo "usage: $0 COMMAND..." >&2
  exit 2
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The editors run in other folders, so a file in the command needs an absolute path.
command=()
for word in "$@"; do
  if [[ -f $word && $word != /* ]]; then word=$PWD/$word; fi
  command+=("$word")
done
# Paths may contain spaces: here all do. The command is passed with one word per line.
ln -s "$root" "$scratch/a checkout"
printf '#!/bin/sh\nexec "%s" "$@"\n' "${command[0]}" >"$scratch/a server"
chmod +x "$scratch/a server"
WML_COMMAND=$(printf '%s\n' "$scratch/a server" "${command[@]:1}")
export HOME=$scratch/home WML_ROOT="$scratch/a checkout" WML_COMMAND
mkdir "$HOME"

passed=0
failed=0

# A manifest with one mistake and one safe fix, its zip, and a YAML file that is not a manifest.
workspace() {
  mkdir -p "$1"
  cat >"$1/job.yaml" <<'YAML'
# wml-lint: model=tf-model.zip
model_definition:
  name: mnist
  framework:
    name: tensorflow
    version: 1.2-py3
  execution:
    command: python3 train.py --data ${DATA_DIR}/mnist.npz
    resource: tiny
training_data:
- connection: &store
    endpoint_url: https://s3-api.us-geo.objectstorage.softlayer.net
    aws_access_key_id: example-key
    aws_secret_access_key: example-secret
  source:
    bucket: mnist-training-data
    type: s3
training_results_reference:
  connection: *store
  target:
    bucket: mnist-training-models
    type: s3
YAML
  printf 'services:\n  web: [\n' >"$1/other.yaml"
  printf 'print("hello")\n' >"$1/train.py"
  (cd "$1" && jar --create --no-manifest --file tf-model.zip train.py)
}

count() {
  local name=$1 log=$2
  sed -n "s/^ok /  ok: $name: /p; s/^FAILED /  FAILED: $name: /p" "$log"
  passed=$((passed + $(grep -c '^ok ' "$log" || true)))
  failed=$((failed + $(grep -c '^FAILED ' "$log" || true)))
  if ! grep -q '^ok .*the server ends' "$log"; then
    echo "  FAILED: $name did not get to its end"
    tail -n 20 "$log"
    failed=$((failed + 1))
  fi
}

# A path in a command of Neovim's would have to be escaped; the variable is read by Lua.
neovim() {
  WML_WORK="$scratch/$2"
  export WML_WORK
  workspace "$WML_WORK"
  timeout 120 nvim --headless -u NONE -i NONE -n \
    -c "lua dofile(os.getenv('WML_ROOT') .. '/.ci/editors/$1')" \
    >"$scratch/neovim.log" 2>&1 </dev/null || true
  count "$2" "$scratch/neovim.log"
}
neovim neovim-test.lua 'neovim 0.7'
neovim neovim-0.11-test.lua 'neovim 0.11'

WML_WORK="$scratch/emacs lisp"
workspace "$WML_WORK"
timeout 120 emacs -q --batch -l "$WML_ROOT/.ci/editors/emacs-test.el" \
  >"$scratch/emacs.log" 2>&1 </dev/null || true
count emacs "$scratch/emacs.log"

echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
