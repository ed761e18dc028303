# Prints what bash offers at the end of each line of standard input: a line "> LINE", then a word
# each, as it takes the place of what stands behind the last blank or =.
#   bash --norc complete.bash SCRIPT

# shellcheck source=/dev/null
source "$1"

while IFS= read -r line; do
  COMP_LINE=$line
  read -ra COMP_WORDS <<<"${line//=/ = }"
  [[ $line == *' ' ]] && COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _wml_lint
  printf '> %s\n' "$line"
  ((${#COMPREPLY[@]})) && printf '%s\n' "${COMPREPLY[@]}"
done
exit 0
