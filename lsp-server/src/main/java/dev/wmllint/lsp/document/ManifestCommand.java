package dev.wmllint.lsp.document;

import dev.wmllint.command.Argument;
import dev.wmllint.command.CommandAnalysis;
import dev.wmllint.command.Place;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.Word;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command of a manifest: which of its words mean files, and where in the document they are. */
public final class ManifestCommand {
  private final ScalarNode scalar;
  private final CommandAnalysis analysis;
  private final List<FileUse> files;

  /**
   * A word that means a file.
   *
   * @param span of the word in the document
   * @param paths where the file may be in the model definition, the likeliest first
   * @param program whether it is run; else it is an argument, which may mean something else
   */
  public record FileUse(Span span, List<String> paths, boolean program) {
    public FileUse {
      paths = List.copyOf(paths);
    }
  }

  /** The command that is written in a scalar. */
  ManifestCommand(ScalarNode scalar, CommandAnalysis analysis) {
    this.scalar = scalar;
    this.analysis = analysis;
    this.files = readFiles();
  }

  /** The scalar that it is written in. */
  public ScalarNode scalar() {
    return scalar;
  }

  /** What it runs. Spans count in its text, and {@link ScalarNode#sourceSpan} leads from there. */
  public CommandAnalysis analysis() {
    return analysis;
  }

  /** The words that mean files of the model definition, as far as the command tells. */
  public List<FileUse> files() {
    return files;
  }

  public Optional<FileUse> fileAt(int offset) {
    return files.stream().filter(file -> file.span().touches(offset)).findFirst();
  }

  /** The variable that is used at an offset, with its place in the document. */
  public Optional<Variable> variableAt(int offset) {
    return analysis.command().variables().stream()
        .map(
            use ->
                new Variable(
                    use.name(),
                    scalar.sourceSpan(use.span()),
                    analysis.assignedVariables().contains(use.name())))
        .filter(variable -> variable.span().touches(offset))
        .findFirst();
  }

  /**
   * The use of a variable.
   *
   * @param assigned whether the command itself gives it a value
   */
  public record Variable(String name, Span span, boolean assigned) {}

  /** The word at an offset, in the document. */
  public Optional<Span> wordAt(int offset) {
    return analysis.command().commands().stream()
        .flatMap(one -> one.words().stream())
        .map(word -> scalar.sourceSpan(word.span()))
        .filter(span -> span.touches(offset))
        .findFirst();
  }

  private List<FileUse> readFiles() {
    List<FileUse> found = new ArrayList<>();
    for (ProgramRun run : analysis.runs()) {
      if (run instanceof ProgramRun.Script script) {
        add(found, script.script(), paths(script.place()));
      } else if (run instanceof ProgramRun.Executable executable) {
        add(found, executable.program(), paths(executable.place()));
      } else if (run instanceof ProgramRun.Module module) {
        add(found, module.module(), modulePaths(module));
      }
      for (Argument argument : run.arguments()) {
        List<String> paths =
            argument
                .literal()
                .map(run.folder()::resolve)
                .map(ManifestCommand::paths)
                .orElse(List.of());
        if (!paths.isEmpty()) {
          Span span = scalar.sourceSpan(argument.value().orElseThrow().contentSpan());
          found.add(new FileUse(span, paths, false));
        }
      }
    }
    return List.copyOf(found);
  }

  private void add(List<FileUse> found, Word word, List<String> paths) {
    if (!paths.isEmpty()) {
      found.add(new FileUse(scalar.sourceSpan(word.contentSpan()), paths, true));
    }
  }

  private static List<String> paths(Place place) {
    return place.path().filter(path -> !path.isEmpty()).map(List::of).orElse(List.of());
  }

  /** Python looks in the current folder, and in MODEL_DIR, which is on PYTHONPATH. */
  private static List<String> modulePaths(ProgramRun.Module run) {
    Optional<String> name = run.module().literal().filter(literal -> !literal.isEmpty());
    if (name.isEmpty()) {
      return List.of();
    }
    String path = name.get().replace('.', '/');
    List<String> paths = new ArrayList<>();
    for (Place folder : List.of(run.folder(), Place.ROOT)) {
      for (String ending : List.of(".py", "/__main__.py")) {
        paths.addAll(paths(folder.resolve(path + ending)));
      }
    }
    return paths.stream().distinct().toList();
  }
}
