package dev.wmllint.help;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The shells that can complete the command line. */
public enum CompletionScript {
  /** From 3.2 on, which macOS has. */
  BASH,
  ZSH,
  FISH;

  public String shell() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The script.
   *
   * @param program all of the command line: a command's header is its summary; what its arguments
   *     take is told by their completion candidates (which may be of the form {@code KEY=VALUE}),
   *     or else by their labels: {@code FILE}, {@code PATH}, {@code ZIP}, {@code FOLDER}
   * @param descriptions what candidates mean, where that is known
   */
  public String of(CommandSpec program, Map<String, String> descriptions) {
    CommandLineShape shape = CommandLineShape.of(program, descriptions);
    Script script =
        switch (this) {
          case BASH -> new BashScript(shape);
          case ZSH -> new ZshScript(shape);
          case FISH -> new FishScript(shape);
        };
    return script.write();
  }
}
