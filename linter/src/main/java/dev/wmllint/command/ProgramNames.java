package dev.wmllint.command;

import java.util.Optional;
import java.util.Set;

/**
 * What well-known programs do to the files and to the rest of the run. Nothing is known of others:
 * they may make any file and run any program.
 */
public final class ProgramNames {
  private ProgramNames() {}

  /** Builtins that end something, or wait for its end. */
  private static final Set<String> ENDINGS =
      Set.of("break", "continue", "exec", "exit", "kill", "return", "shift", "wait");

  /** Builtins and tools that make no file but by redirection, and run no program of the user's. */
  private static final Set<String> READERS =
      Set.of(
          ":",
          "[",
          "[[",
          "test",
          "true",
          "false",
          "echo",
          "printf",
          "cd",
          "pushd",
          "popd",
          "pwd",
          "export",
          "set",
          "unset",
          "shopt",
          "ulimit",
          "umask",
          "alias",
          "declare",
          "typeset",
          "local",
          "read",
          "getopts",
          "let",
          "type",
          "which",
          "command",
          "env",
          "time",
          "nohup",
          "trap",
          "jobs",
          "disown",
          "hash",
          "printenv",
          "cat",
          "head",
          "tail",
          "ls",
          "mkdir",
          "rmdir",
          "rm",
          "wc",
          "sort",
          "uniq",
          "cut",
          "tr",
          "grep",
          "awk",
          "diff",
          "cmp",
          "seq",
          "date",
          "sleep",
          "sync",
          "nproc",
          "df",
          "du",
          "free",
          "ps",
          "top",
          "id",
          "whoami",
          "uname",
          "uptime",
          "lscpu",
          "lspci",
          "stat",
          "file",
          "tree",
          "basename",
          "dirname",
          "readlink",
          "realpath",
          "md5sum",
          "sha256sum",
          "chmod",
          "chown");

  /** The same of programs that look at the machine, or install packages and environments. */
  private static final Set<String> SETUP =
      Set.of("nvidia-smi", "pip", "virtualenv", "conda", "apt-get", "activate", "hostname");

  /** Tools that make files, and run no program of the user's. */
  private static final Set<String> MAKERS =
      Set.of(
          "wget", "curl", "cp", "mv", "ln", "tee", "touch", "sed", "unzip", "zip", "tar", "git",
          "rsync", "find", "nvcc");

  /** The frameworks' own programs: what they run is in their arguments. */
  private static final Set<String> FRAMEWORK_PROGRAMS = Set.of("caffe", "caffe.bin");

  /** Modules of Python that are tools, not training programs. */
  private static final Set<String> TOOL_MODULES = Set.of("pip", "venv", "virtualenv");

  /** {@code tensorboard} trains nothing, and makes no files beside its results. */
  static boolean makesNothing(String name) {
    return onlyReads(name) || name.equals("tensorboard");
  }

  private static boolean onlyReads(String name) {
    return READERS.contains(name)
        || ENDINGS.contains(name)
        || SETUP.contains(withoutVersion(name))
        || FRAMEWORK_PROGRAMS.contains(name);
  }

  /** Whether the program is known to start nothing that the linter does not see. */
  static boolean runsNothingUnseen(String name) {
    return onlyReads(name) || MAKERS.contains(name);
  }

  static boolean isToolModule(String name) {
    return TOOL_MODULES.contains(name);
  }

  /** The name without the version that it may end with: {@code python} for {@code python3.5}. */
  public static String withoutVersion(String name) {
    int end = name.length();
    while (end > 0 && (ShellChars.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '.')) {
      end--;
    }
    return name.substring(0, end);
  }

  /** The last segment of a path. */
  static String baseName(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /**
   * The name of a program that is found on the search path: {@code pip} for {@code pip} and for
   * {@code /usr/bin/pip}; empty for other paths.
   */
  static Optional<String> onSearchPath(String program) {
    int slash = program.lastIndexOf('/');
    if (slash < 0) {
      return Optional.of(program);
    }
    String folder = program.substring(0, slash);
    boolean installed =
        program.startsWith("/") && (folder.endsWith("/bin") || folder.endsWith("/sbin"));
    return installed ? Optional.of(program.substring(slash + 1)) : Optional.empty();
  }
}
