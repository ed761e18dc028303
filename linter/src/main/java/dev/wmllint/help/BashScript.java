package dev.wmllint.help;

import dev.wmllint.help.CommandLineShape.Argument;
import dev.wmllint.help.CommandLineShape.Command;
import dev.wmllint.help.CommandLineShape.Option;
import java.util.List;
import java.util.stream.Collectors;

/**
 * For bash. Files are left to its own completion of names, which knows about quotes and {@code ~}.
 * Of descriptions bash knows nothing.
 */
final class BashScript extends Script {
  private static final String HEAD =
      """
      # Completion of PROGRAM for bash, made by: PROGRAM completion bash
      # shellcheck shell=bash

      # Offers words that begin with $value; no file names then.
      _IDENT_words() {
        local word
        compopt +o default +o bashdefault 2>/dev/null
        while IFS= read -r word; do
          COMPREPLY+=("$1$word")
        done < <(compgen -W "$2" -- "${value#"$1"}")
      }

      # Offers KEY=VALUE, also behind a comma.
      _IDENT_pairs() {
        local head=
        [[ $value == *,* ]] && head=${value%,*},
        local rest=${value#"$head"}
        if [[ $rest == *=* ]]; then
          _IDENT_words "$head${rest%%=*}=" "$2"
        else
          _IDENT_words "$head" "$1"
          COMPREPLY=("${COMPREPLY[@]/%/=}")
          compopt -o nospace 2>/dev/null
        fi
      }

      # What fits at $value, the last word.
      _IDENT_offer() {
        case "$command $option" in
      """;

  private static final String MAIN =
      """
      _IDENT() {
        local command='' option='' value='' word i start=0 glue='' typed
        local -a words=()
        COMPREPLY=()
        # Bash takes = for a word of its own.
        for ((i = 1; i <= COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if [[ ${#words[@]} -gt 0 && ($word == = || $glue) ]]; then
            words[${#words[@]} - 1]+=$word
          else
            words+=("$word")
          fi
          [[ $word == = ]] && glue=1 || glue=
        done
        typed=${words[${#words[@]} - 1]}
        if ((${#words[@]} > 1)); then
          case ${words[0]} in
            COMMANDS)
              command=${words[0]}
              start=1
              ;;
          esac
        fi
        value=$typed
        if [[ $typed == --*=* ]]; then
          option=${typed%%=*}
          value=${typed#*=}
        elif ((${#words[@]} > start + 1)); then
          option=${words[${#words[@]} - 2]}
        fi
        for ((i = start; i < ${#words[@]} - 1; i++)); do
          [[ ${words[i]} == -- ]] && return # files
        done
        _IDENT_offer
        # The line keeps what stands before the last =, if = divides words.
        word=
        if [[ $COMP_WORDBREAKS != *=* ]]; then
          word=${typed%"$value"}
        elif [[ $value == *=* ]]; then
          typed=${value%=*}=
          COMPREPLY=("${COMPREPLY[@]#"$typed"}")
        fi
        [[ $word ]] && COMPREPLY=("${COMPREPLY[@]/#/$word}")
        return 0
      }

      complete -o bashdefault -o default -F _IDENT PROGRAM
      """;

  BashScript(CommandLineShape shape) {
    super(shape);
  }

  @Override
  String write() {
    StringBuilder script = new StringBuilder(filled(HEAD, ""));
    for (Command command : shape.all()) {
      for (Option option : command.options()) {
        option
            .value()
            .ifPresent(argument -> script.append(offerOfOption(command, option, argument)));
      }
    }
    script.append("  esac\n  case \"$command\" in\n");
    shape.all().forEach(command -> script.append(offerOfCommand(command)));
    String commands = shape.commands().isEmpty() ? "''" : commandNames(" | ");
    return script.append("  esac\n}\n\n").append(filled(MAIN, commands)).toString();
  }

  private String offerOfOption(Command command, Option option, Argument argument) {
    String pattern =
        option.names().stream()
            .map(name -> "'" + command.name() + " " + name + "'")
            .collect(Collectors.joining(" | "));
    return "    "
        + pattern
        + ")\n"
        + lines("      ", offer(argument.value()))
        + "      return\n      ;;\n";
  }

  private String offerOfCommand(Command command) {
    String options =
        command.options().stream()
            .flatMap(option -> option.names().stream())
            .collect(Collectors.joining(" "));
    List<String> lines =
        command.name().isEmpty()
            ? commandsAndFiles()
            : offer(command.argument().map(Argument::value).orElse(Value.of(Value.Kind.ANYTHING)));
    return "    '"
        + command.name()
        + "')\n      if [[ $value == -* ]]; then\n        "
        + offer(options)
        + "\n"
        + (lines.isEmpty() ? "" : "      else\n" + lines("        ", lines))
        + "      fi\n      ;;\n";
  }

  private static String lines(String indent, List<String> lines) {
    return lines.stream().map(line -> indent + line + "\n").collect(Collectors.joining());
  }

  /** The first word can be a command; it is offered beside the names of files. */
  private List<String> commandsAndFiles() {
    return List.of(
        "if ((${#words[@]} == 1)) && [[ -z $option ]]; then",
        "  " + offer(commandNames(" ")),
        "  while IFS= read -r word; do",
        "    COMPREPLY+=(\"$word\")",
        "  done < <(compgen -f -- \"$value\")",
        "  compopt -o filenames -o default -o bashdefault 2>/dev/null",
        "fi");
  }

  private String offer(String words) {
    return function + "_words '' " + quoted(words);
  }

  /** Nothing where bash's own completion of file names is right. */
  private List<String> offer(Value value) {
    String words = offer(words(value.words()));
    return switch (value.kind()) {
      case ANYTHING -> List.of("compopt +o default +o bashdefault 2>/dev/null");
      case FILE -> List.of();
      case FOLDER -> List.of("compopt -o dirnames +o default +o bashdefault 2>/dev/null");
      case WORDS -> List.of(words);
      case WORDS_WITH_FILE -> List.of("[[ $value == *=* ]] || " + words);
      case PAIRS -> {
        String values = quoted(String.join(" ", value.values()));
        yield List.of(function + "_pairs " + quoted(words(value.words())) + " " + values);
      }
    };
  }
}
