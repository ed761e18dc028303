package dev.wmllint.rules.command;

import dev.wmllint.command.Interpreter;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.InlineCode;
import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.fix.Fix;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** An interpreter of another Python than the one that the framework's version runs on. */
final class PythonVersions implements CommandCheck {
  private static final RuleInfo PYTHON_VERSION_MISMATCH =
      RuleInfo.warning(
          Chapter.FRAMEWORK,
          "python-version-mismatch",
          FixKind.UNSAFE,
          "an interpreter of another Python than the framework's version");

  /** What brings a Python of its own. */
  private static final Set<String> ENVIRONMENTS = Set.of("activate", "virtualenv", "venv");

  private static final Set<String> INSTALLERS = Set.of("conda", "apt", "apt-get", "yum");

  @Override
  public RuleInfo info() {
    return PYTHON_VERSION_MISMATCH;
  }

  /** The major version that ends a version of the table: 3 of {@code 1.2-py3}. */
  static OptionalInt ofFramework(RuleContext context) {
    String name = context.manifest().frameworkName().map(ScalarNode::value).orElse("");
    String version = context.manifest().frameworkVersion().map(ScalarNode::value).orElse("");
    if (!context.schema().frameworks().getOrDefault(name, List.of()).contains(version)) {
      return OptionalInt.empty();
    }
    return version.endsWith("-py2")
        ? OptionalInt.of(2)
        : version.endsWith("-py3") ? OptionalInt.of(3) : OptionalInt.empty();
  }

  @Override
  public void check(CommandContext scene) {
    OptionalInt wanted = scene.python();
    if (wanted.isEmpty() || scene.runs().stream().anyMatch(PythonVersions::bringsPython)) {
      return;
    }
    for (ProgramRun run : scene.runs()) {
      interpreter(run)
          .filter(found -> found.language() == Interpreter.Language.PYTHON)
          .filter(found -> found.majorVersion().orElse(wanted.getAsInt()) != wanted.getAsInt())
          .filter(found -> !isOwn(found))
          .ifPresent(found -> report(scene, found, wanted.getAsInt()));
    }
  }

  private static boolean bringsPython(ProgramRun run) {
    if (run instanceof Named named) {
      boolean installs =
          INSTALLERS.contains(named.name())
              && named.arguments().stream()
                  .flatMap(argument -> argument.value().stream())
                  .anyMatch(word -> word.literalPrefix().startsWith("python"));
      return installs
          || ENVIRONMENTS.contains(named.name())
          || (named.name().equals("conda")
              && named.arguments().stream()
                  .flatMap(argument -> argument.value().stream())
                  .anyMatch(word -> word.is("activate")));
    }
    return run instanceof Module module
        && module.module().literal().filter(ENVIRONMENTS::contains).isPresent();
  }

  private static Optional<Interpreter> interpreter(ProgramRun run) {
    if (run instanceof Script script) {
      return Optional.of(script.interpreter());
    }
    if (run instanceof Module module) {
      return Optional.of(module.interpreter());
    }
    return run instanceof InlineCode code ? Optional.of(code.interpreter()) : Optional.empty();
  }

  /** {@code env/bin/python3}: what it is made of is known to who made it. */
  private static boolean isOwn(Interpreter interpreter) {
    String path = interpreter.word().literal().orElse("");
    return path.contains("/") && !path.startsWith("/usr/") && !path.startsWith("/bin/");
  }

  private void report(CommandContext scene, Interpreter interpreter, int wanted) {
    String framework = scene.context().manifest().frameworkName().orElseThrow().value();
    String version = scene.context().manifest().frameworkVersion().orElseThrow().value();
    String use = unversioned(interpreter.name()) + wanted;
    RuleContext.Finding finding =
        scene
            .finding(
                info(),
                "'" + interpreter.name() + "' is not the Python of " + framework + " " + version)
            .help("use '" + use + "'");
    // Of /usr/bin/python2 the folder stays.
    Span word = interpreter.word().contentSpan();
    if (interpreter
        .word()
        .literal()
        .filter(text -> text.endsWith(interpreter.name()))
        .isPresent()) {
      Span name = new Span(word.end() - interpreter.name().length(), word.end());
      scene.replace(name, use).ifPresent(edit -> finding.fix(Fix.unsafe("use " + use, edit)));
    }
    finding.atPart(scene.scalar(), interpreter.word().contentSpan());
  }

  private static String unversioned(String name) {
    return name.replaceFirst("[0-9.]+$", "");
  }
}
