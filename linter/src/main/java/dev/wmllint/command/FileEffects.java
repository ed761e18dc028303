package dev.wmllint.command;

import dev.wmllint.command.ProgramRun.Executable;
import dev.wmllint.command.ProgramRun.InlineCode;
import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.ProgramRun.ShellCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes which files a run makes, by what is known of the program. In doubt it makes everything. */
final class FileEffects {
  private static final List<String> PROGRAM_ENDINGS = List.of(".py", ".lua");

  /** Modules of Python that fetch or make files: {@code venv} makes {@code bin/pip}. */
  private static final Set<String> MAKING_MODULES =
      Set.of(
          "zipfile",
          "tarfile",
          "venv",
          "virtualenv",
          "wget",
          "nbconvert",
          "jupyter",
          "gdown",
          "kaggle",
          "urllib.request",
          "grpc_tools.protoc");

  private static final List<String> SCRIPT_ENDINGS = List.of(".py", ".lua", ".sh");

  private static final Set<String> GIT_READERS =
      Set.of("config", "status", "log", "rev-parse", "describe", "--version", "diff", "show");

  /** The questions about a file that {@code test} answers. */
  private static final Set<String> FILE_TESTS =
      Set.of("-a", "-d", "-e", "-f", "-h", "-L", "-r", "-s", "-w", "-x");

  private final Places places;
  private final TextTools texts;
  private final PathLog made;
  private final PathLog executable;

  FileEffects(Places places, PathLog made, PathLog executable) {
    this.places = places;
    this.texts = new TextTools(places, made);
    this.made = made;
    this.executable = executable;
  }

  /** Notes the files that redirections write. */
  void ofRedirections(SimpleCommand command, Place folder, int when) {
    for (Redirection redirection : command.redirections()) {
      if (redirection.writesFile()) {
        made.add(places.of(redirection.target(), folder), when);
      }
    }
  }

  /**
   * Notes the files that the run makes.
   *
   * @param words the program's arguments
   */
  void ofRun(ProgramRun run, List<Word> words, int when) {
    if (run instanceof Named named) {
      ofTool(named, words, when);
    } else if (run instanceof Module module && module.module().is("pip")) {
      packages(words.subList(words.indexOf(module.module()) + 1, words.size()), run.folder(), when);
    } else if (makesEverything(run)) {
      made.addEverything(when);
      executable.addEverything(when);
    } else {
      ofScriptNames(run, when);
    }
  }

  /** A program that is handed the name of a script may be there to write it. */
  private void ofScriptNames(ProgramRun run, int when) {
    for (Argument argument : run.arguments()) {
      Optional<String> name = argument.literal();
      if (name.isPresent() && SCRIPT_ENDINGS.stream().anyMatch(name.get()::endsWith)) {
        made.add(run.folder().resolve(name.get()), when);
      }
    }
  }

  /** A training program writes its results elsewhere; a shell script exists to prepare things. */
  private static boolean makesEverything(ProgramRun run) {
    if (run instanceof Script script) {
      return script.interpreter().language() == Interpreter.Language.SHELL
          || script.interpreter().language() == Interpreter.Language.OTHER;
    }
    if (run instanceof Module module) {
      return module.module().literal().filter(MAKING_MODULES::contains).isPresent();
    }
    if (run instanceof InlineCode inline) {
      return inline.interpreter().language() != Interpreter.Language.PYTHON
          || inline.code().flatMap(Word::literal).filter(PythonCode::makesNothing).isEmpty();
    }
    if (run instanceof Executable file) {
      Optional<String> name = file.literal();
      return name.isEmpty() || PROGRAM_ENDINGS.stream().noneMatch(name.get()::endsWith);
    }
    return !(run instanceof ShellCode);
  }

  private void ofTool(Named run, List<Word> words, int when) {
    Place folder = run.folder();
    switch (run.name()) {
      case "chmod" -> chmod(words, folder, when);
      case "wget" -> wget(words, folder, when);
      case "curl" -> curl(words, folder, when);
      case "cp", "mv", "ln", "install", "rsync" -> copy(words, folder, when);
      case "tee", "touch", "truncate", "dos2unix" ->
          addAll(ToolArguments.of(words, "rdts", List.of()).operands(), folder, when);
      case "sed" -> texts.sed(words, folder, when);
      case "awk", "gawk", "mawk" -> texts.awk(words, when);
      case "test", "[", "[[" -> tested(words, folder, when);
      case "virtualenv" ->
          addAll(ToolArguments.of(words, "p", List.of("--python")).operands(), folder, when);
      case "conda" ->
          addAll(
              ToolArguments.of(words, "pnfc", List.of("--prefix", "--name", "--file", "--channel"))
                  .values("p", "--prefix"),
              folder,
              when);
      case "unzip" ->
          unpackInto(ToolArguments.of(words, "dP", List.of()).values("d"), folder, when);
      case "tar" -> tar(words, folder, when);
      case "gzip", "gunzip", "bzip2", "bunzip2", "xz", "unxz" -> unpackBeside(words, folder, when);
      case "zip" -> addAll(words, folder, when);
      case "git" -> git(words, folder, when);
      case "aws", "gsutil", "s3cmd" -> transfer(words, folder, when);
      case "find" -> {}
      case "nvcc" -> compile(words, folder, when);
      default -> {
        boolean harmless = ProgramNames.makesNothing(run.name());
        boolean ownFunction = run.wellKnown() && !ProgramNames.runsNothingUnseen(run.name());
        if (ProgramNames.withoutVersion(run.name()).equals("pip")) {
          packages(words, folder, when);
        } else if (harmless) {
          output(words, folder, when);
        } else if (!ownFunction) {
          made.addEverything(when);
        }
      }
    }
  }

  /** What is asked for by name may be absent, and whoever asks reckons with it. */
  private void tested(List<Word> words, Place folder, int when) {
    for (int i = 0; i + 1 < words.size(); i++) {
      Optional<String> operator = words.get(i).literal().filter(FILE_TESTS::contains);
      Place place = places.of(words.get(i + 1), folder);
      if (operator.isPresent() && !place.isUnknown() && !place.equals(Place.ROOT)) {
        made.add(place, when);
        executable.add(place, when);
      }
    }
  }

  /** {@code -o FILE}, {@code --output FILE}: whatever the tool is, that is what it writes. */
  private void output(List<Word> words, Place folder, int when) {
    List<Word> files =
        ToolArguments.of(words, "o", List.of("--output", "--output-file"))
            .values("o", "--output", "--output-file");
    for (Word file : files) {
      made.add(places.of(file, folder), when);
      executable.add(places.of(file, folder), when);
    }
  }

  /** Without {@code -o} a compiler names its output itself. */
  private void compile(List<Word> words, Place folder, int when) {
    boolean named =
        ToolArguments.of(words, "o", List.of("--output-file")).has("o", "--output-file");
    if (named) {
      output(words, folder, when);
    } else {
      made.addEverything(when);
      executable.addEverything(when);
    }
  }

  /** Packages go to a folder of their own, unless pip is told otherwise. */
  private void packages(List<Word> words, Place folder, int when) {
    ToolArguments arguments =
        ToolArguments.of(
            words,
            "trefcdwi",
            List.of(
                "--target",
                "--prefix",
                "--root",
                "--src",
                "--dest",
                "--download",
                "--wheel-dir",
                "--requirement",
                "--editable",
                "--constraint",
                "--find-links",
                "--index-url",
                "--extra-index-url"));
    addAll(
        arguments.values(
            "t",
            "--target",
            "--prefix",
            "--root",
            "--src",
            "d",
            "--dest",
            "--download",
            "w",
            "--wheel-dir"),
        folder,
        when);
    boolean fetches =
        arguments.values("e", "--editable").stream()
            .anyMatch(source -> source.literal().filter(text -> !text.contains("+")).isEmpty());
    if (fetches) {
      // Of "-e git+https://…#egg=name".
      made.add(folder.resolve("src"), when);
    }
  }

  private void addAll(List<Word> files, Place folder, int when) {
    files.forEach(file -> made.add(places.of(file, folder), when));
  }

  private void chmod(List<Word> words, Place folder, int when) {
    List<Word> files =
        words.stream().filter(word -> !word.literalPrefix().startsWith("-")).toList();
    boolean recursive = files.size() < words.size();
    Optional<String> mode = files.stream().findFirst().flatMap(Word::literal);
    if (recursive || mode.isEmpty()) {
      executable.addEverything(when);
    } else if (setsExecutable(mode.get())) {
      files.stream().skip(1).forEach(file -> executable.add(places.of(file, folder), when));
    }
  }

  /** {@code +x}, {@code a+rx}, {@code u=rwx}, {@code 755}. */
  private static boolean setsExecutable(String mode) {
    boolean octal = mode.chars().allMatch(c -> c >= '0' && c <= '7');
    return octal
        ? mode.chars().anyMatch(c -> (c - '0') % 2 == 1)
        : mode.indexOf('x') > Math.max(mode.indexOf('+'), mode.indexOf('='))
            && (mode.indexOf('+') >= 0 || mode.indexOf('=') >= 0);
  }

  private void wget(List<Word> words, Place folder, int when) {
    ToolArguments arguments =
        ToolArguments.of(
            words,
            "OPoatTUeiBQwDARl",
            List.of("--output-document", "--directory-prefix", "--header", "--tries", "--timeout"));
    List<Word> files = arguments.values("O", "--output-document");
    List<Word> folders = arguments.values("P", "--directory-prefix");
    if (arguments.has("i", "r", "m", "x", "--recursive", "--mirror", "--content-disposition")) {
      made.addEverything(when);
    } else if (files.isEmpty() && folders.isEmpty()) {
      arguments.operands().forEach(address -> download(address, folder, when));
    }
    files.stream().filter(file -> !file.is("-")).forEach(f -> made.add(places.of(f, folder), when));
    addAll(folders, folder, when);
  }

  private void curl(List<Word> words, Place folder, int when) {
    ToolArguments arguments =
        ToolArguments.of(
            words,
            "oHdXuAebcmxTFwyYzCEKQrt",
            List.of("--output", "--header", "--data", "--request", "--user", "--retry"));
    addAll(arguments.values("o", "--output"), folder, when);
    if (arguments.has("J", "--remote-header-name", "K", "--config")) {
      made.addEverything(when);
    } else if (arguments.has("O", "--remote-name", "--remote-name-all")) {
      arguments.operands().forEach(address -> download(address, folder, when));
    }
  }

  /** The file is called like the last segment of the address; a query may stay or go. */
  private void download(Word address, Place folder, int when) {
    Optional<String> name = lastSegment(address);
    if (name.isEmpty()) {
      made.add(folder.path().isPresent() ? Place.UNKNOWN : folder, when);
      return;
    }
    made.add(folder.resolve(name.get()), when);
    int query = name.get().indexOf('?');
    if (query > 0) {
      made.add(folder.resolve(name.get().substring(0, query)), when);
    }
  }

  /** What stands behind the last slash, also where variables stand before it. */
  private static Optional<String> lastSegment(Word word) {
    if (word.parts().isEmpty()
        || !(word.parts().get(word.parts().size() - 1) instanceof WordPart.Literal last)) {
      return Optional.empty();
    }
    String text = word.literal().orElse(last.text());
    boolean whole = word.literal().isPresent() || text.contains("/");
    String name = ProgramNames.baseName(text);
    return whole && !name.isEmpty() && !name.equals(".") && !name.equals("..")
        ? Optional.of(name)
        : Optional.empty();
  }

  private void copy(List<Word> words, Place folder, int when) {
    ToolArguments arguments = ToolArguments.of(words, "tSmog", List.of("--target-directory"));
    List<Word> operands = arguments.operands();
    if (arguments.has("t", "--target-directory") || operands.isEmpty()) {
      made.addEverything(when);
      return;
    }
    Place target =
        operands.size() == 1 ? folder : places.of(operands.get(operands.size() - 1), folder);
    if (target.path().isEmpty() || !target.equals(Place.ROOT)) {
      made.add(target, when);
      return;
    }
    for (Word source : operands.subList(0, Math.max(1, operands.size() - 1))) {
      if (isContentOfFolder(source)) {
        made.addEverything(when);
      }
      made.add(lastSegment(source).map(target::resolve).orElse(Place.UNKNOWN), when);
    }
  }

  /** {@code folder/} for rsync, {@code folder/.} for cp: what is in it, whatever that is. */
  private static boolean isContentOfFolder(Word source) {
    if (source.parts().isEmpty()
        || !(source.parts().get(source.parts().size() - 1) instanceof WordPart.Literal last)) {
      return false;
    }
    return last.text().endsWith("/") || last.text().endsWith("/.") || last.text().equals(".");
  }

  private void unpackInto(List<Word> targets, Place folder, int when) {
    if (targets.isEmpty()) {
      made.add(folder, when);
    } else {
      addAll(targets, folder, when);
    }
  }

  private void tar(List<Word> words, Place folder, int when) {
    ToolArguments arguments =
        ToolArguments.of(words, "fCTXIb", List.of("--directory", "--file", "--owner", "--group"));
    boolean bundled = !words.isEmpty() && !words.get(0).literalPrefix().startsWith("-");
    String bundle = bundled ? words.get(0).literalPrefix() : "";
    if (arguments.has("c", "--create") || bundle.contains("c")) {
      addAll(arguments.values("f", "--file"), folder, when);
    } else {
      unpackInto(arguments.values("C", "--directory"), folder, when);
    }
  }

  private void unpackBeside(List<Word> words, Place folder, int when) {
    for (Word file : ToolArguments.of(words, "S", List.of("--suffix")).operands()) {
      Place place = places.of(file, folder);
      made.add(place, when);
      String path = place.path().orElse("");
      int dot = path.lastIndexOf('.');
      if (dot > 0) {
        made.add(Place.ROOT.resolve(path.substring(0, dot)), when);
      }
    }
  }

  private void git(List<Word> words, Place folder, int when) {
    Optional<String> action = words.stream().findFirst().flatMap(Word::literal);
    if (action.filter(GIT_READERS::contains).isPresent()) {
      return;
    }
    if (action.filter("clone"::equals).isEmpty()) {
      made.addEverything(when);
      return;
    }
    List<Word> operands =
        ToolArguments.of(
                words.subList(1, words.size()),
                "bocju",
                List.of("--branch", "--depth", "--origin", "--config", "--jobs", "--reference"))
            .operands();
    if (operands.size() > 1) {
      made.add(places.of(operands.get(1), folder), when);
      return;
    }
    Optional<String> name = operands.stream().findFirst().flatMap(FileEffects::lastSegment);
    made.add(
        name.map(n -> n.endsWith(".git") ? n.substring(0, n.length() - 4) : n)
            .map(folder::resolve)
            .orElse(Place.UNKNOWN),
        when);
  }

  /** Only what goes to a store, or to another folder, makes nothing here. */
  private void transfer(List<Word> words, Place folder, int when) {
    if (words.isEmpty()) {
      return;
    }
    if (words.get(words.size() - 1).literalPrefix().contains("://")) {
      // "get ADDRESS" downloads; "put FILE ADDRESS" does not.
      boolean fetches = words.get(0).is("get") || words.get(0).is("sync");
      if (fetches) {
        download(words.get(words.size() - 1), folder, when);
      }
      return;
    }
    if (!places.of(words.get(words.size() - 1), folder).equals(Place.OUTSIDE)) {
      made.addEverything(when);
    }
  }
}
