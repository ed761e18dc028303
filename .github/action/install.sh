#!/usr/bin/env bash
# Installs or builds the linter; the output `program` says what to run.
#
#   VERSION     a release; empty: the sources that this script is part of
#   REPOSITORY  where the releases are, OWNER/NAME
#
# A release is what the workflow of that repository has built from the tag: its attestation says so, which
# nobody can write who only replaces files of the release.
#
# The runner sets the rest: GITHUB_ACTION_PATH, GITHUB_OUTPUT, RUNNER_TEMP, RUNNER_OS, RUNNER_ARCH.
set -euo pipefail

die() {
  echo "::error title=wml-lint::$*"
  exit 2
}

# The launcher of a source checkout builds the linter when it is called.
if [[ -z $VERSION ]]; then
  launcher=wml-lint
  [[ $RUNNER_OS != Windows ]] || launcher=wml-lint.cmd
  echo "program=$GITHUB_ACTION_PATH/$launcher" >>"$GITHUB_OUTPUT"
  exit 0
fi

[[ $VERSION =~ ^[0-9]+\.[0-9]+\.[0-9]+([-.][0-9A-Za-z.]+)?$ ]] ||
  die "version is a number such as 0.1.0, and not what was given"
[[ -n $REPOSITORY ]] || die 'GitHub does not say where this action is from; leave out version'
program=wml-lint
case $RUNNER_OS-$RUNNER_ARCH in
  Linux-X64) platform=linux-x64 ;;
  Linux-ARM64) platform=linux-arm64 ;;
  macOS-ARM64) platform=macos-arm64 ;;
  macOS-X64) platform=macos-x64 ;;
  Windows-X64) platform=windows-x64 program=wml-lint.exe ;;
  *) die "there is no package for $RUNNER_OS on $RUNNER_ARCH; without 'version' the linter is built here" ;;
esac

command -v gh >/dev/null || die "releases are fetched and verified by GitHub's gh, and there is none on the PATH"
[[ $(gh attestation verify --help 2>&1) == *--source-ref* ]] ||
  die 'this gh is too old to verify where a release was built; update it'

name=wml-lint-$VERSION-$platform
folder=$RUNNER_TEMP/wml-lint
mkdir -p "$folder"
cd "$folder"
gh release download "v$VERSION" --repo "$REPOSITORY" --clobber \
  --pattern "$name.tar.gz" --pattern SHA256SUMS ||
  die "there is no release $VERSION of $REPOSITORY for $platform"

# Two programs compute SHA-256: one on Linux and in Git for Windows, the other on macOS.
sums() {
  if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}
grep -E "^[0-9a-f]{64}  $name\.tar\.gz\$" SHA256SUMS | sums --check --status - ||
  die "$name.tar.gz is not what the release says: its checksum differs"
gh attestation verify "$name.tar.gz" --repo "$REPOSITORY" \
  --signer-workflow "$REPOSITORY/.github/workflows/release.yml" --source-ref "refs/tags/v$VERSION" ||
  die "$name.tar.gz is not known to be built by the release workflow of $REPOSITORY from v$VERSION"
tar -xzf "$name.tar.gz"
echo "program=$folder/$name/bin/$program" >>"$GITHUB_OUTPUT"
