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
import java.util.regex.Pattern;

/**
 * Notes which files one command makes, by what is known of its program. In doubt it makes
 * everything.
 */
final class FileEffects {
  private static final List<String> PROGRAM_ENDINGS = List.of(".py", ".lua");
  private static final List<String> SCRIPT_ENDINGS = List.of(".py", ".lua", ".sh");

  /** Modules of Python that fetch or make files: {@code venv} makes {@code bin/pip}. */
  private static final Set<String> MAKING_MODULES =
      Set.of("nbconvert", "tarfile", "venv", "virtualenv", "wget", "zipfile");

  private static final Set<String> GIT_READERS = Set.of("config", "status", "log", "diff", "show");

  /** The questions about a file that {@code test} answers. */
  private static final Set<String> FILE_TESTS =
      Set.of("-a", "-d", "-e", "-f", "-h", "-L", "-r", "-s", "-w", "-x");

  /** {@code w FILE} of sed, alone or after {@code s/…/…/}; text may look like it. */
  private static final Pattern SED_WRITES =
      Pattern.compile("(^|[^A-Za-z])[gpI0-9]*w([ \t]*\\S*\\.(py|lua|sh)\\b|[ \t]+\\S)");

  /** Of awk: {@code > "file"}, {@code | "command"}, {@code system(…)}; not {@code $1 > 3}. */
  private static final Pattern AWK_WRITES = Pattern.compile(">>|>\\s*[^=\\s0-9]|\\|(?!\\|)|system");

  /** {@code -i.bak}, {@code -ni.bak} of sed: what follows the i. */
  private static final Pattern IN_PLACE = Pattern.compile("(-[nrEsuz]*i|--in-place=)(.*)");

  private final Places places;
  private final PathSet.Log made;
  private final PathSet.Log executable;
  private final Place folder;
  private final int when;

  /**
   * @param folder in which the command runs
   * @param when the command's number
   */
  FileEffects(Places places, PathSet.Log made, PathSet.Log executable, Place folder, int when) {
    this.places = places;
    this.made = made;
    this.executable = executable;
    this.folder = folder;
    this.when = when;
  }

  /** Notes the files that redirections write. */
  void ofRedirections(SimpleCommand command) {
    for (Redirection redirection : command.redirections()) {
      if (redirection.writesFile()) {
        makes(redirection.target());
      }
    }
  }

  /**
   * Notes the files that the run makes.
   *
   * @param words the program's arguments
   */
  void ofRun(ProgramRun run, List<Word> words) {
    if (run instanceof Named named) {
      tool(named, words);
    } else if (run instanceof Module module && module.module().is("pip")) {
      packages(words.subList(words.indexOf(module.module()) + 1, words.size()));
    } else if (makesEverything(run)) {
      makesEverything();
      executable.addEverything(when);
    } else {
      scriptNames(run);
    }
  }

  private void makes(Place place) {
    made.add(place, when);
  }

  private void makes(Word file) {
    makes(places.of(file, folder));
  }

  private void makes(List<Word> files) {
    files.forEach(this::makes);
  }

  private void makesEverything() {
    made.addEverything(when);
  }

  /** A program that gets the name of a script may be there to write it. */
  private void scriptNames(ProgramRun run) {
    for (Argument argument : run.arguments()) {
      argument
          .literal()
          .filter(name -> SCRIPT_ENDINGS.stream().anyMatch(name::endsWith))
          .ifPresent(name -> makes(folder.resolve(name)));
    }
  }

  /** A training program writes its results elsewhere; a shell script exists to prepare things. */
  private static boolean makesEverything(ProgramRun run) {
    if (run instanceof Script script) {
      return !script.interpreter().language().isOfFrameworks();
    }
    if (run instanceof Module module) {
      return module.module().literal().filter(MAKING_MODULES::contains).isPresent();
    }
    if (run instanceof InlineCode inline) {
      return inline.interpreter().language() != Interpreter.Language.PYTHON
          || inline.code().flatMap(Word::literal).filter(PythonCode::makesNothing).isEmpty();
    }
    if (run instanceof Executable file) {
      Optional<String> name = file.program().literal();
      return name.isEmpty() || PROGRAM_ENDINGS.stream().noneMatch(name.get()::endsWith);
    }
    return !(run instanceof ShellCode);
  }

  private void tool(Named run, List<Word> words) {
    switch (run.name()) {
      case "chmod" -> chmod(words);
      case "wget" -> wget(words);
      case "curl" -> curl(words);
      case "cp", "mv", "ln", "rsync" -> copy(words);
      case "tee", "touch", "virtualenv" ->
          makes(ToolArguments.of(words, "rdtp", Set.of("--python")).operands());
      case "sed" -> sed(words);
      case "awk" -> awk(words);
      case "test", "[", "[[" -> tested(words);
      case "unzip" -> unpackInto(ToolArguments.of(words, "dP", Set.of()).values("d"));
      case "tar" -> tar(words);
      case "zip" -> makes(words);
      case "git" -> git(words);
      case "find" -> {}
      case "nvcc" -> compile(words);
      default -> {
        boolean ownFunction = run.wellKnown() && !ProgramNames.runsNothingUnseen(run.name());
        if (ProgramNames.withoutVersion(run.name()).equals("pip")) {
          packages(words);
        } else if (ProgramNames.makesNothing(run.name())) {
          output(words);
        } else if (!ownFunction) {
          makesEverything();
        }
      }
    }
  }

  /** What is asked for by name may be absent, and the command is prepared for that. */
  private void tested(List<Word> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      Place place = places.of(words.get(i + 1), folder);
      boolean asks = words.get(i).literal().filter(FILE_TESTS::contains).isPresent();
      if (asks && !place.isUnknown() && !place.equals(Place.ROOT)) {
        makes(place);
        executable.add(place, when);
      }
    }
  }

  /** {@code -o FILE}, {@code --output FILE}: whatever the tool is, that is what it writes. */
  private void output(List<Word> words) {
    List<Word> files =
        ToolArguments.of(words, "o", Set.of("--output", "--output-file"))
            .values("o", "--output", "--output-file");
    for (Word file : files) {
      makes(file);
      executable.add(places.of(file, folder), when);
    }
  }

  /** Without {@code -o} a compiler names its output itself. */
  private void compile(List<Word> words) {
    if (ToolArguments.of(words, "o", Set.of()).has("o", "--output-file")) {
      output(words);
    } else {
      makesEverything();
      executable.addEverything(when);
    }
  }

  /** Packages go to a folder of their own, unless pip is told otherwise. */
  private void packages(List<Word> words) {
    ToolArguments arguments =
        ToolArguments.of(words, "trefcdwi", Set.of("--target", "--prefix", "--root", "--editable"));
    makes(arguments.values("t", "--target", "--prefix", "--root", "d", "w"));
    boolean fetches =
        arguments.values("e", "--editable").stream()
            .anyMatch(source -> source.literal().filter(text -> !text.contains("+")).isEmpty());
    if (fetches) {
      // Of "-e git+https://…#egg=name".
      makes(folder.resolve("src"));
    }
  }

  private void chmod(List<Word> words) {
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
    int sign = Math.max(mode.indexOf('+'), mode.indexOf('='));
    return mode.matches("[0-7]*")
        ? mode.chars().anyMatch(c -> (c - '0') % 2 == 1)
        : sign >= 0 && mode.indexOf('x') > sign;
  }

  private void wget(List<Word> words) {
    Set<String> names = Set.of("--output-document", "--directory-prefix", "--header", "--tries");
    ToolArguments arguments = ToolArguments.of(words, "OPoatTUeiBQwDARl", names);
    List<Word> files = arguments.values("O", "--output-document");
    List<Word> folders = arguments.values("P", "--directory-prefix");
    if (arguments.has("i", "r", "m", "x", "--recursive", "--mirror", "--content-disposition")) {
      makesEverything();
    } else if (files.isEmpty() && folders.isEmpty()) {
      arguments.operands().forEach(this::download);
    }
    files.stream().filter(file -> !file.is("-")).forEach(this::makes);
    makes(folders);
  }

  private void curl(List<Word> words) {
    Set<String> names = Set.of("--output", "--header", "--data", "--request", "--user", "--retry");
    ToolArguments arguments = ToolArguments.of(words, "oHdXuAebcmxTFwyYzCEKQrt", names);
    makes(arguments.values("o", "--output"));
    if (arguments.has("J", "--remote-header-name", "K", "--config")) {
      makesEverything();
    } else if (arguments.has("O", "--remote-name", "--remote-name-all")) {
      arguments.operands().forEach(this::download);
    }
  }

  /** The file is called like the last segment of the address; a query may stay or go. */
  private void download(Word address) {
    Optional<String> name = lastSegment(address);
    if (name.isEmpty()) {
      makes(folder.path().isPresent() ? Place.UNKNOWN : folder);
      return;
    }
    makes(folder.resolve(name.get()));
    int query = name.get().indexOf('?');
    if (query > 0) {
      makes(folder.resolve(name.get().substring(0, query)));
    }
  }

  /** What follows the last slash, also where variables come before it. */
  private static Optional<String> lastSegment(Word word) {
    String end = lastText(word);
    String text = word.literal().orElse(end);
    String name = ProgramNames.baseName(text);
    boolean whole = word.literal().isPresent() || text.contains("/");
    return Optional.of(name)
        .filter(known -> whole && !known.isEmpty() && !known.equals(".") && !known.equals(".."));
  }

  /** The literal text that a word ends with; empty where it ends with something else. */
  private static String lastText(Word word) {
    return !word.parts().isEmpty()
            && word.parts().get(word.parts().size() - 1) instanceof WordPart.Literal last
        ? last.text()
        : "";
  }

  private void copy(List<Word> words) {
    ToolArguments arguments = ToolArguments.of(words, "tSmog", Set.of());
    List<Word> operands = arguments.operands();
    if (arguments.has("t", "--target-directory") || operands.isEmpty()) {
      makesEverything();
      return;
    }
    Place target =
        operands.size() == 1 ? folder : places.of(operands.get(operands.size() - 1), folder);
    if (!target.equals(Place.ROOT)) {
      makes(target);
      return;
    }
    for (Word source : operands.subList(0, Math.max(1, operands.size() - 1))) {
      if (isContentOfFolder(lastText(source))) {
        makesEverything();
      }
      makes(lastSegment(source).map(target::resolve).orElse(Place.UNKNOWN));
    }
  }

  /** {@code folder/} for rsync, {@code folder/.} for cp: what is in it, whatever that is. */
  private static boolean isContentOfFolder(String source) {
    return source.endsWith("/") || source.endsWith("/.") || source.equals(".");
  }

  private void unpackInto(List<Word> targets) {
    if (targets.isEmpty()) {
      makes(folder);
    }
    makes(targets);
  }

  private void tar(List<Word> words) {
    ToolArguments arguments =
        ToolArguments.of(words, "fCTXIb", Set.of("--directory", "--file", "--owner", "--group"));
    boolean bundled = !words.isEmpty() && !words.get(0).literalPrefix().startsWith("-");
    String bundle = bundled ? words.get(0).literalPrefix() : "";
    if (arguments.has("c", "--create") || bundle.contains("c")) {
      makes(arguments.values("f", "--file"));
    } else {
      unpackInto(arguments.values("C", "--directory"));
    }
  }

  private void git(List<Word> words) {
    Optional<String> action = words.stream().findFirst().flatMap(Word::literal);
    if (action.filter(GIT_READERS::contains).isPresent()) {
      return;
    }
    if (action.filter("clone"::equals).isEmpty()) {
      makesEverything();
      return;
    }
    Set<String> names =
        Set.of("--branch", "--depth", "--origin", "--config", "--jobs", "--reference");
    List<Word> operands =
        ToolArguments.of(words.subList(1, words.size()), "bocju", names).operands();
    if (operands.size() > 1) {
      makes(operands.get(1));
      return;
    }
    Optional<String> name = operands.stream().findFirst().flatMap(FileEffects::lastSegment);
    makes(
        name.map(address -> address.replaceFirst("\\.git$", ""))
            .map(folder::resolve)
            .orElse(Place.UNKNOWN));
  }

  private void sed(List<Word> words) {
    ToolArguments arguments = ToolArguments.of(words, "efl", Set.of("--expression", "--file"));
    List<Word> scripts = arguments.values("e", "--expression");
    List<Word> files = arguments.operands();
    if (scripts.isEmpty() && !files.isEmpty()) {
      scripts = files.subList(0, 1);
      files = files.subList(1, files.size());
    }
    if (arguments.has("f", "--file") || mayWrite(scripts, SED_WRITES)) {
      makesEverything();
    }
    for (Word word : words) {
      IN_PLACE
          .matcher(word.plainPrefix())
          .results()
          .findFirst()
          .ifPresent(option -> copies(option.group(2), arguments.operands()));
    }
    makes(files);
  }

  /** The copies that {@code sed -i.bak} leaves. */
  private void copies(String suffix, List<Word> files) {
    for (Word file : suffix.isEmpty() ? List.<Word>of() : files) {
      Optional<String> name = file.literal().filter(text -> suffix.matches("[\\w.~-]+"));
      makes(name.map(text -> folder.resolve(text + suffix)).orElse(Place.UNKNOWN));
    }
  }

  private void awk(List<Word> words) {
    ToolArguments arguments = ToolArguments.of(words, "Fvf", Set.of("--file", "--assign"));
    List<Word> programs = arguments.operands().stream().limit(1).toList();
    if (arguments.has("f", "--file") || mayWrite(programs, AWK_WRITES)) {
      makesEverything();
    }
  }

  private static boolean mayWrite(List<Word> scripts, Pattern writes) {
    return scripts.stream()
        .anyMatch(word -> word.literal().map(text -> writes.matcher(text).find()).orElse(true));
  }
}
