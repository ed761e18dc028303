#!/bin/sh
# Commits manifests with the real pre-commit, which clones this project at its HEAD, builds it on the
# first commit, and runs its hooks. Uncommitted changes are not tested.
#
# Everything happens in a temporary folder with its own home; only Maven's local repository is
# the usual one, so that nothing is downloaded twice.
set -eu

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

export HOME="$scratch/home" PRE_COMMIT_HOME="$scratch/cache" PRE_COMMIT_COLOR=never
export GIT_CONFIG_GLOBAL="$scratch/home/.gitconfig" GIT_CONFIG_NOSYSTEM=1
mkdir "$HOME"
git config --global user.name 'Example User'
git config --global user.email user@example.com
git config --global init.defaultBranch main
git config --global safe.directory '*' # a checkout of CI may belong to another user
git config --global advice.detachedHead false

# ---- assertions ------------------------------------------------------------------------------

verdict() {
  if [ "$1" -eq 0 ]; then
    passed=$((passed + 1))
    printf 'ok      %s\n' "$2"
  else
    failed=$((failed + 1))
    printf 'FAILED  %s (status %s)\n' "$2" "$status"
    sed 's/^/          | /' "$scratch/out"
  fi
}

# run COMMAND...: keeps its status, and all that it prints.
run() {
  status=0
  "$@" >"$scratch/out" 2>&1 </dev/null || status=$?
}

# ends NAME STATUS [TEXT...]: the last run ended with STATUS, and its output contains each TEXT.
ends() {
  name=$1
  [ "$status" -eq "$2" ] || {
    verdict 1 "$name: ends with $status, not with $2"
    return
  }
  shift 2
  for text in "$@"; do
    grep -qF -- "$text" "$scratch/out" || {
      verdict 1 "$name: does not say: $text"
      return
    }
  done
  verdict 0 "$name"
}

# lacks NAME TEXT: the output of the last run does not contain TEXT.
lacks() {
  if grep -qF -- "$2" "$scratch/out"; then verdict 1 "$1"; else verdict 0 "$1"; fi
}

# ---- a user's repository ---------------------------------------------------------------------

revision=$(git -C "$project" rev-parse HEAD)
hooks() {
  cat >.pre-commit-config.yaml <<YAML
repos:
- repo: file://$project
  rev: $revision
  hooks:
$(sed 's/^/  /')
YAML
  git add .pre-commit-config.yaml
}

mkdir "$scratch/work"
cd "$scratch/work"
git init -q .
hooks <<'YAML'
- id: wml-lint
YAML
mkdir jobs build
manifest=$project/examples/mnist/job.yaml
cp "$project/examples/mnist/tf-model.zip" build/model.zip
printf 'models: {"jobs/*.yaml": build/model.zip}\n' >.wml-lint.yaml
git add .wml-lint.yaml build
git commit -q -m 'Begin'
pre-commit install >/dev/null

commits() {
  git add -A
  run git commit -q -m "$1"
}

# ---- language: script ------------------------------------------------------------------------

sed 's/resource: small/resource: smal/' "$manifest" >jobs/job.yaml
commits 'Add a manifest with a mistake'
ends 'a bad manifest is refused, and the finding is shown' 1 \
  'training manifests' \
  'jobs/job.yaml:18:15: error:' \
  '[unsupported-resource]' \
  '|               ^^^^ one of: small'
lacks 'the bad manifest is not committed' '[main '

cp "$manifest" jobs/job.yaml
commits 'Add a manifest'
ends 'a good manifest is committed' 0
run git log --format=%s
ends 'the good manifest is in the history' 0 'Add a manifest'

sed 's/convolutional_network.py/no_such_program.py/' "$manifest" >jobs/job.yaml
commits 'Name another program'
ends 'a changed manifest is checked against the zip of the configuration' 1 \
  "'no_such_program.py' is not in the model definition [command-file-missing]" \
  'model definition: build/model.zip'
git checkout -q HEAD -- jobs

printf 'services:\n  web: {image: nginx}\n' >compose.yaml
commits 'Add a YAML file of something else'
ends 'an unrelated YAML file is committed' 0 'Passed'
lacks 'nothing is said of it' 'compose.yaml'

echo text >notes.txt
commits 'Add a text'
ends 'a commit without YAML does not run the hook' 0 'no files to check'

mkdir 'my jobs'
sed 's/resource: small/resource: smal/' "$manifest" >"my jobs/a job.yaml"
commits 'Add a file with blanks in its name'
ends 'a name with blanks is one name' 1 'my jobs/a job.yaml:18:15: error:'
cp "$manifest" "my jobs/a job.yaml"
commits 'Add a file with blanks in its name'
ends 'and is committed when it is right' 0

sed 's/resource: small/resource: smal/' "$manifest" >--config=x.yaml
commits 'Add a file that is called like an option'
ends 'a file is no option' 1 '--config=x.yaml:18:15: error:'
git rm -q --cached -- --config=x.yaml
rm -- --config=x.yaml

# More names than fit on one command line: pre-commit splits them, and every part is checked.
mkdir many
long=$(printf '%0100d' 0)
number=1000
while [ "$number" -lt 2400 ]; do
  echo 'kind: other' >"many/$long-$number.yaml"
  number=$((number + 1))
done
sed 's/resource: small/resource: smal/' "$manifest" >many/0-first.yaml
sed 's/resource: small/resource: larg/' "$manifest" >many/z-last.yaml
commits 'Add many files'
ends 'of many files the first and the last are checked' 1 \
  'many/0-first.yaml:18:15: error:' 'many/z-last.yaml:18:15: error:'
git rm -rq --cached many
rm -r many

run pre-commit run --all-files
ends 'all files can be checked at once' 0 'Passed'

# ---- when only the zip changes ---------------------------------------------------------------

cp "$project/examples/lenet/caffe-model.zip" build/model.zip
commits 'Change the zip'
ends 'a zip alone is no manifest' 0 'no files to check'

hooks <<'YAML'
- id: wml-lint
  files: \.(ya?ml|json|zip)$
  pass_filenames: false
  args: [.]
YAML
cp "$project/examples/word-lm/torch-model.zip" build/model.zip
commits 'Check all manifests when a zip changes'
ends 'a configuration can have all manifests checked then' 1 \
  "'convolutional_network.py' is not in the model definition" 'jobs/job.yaml:'
lacks '--skip-others outlives other args' 'compose.yaml'
git checkout -q HEAD -- build

# ---- language: system ------------------------------------------------------------------------

hooks <<'YAML'
- id: wml-lint-system
  args: [--fail-on, warning, --rule, placeholder-value=off, --]
YAML
mkdir "$scratch/bin"
ln -s "$PRE_COMMIT_HOME"/repo*/wml-lint "$scratch/bin/wml-lint" # the only clone there is
PATH=$scratch/bin:$PATH
sed 's/bucket: mnist-training-models/bucket: MNIST_models/' "$manifest" >jobs/job.yaml
commits 'Use the installed linter'
ends 'the installed linter is used, with the options of the configuration' 1 \
  'warning: ' '[invalid-bucket-name]'
cp "$manifest" jobs/job.yaml
commits 'Use the installed linter'
ends 'which commits what is right' 0

# ---- language: docker_image, with a stub for docker --------------------------------------------

# There is no Docker here: check what pre-commit would run.
hooks <<'YAML'
- id: wml-lint-docker
YAML
cat >"$scratch/bin/docker" <<'SH'
#!/bin/sh
[ "$1" = run ] || exit 0
echo "docker: $*"
exit 1
SH
chmod +x "$scratch/bin/docker"
echo '# changed' >>jobs/job.yaml
commits 'Use the container'
ends 'the container is given the options and the files' 1 \
  'wml-lint:0.1.0 --skip-others -- ' 'jobs/job.yaml'

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
