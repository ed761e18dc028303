#!/bin/sh
# Tests the launcher, wml-lint, on temporary copies of the project. Two runs use the real Maven;
# the others use a stub for `mvn` that puts a ready jar where Maven would, so that a run takes no time.
# Prints `N passed, N failed`; fails if one failed.
set -eu

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

# ---- assertions ------------------------------------------------------------------------------

pass() {
  passed=$((passed + 1))
  printf 'ok      %s\n' "$1"
}

fail() {
  failed=$((failed + 1))
  printf 'FAILED  %s\n' "$1"
  sed 's/^/          out| /' "$scratch/out"
  sed 's/^/          err| /' "$scratch/err"
}

# run COMMAND...: keeps its status, standard output and standard error.
run() {
  status=0
  "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
}

# check NAME STATUS OUT ERR: the result of the last run; OUT and ERR are whole texts, or, with a
# leading ~, something that they contain.
check() {
  if [ "$status" -eq "$2" ] && says "$3" "$scratch/out" && says "$4" "$scratch/err"; then
    pass "$1"
  else
    printf '        status %s, expected %s; out: %s; err: %s\n' "$status" "$2" "$3" "$4"
    fail "$1"
  fi
}

says() {
  case $1 in
    '~'*) grep -qF -- "${1#\~}" "$2" ;;
    *) [ "$(cat "$2")" = "$1" ] ;;
  esac
}

# is NAME COMMAND...: passes when the command succeeds.
is() {
  name=$1
  shift
  if "$@"; then pass "$name"; else fail "$name"; fi
}

java_home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')

# ---- stand-ins -------------------------------------------------------------------------------

# A linter that prints its arguments; the first is its exit status.
mkdir "$scratch/classes"
cat >"$scratch/WmlLint.java" <<'JAVA'
package dev.wmllint.cli;

public class WmlLint {
  public static void main(String[] args) throws Exception {
    System.out.println(System.getProperty("dev.wmllint.stand-in", "ran") + " " + String.join("|", args) + " on " + System.in.read());
    if (args.length > 0 && args[0].matches("\\d+")) {
      System.exit(Integer.parseInt(args[0]));
    }
  }
}
JAVA
javac --release 17 -d "$scratch/classes" "$scratch/WmlLint.java"
jar --create --file "$scratch/stand-in.jar" -C "$scratch/classes" dev

# A Maven that prints its arguments, takes a moment, and builds the linter above.
mkdir "$scratch/bin"
cat >"$scratch/bin/mvn" <<SH
#!/bin/sh
echo "\$JAVA_HOME \$*" >>builds
echo 'noise on stdout'; echo 'noise on stderr' >&2
[ ! -f fails ] || { echo '[ERROR] made to fail'; exit 1; }
[ ! -f slow ] || sleep "\$(cat slow)"
mkdir -p dist/target/stand-in/lib
cp "$scratch/stand-in.jar" dist/target/stand-in/lib/wml-language-server-0.1.0-SNAPSHOT.jar
echo stand-in >dist/target/image
SH
chmod +x "$scratch/bin/mvn"

# Every tool of the launcher and of the stub above, but neither java nor mvn.
mkdir "$scratch/tools"
for tool in sh cat cp find kill ln mkdir mv readlink rm rmdir sed sleep tail uname; do
  ln -s "$(command -v "$tool")" "$scratch/tools/$tool" 2>/dev/null || : # some are built in
done

# project_copy NAME: a folder with the launcher and a few sources.
project_copy() {
  copy=$scratch/$1
  mkdir -p "$copy/linter/src/main/java" "$copy/schema/src/main"
  cp "$project/wml-lint" "$copy/"
  : >"$copy/pom.xml"
  : >"$copy/linter/pom.xml"
  : >"$copy/schema/pom.xml"
  : >"$copy/schema/manifest.schema.json"
  : >"$copy/linter/src/main/java/A.java"
  : >"$copy/linter/src/main/java/B.java"
}

builds() {
  if [ -f "$copy/builds" ]; then wc -l <"$copy/builds" | tr -d ' '; else echo 0; fi
}

with_fake_maven() {
  PATH="$scratch/bin:$PATH" "$@"
}

# Sets the clock of a file a minute ahead: as if it had been edited after the build, on file
# systems with coarse times too.
edit_later() {
  touch -t "$(later)" "$1"
}

later() {
  date -d '+1 minute' +%Y%m%d%H%M.%S 2>/dev/null || date -v+1M +%Y%m%d%H%M.%S
}

# ---- building --------------------------------------------------------------------------------

project_copy first
run with_fake_maven "$copy/wml-lint" job.yaml 'a model.zip'
check 'first use builds, says so, and runs' 0 'ran job.yaml|a model.zip on -1' \
  'wml-lint: building (first use; about a minute)...'
run with_fake_maven "$copy/wml-lint" job.yaml
check 'second use does not build' 0 'ran job.yaml on -1' ''
is 'one build for two runs' [ "$(builds)" = 1 ]
is 'what Maven prints is in the log' grep -q 'noise on stdout' "$copy/target/wml-lint-build.log"
is 'no lock is left behind' [ ! -L "$copy/target/wml-lint.lock" ]

run with_fake_maven "$copy/wml-lint" 3
check 'the exit status is the linter'\''s' 3 'ran 3 on -1' ''
printf 'x' >"$scratch/stdin"
status=0
"$copy/wml-lint" - <"$scratch/stdin" >"$scratch/out" 2>"$scratch/err" || status=$?
check 'standard input is the linter'\''s' 0 'ran - on 120' ''

for source in pom.xml schema/pom.xml schema/manifest.schema.json linter/src/main/java/A.java; do
  project_copy "edited $source"
  run with_fake_maven "$copy/wml-lint"
  edit_later "$copy/$source"
  run with_fake_maven "$copy/wml-lint"
  check "an edit of $source builds again" 0 'ran  on -1' \
    'wml-lint: building (the sources have changed)...'
done

project_copy removed
run with_fake_maven "$copy/wml-lint"
rm "$copy/linter/src/main/java/B.java"
edit_later "$copy/linter/src/main/java"
run with_fake_maven "$copy/wml-lint"
is 'the removal of a source builds again' [ "$(builds)" = 2 ]

project_copy server
ln -s wml-lint "$copy/wml-language-server"
ln -s "$copy/wml-language-server" "$scratch/link to server"
run with_fake_maven "$copy/wml-language-server" --stdio
check 'the language server is a command of the linter' 0 'ran lsp|--stdio on -1' '~first use'
run with_fake_maven "$scratch/link to server" --stdio
check 'also under another name' 0 'ran lsp|--stdio on -1' ''

project_copy own-build
(cd "$copy" && "$scratch/bin/mvn" package >/dev/null 2>&1)
run with_fake_maven "$copy/wml-lint"
check 'what "mvn package" built is used as it is' 0 'ran  on -1' ''
is 'and not built again' [ "$(builds)" = 1 ]

project_copy half
(cd "$copy" && "$scratch/bin/mvn" package >/dev/null 2>&1)
rm "$copy/dist/target/image"
run with_fake_maven "$copy/wml-lint"
check 'an image that is not finished is built again' 0 'ran  on -1' '~first use'

project_copy runtime
run with_fake_maven "$copy/wml-lint"
image=$copy/dist/target/stand-in
mkdir -p "$image/runtime/bin" "$image/bin"
# shellcheck disable=SC2016 # expands where it is written to
printf '#!/bin/sh\necho "image ${0##*/} $*"\n' >"$image/bin/wml-lint"
chmod +x "$image/bin/wml-lint"
cp "$image/bin/wml-lint" "$image/bin/wml-language-server"
cp "$image/bin/wml-lint" "$image/runtime/bin/java"
ln -s wml-lint "$copy/wml-language-server"
run "$copy/wml-lint" 'a b' c
check 'the image runs with its own runtime' 0 'image wml-lint a b c' ''
run "$copy/wml-language-server" --stdio
check 'so does the language server' 0 'image wml-language-server --stdio' ''
run env WML_LINT_JAVA_HOME="$java_home" "$copy/wml-lint" x
check 'but not where another JDK is asked for' 0 'ran x on -1' ''

project_copy fails
: >"$copy/fails"
run with_fake_maven "$copy/wml-lint" job.yaml
check 'a failed build ends with 2 and the end of its log' 2 '' '~[ERROR] made to fail'
is 'a failed build leaves no lock' [ ! -L "$copy/target/wml-lint.lock" ]
rm "$copy/fails"
run with_fake_maven "$copy/wml-lint" job.yaml
check 'after a failed build the next run builds' 0 'ran job.yaml on -1' '~first use'

# ---- two at once -----------------------------------------------------------------------------

project_copy two
echo 1 >"$copy/slow"
with_fake_maven "$copy/wml-lint" one >"$scratch/one" 2>&1 &
first=$!
run with_fake_maven "$copy/wml-lint" two
wait "$first"
is 'two at once build once' [ "$(builds)" = 1 ]
is 'both of two at once run' grep -q 'ran two' "$scratch/out"
is 'the other one too' grep -q 'ran one' "$scratch/one"

project_copy stale
echo 1 >"$copy/slow"
mkdir "$copy/target"
ln -s "$(sh -c 'echo $$')@$(uname -n)" "$copy/target/wml-lint.lock" # of a process that has ended
for number in 1 2 3 4; do
  with_fake_maven "$copy/wml-lint" "$number" >"$scratch/stale.$number" 2>&1 &
done
run with_fake_maven "$copy/wml-lint" 0
# It builds, or waits, or starts after the build: its output depends on timing.
is 'the lock of a process that has died is taken over' grep -qx 'ran 0 on -1' "$scratch/out"
wait
is 'by one of several that wait' [ "$(builds)" = 1 ]

project_copy killed
echo 20 >"$copy/slow"
env PATH="$scratch/bin:$PATH" "$copy/wml-lint" >"$scratch/out" 2>"$scratch/err" &
launcher=$!
for _ in $(seq 300); do
  [ ! -f "$copy/builds" ] || break
  sleep 0.1
done
kill -TERM "$launcher"
status=0
wait "$launcher" || status=$?
check 'a signal ends the build' 143 '' '~first use'
is 'a signal leaves no lock' [ ! -L "$copy/target/wml-lint.lock" ]

# ---- from anywhere ---------------------------------------------------------------------------

project_copy 'a folder with blanks'
run with_fake_maven "$copy/wml-lint" "it's"
check 'a path with blanks' 0 "ran it's on -1" '~first use'

mkdir -p "$scratch/links/deep"
ln -s "../../a folder with blanks/wml-lint" "$scratch/links/deep/relative"
ln -s "$scratch/links/deep/relative" "$scratch/links/absolute"
run "$scratch/links/absolute" x
check 'through a link to a link' 0 'ran x on -1' ''
cd "$scratch/links"
run ./absolute x
check 'from another folder' 0 'ran x on -1' ''
run env PATH="$scratch/links:$PATH" absolute x
check 'found on the PATH' 0 'ran x on -1' ''
cd "$copy"
run sh wml-lint x
check 'as the argument of sh' 0 'ran x on -1' ''
run env JAVA_TOOL_OPTIONS=-Dof=another ./wml-lint x
check 'without what other programs on Java are told' 0 'ran x on -1' ''
run env WML_LINT_JAVA_OPTIONS='-Dan=option -showversion' ./wml-lint x
check 'with options for the JVM' 0 'ran x on -1' '~Runtime Environment'
run env WML_LINT_JAVA_OPTIONS=-Xmx99999g ./wml-lint x
check 'a JVM that does not start' 2 '' '~heap'
run env WML_LINT_JAVA_OPTIONS=-XX:NoSuchOption ./wml-lint x
check 'nor with this option' 2 '' "~wml-lint: Java does not start; WML_LINT_JAVA_OPTIONS is '-XX:NoSuchOption'"
: >-Ddev.wmllint.stand-in=expanded
run env WML_LINT_JAVA_OPTIONS='-Ddev*' ./wml-lint x
check 'no option is a pattern of file names' 0 'ran x on -1' ''
rm ./-Ddev.wmllint.stand-in=expanded
run ./wml-lint 9
check 'findings end with 1' 1 'ran 9 on -1' ''
run sh -c 'ulimit -v 1048576 && exec ./wml-lint x'
check 'in little address space' 0 'ran x on -1' ''
cd "$scratch"

# ---- which JDK -------------------------------------------------------------------------------

# jdk NAME VERSION: a JDK that only prints its name.
jdk() {
  mkdir -p "$scratch/jdks/$1/bin"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$scratch/jdks/$1/release"
  printf '#!/bin/sh\necho "%s"\n' "$1" >"$scratch/jdks/$1/bin/java"
  cp "$scratch/jdks/$1/bin/java" "$scratch/jdks/$1/bin/javac"
  chmod +x "$scratch/jdks/$1/bin/java" "$scratch/jdks/$1/bin/javac"
}

# only_jdks FOLDER: a launcher that looks for JDKs only there.
only_jdks() {
  sed -e "s|^ *\(/usr/lib/jvm\)/|    $1/|" -e 's|/Library/Java|/nowhere|' -e 's|/opt/homebrew|/nowhere|' \
    "$project/wml-lint" >"$copy/wml-lint"
}

jdk old-8 1.8.0_392
jdk lts-17 17.0.9
jdk patched-17 17.0.15
jdk early-26 26-ea
project_copy choice
only_jdks "$scratch/jdks"
run env -u JAVA_HOME HOME="$scratch" PATH="$scratch/bin:$scratch/tools" "$copy/wml-lint"
check 'the newest JDK runs' 0 early-26 '~first use'
is 'the oldest fit JDK builds' grep -q '/lts-17 ' "$copy/builds"
rm -r "$scratch/jdks/early-26"
run env -u JAVA_HOME HOME="$scratch" PATH="$scratch/tools" "$copy/wml-lint"
check 'patch levels are numbers, not texts' 0 patched-17 ''
run env JAVA_HOME="$scratch/jdks/old-8" HOME="$scratch" PATH="$scratch/tools" "$copy/wml-lint"
check 'a JAVA_HOME that is too old does not win' 0 patched-17 ''
run env WML_LINT_JAVA_HOME="$scratch/jdks/lts-17" HOME="$scratch" PATH="$scratch/tools" "$copy/wml-lint"
check 'WML_LINT_JAVA_HOME beats a newer one' 0 lts-17 ''
run env WML_LINT_JAVA_HOME="$scratch/jdks/old-8" PATH="$scratch/tools" "$copy/wml-lint"
check 'an unfit WML_LINT_JAVA_HOME is an error' 2 '' \
  "wml-lint: WML_LINT_JAVA_HOME is not a JDK 17 or newer: $scratch/jdks/old-8"

only_jdks "$scratch/nowhere"
run env -u JAVA_HOME HOME="$scratch" PATH="$scratch/tools" "$copy/wml-lint"
check 'no JDK at all' 2 '' '~no JDK 17 or newer found'

project_copy no-maven
run env JAVA_HOME="$scratch/jdks/lts-17" HOME="$scratch" PATH="$scratch/tools" "$copy/wml-lint"
check 'no Maven' 2 '' '~building needs Maven'
rm "$scratch/jdks/patched-17/bin/javac"
run env WML_LINT_JAVA_HOME="$scratch/jdks/patched-17" PATH="$scratch/bin:$scratch/tools" "$copy/wml-lint"
check 'no compiler' 2 '' '~with a compiler'

# ---- the real thing --------------------------------------------------------------------------

# The sources of this working copy, committed or not, without build results.
copy="$scratch/real project"
mkdir "$copy"
(
  cd "$project"
  tar -cf - --exclude=target --exclude=node_modules --exclude=.git .
) | (cd "$copy" && tar -xf -)
run "$copy/wml-lint" --version
check 'Maven builds the real linter, in a folder with blanks' 0 '~wml-lint' '~first use'
run "$copy/wml-lint" --version
check 'and once is enough' 0 '~wml-lint' ''

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
