package dev.wmllint.command;

import java.util.Optional;
import java.util.Set;

/** What well-known programs do to the files and to the rest of the run. */
final class ProgramNames {
  private ProgramNames() {}

  /** Builtins and tools that make no file but by redirection, and run no program of the user's. */
  private static final Set<String> MAKES_NOTHING =
      Set.of(
          ":",
          "[",
          "[[",
          "test",
          "true",
          "false",
          "echo",
          "printf",
          "cat",
          "head",
          "tail",
          "cd",
          "pushd",
          "popd",
          "dirs",
          "pwd",
          "ls",
          "tree",
          "mkdir",
          "rmdir",
          "rm",
          "export",
          "set",
          "unset",
          "shopt",
          "ulimit",
          "umask",
          "alias",
          "unalias",
          "declare",
          "typeset",
          "local",
          "readonly",
          "read",
          "mapfile",
          "readarray",
          "getopts",
          "let",
          "shift",
          "exit",
          "return",
          "break",
          "continue",
          "wait",
          "jobs",
          "kill",
          "sleep",
          "date",
          "hash",
          "type",
          "which",
          "whereis",
          "command",
          "builtin",
          "exec",
          "times",
          "history",
          "clear",
          "tput",
          "stty",
          "wc",
          "sort",
          "uniq",
          "cut",
          "tr",
          "grep",
          "egrep",
          "fgrep",
          "diff",
          "cmp",
          "seq",
          "expr",
          "bc",
          "file",
          "stat",
          "basename",
          "dirname",
          "realpath",
          "readlink",
          "md5sum",
          "sha1sum",
          "sha256sum",
          "df",
          "du",
          "free",
          "ps",
          "top",
          "uptime",
          "uname",
          "hostname",
          "whoami",
          "id",
          "groups",
          "env",
          "printenv",
          "nproc",
          "lscpu",
          "lspci",
          "lsb_release",
          "getconf",
          "nvidia-smi",
          "ldconfig",
          "ldd",
          "locale",
          "locale-gen",
          "ping",
          "nslookup",
          "chmod",
          "chown",
          "chgrp",
          "pip",
          "virtualenv",
          "conda",
          "easy_install",
          "apt",
          "apt-get",
          "apt-cache",
          "apt-key",
          "add-apt-repository",
          "dpkg",
          "yum",
          "luarocks",
          "activate",
          "deactivate",
          "sync",
          "time",
          "nohup",
          "awk",
          "gawk",
          "mawk",
          "jq",
          "fold");

  /** Programs that train, or may, and make no files beside their results. */
  private static final Set<String> WRITES_RESULTS = Set.of("tensorboard");

  /** Tools that make files, and run no program of the user's. */
  private static final Set<String> RUNS_NOTHING =
      Set.of(
          "wget",
          "curl",
          "cp",
          "mv",
          "ln",
          "install",
          "tee",
          "touch",
          "truncate",
          "sed",
          "unzip",
          "zip",
          "tar",
          "gzip",
          "gunzip",
          "bzip2",
          "bunzip2",
          "xz",
          "unxz",
          "git",
          "svn",
          "rsync",
          "aws",
          "gsutil",
          "s3cmd",
          "dd",
          "split",
          "find",
          "nvcc",
          "iconv",
          "dos2unix");

  /** Programs whose arguments are, or hold, another command, in a form that is not read here. */
  private static final Set<String> RUNS_ARGUMENTS =
      Set.of(
          "eval",
          "xargs",
          "parallel",
          "watch",
          "mpirun",
          "mpiexec",
          "orterun",
          "horovodrun",
          "srun",
          "ddlrun",
          "docker",
          "ssh",
          "su",
          "script",
          "screen",
          "tmux",
          "trap");

  /** The frameworks' own programs: what they run stands in their arguments. */
  private static final Set<String> FRAMEWORK_PROGRAMS = Set.of("caffe", "caffe.bin");

  /** Modules of Python that are tools, not training programs. */
  private static final Set<String> TOOL_MODULES =
      Set.of("pip", "venv", "virtualenv", "ensurepip", "compileall", "zipfile", "site", "this");

  static boolean makesNothing(String name) {
    return onlyReads(name) || WRITES_RESULTS.contains(name);
  }

  private static boolean onlyReads(String name) {
    return MAKES_NOTHING.contains(name)
        || MAKES_NOTHING.contains(withoutVersion(name))
        || FRAMEWORK_PROGRAMS.contains(name);
  }

  /** Whether the program is known to start nothing that the linter does not see. */
  static boolean runsNothingUnseen(String name) {
    return onlyReads(name) || RUNS_NOTHING.contains(name);
  }

  static boolean runsItsArguments(String name) {
    return RUNS_ARGUMENTS.contains(name);
  }

  static boolean isToolModule(String name) {
    return TOOL_MODULES.contains(name);
  }

  /** The name without the version that it may end with: {@code python} for {@code python3.5}. */
  static String withoutVersion(String name) {
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
