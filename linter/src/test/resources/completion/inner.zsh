# Runs in the terminal that complete.zsh opens.

autoload -Uz compinit
compinit -D -u
source $SCRIPT
unsetopt auto_list

# All matches pass here; those that are only counted or filtered do not count.
compadd() {
  local -a hits
  if (( ! ${@[(I)-[OAD]]} )); then
    builtin compadd -A hits "$@"
    print -rl -- $IPREFIX$^hits >>$WORDS
  fi
  builtin compadd "$@"
}

complete-all() {
  local line
  while IFS= read -r line; do
    print -r -- "> $line" >>$WORDS
    BUFFER=$line
    CURSOR=$#BUFFER
    zle complete-word
  done <$LINES_IN
  : >$WORDS.done
}
zle -N zle-line-init complete-all
