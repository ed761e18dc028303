#!/usr/bin/env bash
# Runs the linter for the action: annotations, the text in the log, and SARIF in a file. It exits with 0,
# and the output `exit-code` is that of the linter, so that a later step can upload the SARIF.
#
#   PROGRAM      what to run
#   PATHS, ARGS  one per line
#   FAIL_ON      error, warning, info or never
#   ANNOTATIONS  commands, matcher or none
#
# The runner sets the rest: GITHUB_ACTION_PATH, GITHUB_OUTPUT, RUNNER_TEMP.
set -euo pipefail

sarif=$RUNNER_TEMP/wml-lint.sarif
text=$RUNNER_TEMP/wml-lint.txt

# Lines, not words: a path may contain spaces. (mapfile is missing in the bash of macOS.)
arguments=()
add_lines() {
  local line
  while IFS= read -r line || [[ -n $line ]]; do
    line=${line%$'\r'}
    [[ -z ${line//[[:space:]]/} ]] || arguments+=("$line")
  done <<<"$1"
}

add_lines "$ARGS"
# The text is for people, and goes to the log below.
arguments+=("--fail-on=$FAIL_ON" "--format=sarif=$sarif" "--format=text=$text")
case $ANNOTATIONS in
  commands) arguments+=(--format=github) ;;
  matcher | none) ;;
  *)
    echo '::error title=wml-lint::annotations are commands, matcher or none'
    exit 2
    ;;
esac
# An argument that begins with a dash is still a path.
arguments+=(--)
add_lines "$PATHS"

# cmd.exe, which runs a .cmd, reads the arguments as a command line: it runs calc for a&calc.yaml.
if [[ $PROGRAM == *.cmd ]]; then
  for argument in "${arguments[@]}"; do
    if [[ $argument == *[\&\|\<\>^%\"[:cntrl:]]* ]]; then
      echo '::error title=wml-lint::on Windows without version, no path or option may have one of & | < > ^ % " in it'
      exit 2
    fi
  done
fi

rm -f "$sarif" "$text"
status=0
"$PROGRAM" "${arguments[@]}" || status=$?

if [[ -f $text ]]; then
  matcher=$GITHUB_ACTION_PATH/.github/action/problem-matcher.json
  [[ $ANNOTATIONS != matcher ]] || echo "::add-matcher::$matcher"
  # File names and lines of files: the runner must not take any of them for a command.
  token=wml-lint-$RANDOM$RANDOM$RANDOM
  echo "::stop-commands::$token"
  cat "$text"
  echo "::$token::"
  if [[ $ANNOTATIONS == matcher ]]; then
    for owner in wml-lint wml-lint-notice wml-lint-model; do
      echo "::remove-matcher owner=$owner::"
    done
  fi
fi

{
  echo "exit-code=$status"
  [[ ! -f $sarif ]] || echo "sarif=$sarif"
} >>"$GITHUB_OUTPUT"
