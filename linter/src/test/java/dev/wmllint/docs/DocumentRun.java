package dev.wmllint.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Executes a document from top to bottom, as a reader would. Blocks say by their language what they
 * are, and comments before them, {@code <!-- name: value -->}, what else to do:
 *
 * <ul>
 *   <li>{@code console}: each line with a {@code $ } is run; the lines behind it are what it
 *       prints.
 *   <li>{@code sh}: each line is run, and must not be a mistake on the command line.
 *   <li>any other: lines in it that run the linter, as in a workflow, are run like those.
 *   <li>{@code file: NAME} makes the block a file, for the commands below it.
 *   <li>{@code run: COMMAND} says that the block is what a command prints; of JSON, but for blanks.
 *   <li>{@code setup: COMMAND} is run before the block.
 *   <li>{@code not run: REASON} leaves the block alone.
 * </ul>
 */
final class DocumentRun {
  private static final String PROMPT = "$ ";

  /** What can be run anywhere, beside the linter. */
  private static final Set<String> TOOLS =
      Set.of("cat", "cp", "diff", "echo", "head", "ls", "mkdir", "mv", "printf", "rm", "tail");

  /** What is for the reader's machine: it builds, installs, or needs something to be installed. */
  private static final Set<String> ELSEWHERE =
      Set.of("bash", "brew", "bx", "docker", "git", "mvn", "npm", "npx", "pip", "pre-commit");

  private static final Pattern IN_OTHERS =
      Pattern.compile("(?m)^\\s*(?:- )?(?:[a-z]+: |sh ['\"])?((?:\\./)?wml-lint .*?)['\"]?$");
  private static final Pattern BLANKS_OF_JSON = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+");

  private final String document;
  private final DocumentShell shell;
  private final StringBuilder now = new StringBuilder();
  private final List<String> mistakes = new ArrayList<>();
  private int commands;

  private DocumentRun(String document, DocumentShell shell) {
    this.document = document;
    this.shell = shell;
  }

  /**
   * What came of a run.
   *
   * @param document the document with what is printed now
   * @param mistakes what a person must look at: commands that fail or that nobody runs
   * @param commands how many were run
   */
  record Outcome(String document, List<String> mistakes, int commands) {}

  static Outcome of(String document, DocumentShell shell) throws IOException {
    return new DocumentRun(document, shell).run();
  }

  private Outcome run() throws IOException {
    int done = 0;
    for (Markdown.Fence fence : Markdown.fences(document)) {
      now.append(document, done, fence.start());
      now.append(block(fence));
      done = fence.start() + fence.text().length();
    }
    now.append(document.substring(done));
    return new Outcome(now.toString(), List.copyOf(mistakes), commands);
  }

  /** Executes a block; returns it as it should read. */
  private String block(Markdown.Fence fence) throws IOException {
    String text = fence.text();
    boolean done = false;
    for (Markdown.Fence.Comment comment : fence.comments(document)) {
      switch (comment.name()) {
        case "setup" -> mustWork(comment.value());
        case "file" -> shell.write(comment.value(), text.getBytes(StandardCharsets.UTF_8));
        case "not run" -> done = true;
        case "run" -> {
          text = printed(fence, comment.value());
          done = true;
        }
        default -> {
          // A remark for whoever edits the document.
        }
      }
    }
    return done ? text : commandsOf(fence);
  }

  private String commandsOf(Markdown.Fence fence) {
    switch (fence.language()) {
      case "console" -> {
        return console(fence.text());
      }
      case "sh", "bash", "shell" -> script(fence.text());
      default -> IN_OTHERS.matcher(fence.text()).results().forEach(line -> mustWork(line.group(1)));
    }
    return fence.text();
  }

  private String printed(Markdown.Fence fence, String command) {
    String output = execute(command).output();
    boolean same =
        fence.language().equals("json")
            ? withoutBlanks(output).equals(withoutBlanks(fence.text()))
            : output.equals(fence.text());
    return same ? fence.text() : output;
  }

  private static String withoutBlanks(String json) {
    return BLANKS_OF_JSON.matcher(json).replaceAll("$1");
  }

  /** A console block with the present output behind each command. */
  private String console(String block) {
    StringBuilder out = new StringBuilder();
    for (String line : joined(block)) {
      if (line.startsWith(PROMPT)) {
        String command = line.substring(PROMPT.length()).replace("\\\n", "");
        boolean run = words(command).stream().allMatch(DocumentRun::isRun);
        String output = run ? execute(command).output() : "";
        out.append(line).append('\n').append(output);
        out.append(output.isEmpty() || output.endsWith("\n") ? "" : "\n");
        if (!run) {
          mistakes.add("nobody runs: " + command);
        }
      }
    }
    return out.toString();
  }

  private void script(String block) {
    for (String line : joined(block)) {
      String command = line.replace("\\\n", "").replaceFirst("(^|\\s)#.*", "").strip();
      if (words(command).stream().allMatch(DocumentRun::isRun)) {
        mustWork(command);
      } else if (!ELSEWHERE.contains(words(command).get(0))) {
        mistakes.add("neither run nor for the reader's machine: " + line);
      }
    }
  }

  /** Lines, of which one that ends in a backslash goes on in the next. */
  private static List<String> joined(String block) {
    return Arrays.asList(block.split("(?<!\\\\)\n"));
  }

  /**
   * The words that name what is run: the first one, and the one after each pipe or list operator.
   */
  private static List<String> words(String command) {
    return Arrays.stream(command.split("\\|\\|?|&&|;"))
        .map(part -> part.strip().replaceFirst("^([A-Z_]+=\\S* )*", "").split("\\s", 2)[0])
        .toList();
  }

  private static boolean isRun(String program) {
    return program.isEmpty()
        || program.equals("wml-lint")
        || program.equals("./wml-lint")
        || TOOLS.contains(program);
  }

  /** Runs a command of which no output is shown: findings are fine, mistakes are not. */
  private void mustWork(String command) {
    DocumentShell.Outcome outcome = execute(command);
    if (outcome.status() > 1) {
      mistakes.add(command + " ends with " + outcome.status() + ": " + outcome.output());
    }
  }

  private DocumentShell.Outcome execute(String command) {
    commands++;
    DocumentShell.Outcome outcome = shell.run(command);
    if (outcome.status() == 3) {
      mistakes.add(command + " has an internal error: " + outcome.output());
    }
    return outcome;
  }
}
