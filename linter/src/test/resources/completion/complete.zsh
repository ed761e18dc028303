# Prints what zsh offers at the end of each line of standard input: a line "> LINE", then a word
# each. Completion runs only in a line editor, and that only on a terminal: hence the inner shell.
#   zsh -f complete.zsh SCRIPT

zmodload zsh/zpty
export SCRIPT=$1 WORDS=$(mktemp) LINES_IN=$(mktemp)
cat >$LINES_IN
zpty -b shell zsh -f -i
zpty -w shell "source ${(q)0:A:h}/inner.zsh"
repeat 1000; do
  [[ -e $WORDS.done ]] && break
  zpty -rt shell screen
  sleep 0.02
done
cat $WORDS
zpty -d shell
rm -f $WORDS $WORDS.done $LINES_IN
