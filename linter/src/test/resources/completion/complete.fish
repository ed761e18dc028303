# Prints what fish offers at the end of each line of standard input: a line "> LINE", then a word
# each, with its description behind a tab.
#   fish --no-config complete.fish SCRIPT

source $argv[1]

while read -l line
    echo "> $line"
    complete -C "$line"
end
