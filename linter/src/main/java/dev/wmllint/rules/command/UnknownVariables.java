package dev.wmllint.rules.command;

import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.ShellCode;
import dev.wmllint.command.Quoting;
import dev.wmllint.command.ShellCommand;
import dev.wmllint.command.SimpleCommand;
import dev.wmllint.command.SyntaxProblem;
import dev.wmllint.command.Word;
import dev.wmllint.command.WordPart;
import dev.wmllint.command.WordPart.Expansion;
import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.command.WordPart.Substitution;
import dev.wmllint.command.WordPart.VariableUse;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Message;
import dev.wmllint.text.Nearest;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Variables that the command does not set, with a name that is nearly that of one which the service
 * sets, and the service's own in a form that the shell does not replace. No variable of a shell, a
 * login or CUDA has such a name.
 */
final class UnknownVariables {
  static final RuleInfo UNKNOWN_VARIABLE =
      RuleInfo.warning(
              Chapter.COMMAND, "unknown-variable", "a variable that is nearly one of the service's")
          .fix(FixKind.UNSAFE);

  private static final String NAME = "([A-Za-z_][A-Za-z0-9_]*)";

  /** How other shells and tools write a variable, and this one does not. */
  private static final Pattern OTHER_FORM =
      Pattern.compile("%" + NAME + "%|(?<!\\{)[%#@]?\\{" + NAME + "\\}(?!\\})|<" + NAME + ">");

  private static final Pattern AFTER_DOLLARS = Pattern.compile(NAME + "|\\{" + NAME + "\\}");

  private static final Pattern AFTER_ENV = Pattern.compile(":" + NAME + "|\\{" + NAME + "\\}");

  private static final Pattern BAD_SUBSTITUTION =
      Pattern.compile("\\$\\{\\{?\\s*(?:env\\.)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*\\}\\}?");

  private static final Pattern BETWEEN_SIGNS = Pattern.compile("<" + NAME + ">");

  /** What may stand before a variable in a path or an option. */
  private static final String BEFORE = "\"'=/:, \t\n";

  static void check(CommandContext command) {
    Set<String> service = service(command.context());
    List<Word> words = new ArrayList<>(command.analysis().command().words());
    Set<VariableUse> uses = new LinkedHashSet<>(command.analysis().command().variables());
    for (ProgramRun run : command.runs()) {
      if (run instanceof ShellCode shell) {
        words.addAll(shell.code().words());
        uses.addAll(shell.code().variables());
      }
    }
    words.forEach(word -> misread(command, word, service));
    if (command.analysis().mayAssignUnseenVariables()) {
      return;
    }
    for (VariableUse use : uses) {
      String name = use.name();
      boolean known = service.contains(name) || command.assigns(name);
      boolean certain =
          use.form() == VariableUse.Form.PLAIN || use.form() == VariableUse.Form.OTHER;
      if (certain && !known) {
        near(name, service).ifPresent(meant -> report(command, use, meant));
      }
    }
  }

  /** Reports what the shell fails at because a variable is written in another way. */
  static boolean reportMisread(CommandContext command) {
    Set<String> service = service(command.context());
    ShellCommand shell = command.analysis().command();
    Matcher signs = BETWEEN_SIGNS.matcher(shell.text().indexOf('<') < 0 ? "" : shell.text());
    while (signs.find()) {
      Optional<String> meant = meant(command, signs.group(1), service);
      if (meant.isPresent() && shell.operators().contains(signs.start())) {
        report(command, new Span(signs.start(), signs.end()), meant.get());
        return true;
      }
    }
    Optional<Span> bad = shell.problems().stream().findFirst().map(SyntaxProblem::span);
    Optional<String> meant = bad.flatMap(span -> inBraces(command, span.of(shell.text()), service));
    meant.ifPresent(name -> report(command, bad.get(), name));
    return meant.isPresent();
  }

  private static Optional<String> inBraces(
      CommandContext command, String written, Set<String> service) {
    Matcher braces = BAD_SUBSTITUTION.matcher(written);
    return braces.matches()
        ? meant(command, braces.group(1).replace('.', '_').replace('-', '_'), service)
        : Optional.empty();
  }

  /** Forms that the shell accepts, and reads otherwise. */
  private static void misread(CommandContext command, Word word, Set<String> service) {
    String text = command.scalar().value();
    for (int i = 0; i < word.parts().size(); i++) {
      WordPart part = word.parts().get(i);
      String written = part.span().of(text);
      if (part instanceof Substitution substitution) {
        onlyWord(substitution)
            .filter(name -> name.equals(name.toUpperCase(Locale.ROOT)))
            .flatMap(name -> meant(command, name, service))
            .ifPresent(meant -> report(command, part.span(), meant));
      } else if (part instanceof Expansion) {
        inBraces(command, written, service).ifPresent(meant -> report(command, part.span(), meant));
      } else if (part instanceof Literal literal
          && (literal.quoting() == Quoting.NONE || literal.quoting() == Quoting.DOUBLE)) {
        Optional<WordPart> before =
            i == 0 ? Optional.empty() : Optional.of(word.parts().get(i - 1));
        misread(command, literal.span(), before, service);
      }
    }
  }

  private static void misread(
      CommandContext command, Span literal, Optional<WordPart> before, Set<String> service) {
    String text = command.scalar().value();
    String prefix =
        before
            .filter(part -> part.span().end() == literal.start())
            .map(part -> part.span().of(text))
            .orElse("");
    if (!prefix.startsWith("$") && literal.of(text).chars().noneMatch(c -> "%{<".indexOf(c) >= 0)) {
      return;
    }
    Matcher matcher =
        (prefix.equals("$$")
                ? AFTER_DOLLARS
                : prefix.equals("$env") || prefix.equals("$ENV") ? AFTER_ENV : OTHER_FORM)
            .matcher(text)
            .region(literal.start(), literal.end());
    matcher.useTransparentBounds(true);
    boolean joined = matcher.pattern() != OTHER_FORM;
    while (joined ? matcher.lookingAt() : matcher.find()) {
      int start = joined ? literal.start() - prefix.length() : matcher.start();
      int end = matcher.end();
      boolean whole =
          (joined || start == 0 || BEFORE.indexOf(text.charAt(start - 1)) >= 0)
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      name(matcher)
          .filter(name -> whole)
          .flatMap(name -> meant(command, name, service))
          .ifPresent(meant -> report(command, new Span(start, end), meant));
      if (joined) {
        return;
      }
    }
  }

  private static Optional<String> name(Matcher matcher) {
    return IntStream.rangeClosed(1, matcher.groupCount())
        .mapToObj(matcher::group)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Optional<String> onlyWord(Substitution substitution) {
    return substitution.statements().size() == 1
            && substitution.statements().get(0) instanceof SimpleCommand command
            && command.words().size() == 1
            && command.assignments().isEmpty()
        ? command.words().get(0).literal()
        : Optional.empty();
  }

  private static Set<String> service(RuleContext context) {
    return context
        .schemaAt(DocPath.of("model_definition", "execution", "command"))
        .map(SchemaNode::variables)
        .orElse(Map.of())
        .keySet();
  }

  /** The service's variable that a name stands for, or nearly does. */
  private static Optional<String> meant(CommandContext command, String name, Set<String> service) {
    return service.contains(name)
        ? Optional.of(name)
        : command.assigns(name) ? Optional.empty() : near(name, service);
  }

  private static Optional<String> near(String name, Set<String> service) {
    return service.stream()
        .filter(candidate -> Misspelling.isOf(name, candidate))
        .min(
            Comparator.<String>comparingInt(c -> Nearest.distance(name.toUpperCase(Locale.ROOT), c))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static void report(CommandContext command, VariableUse use, String meant) {
    command
        .finding(UNKNOWN_VARIABLE, Message.of("nothing sets the variable ").piece(use.name()))
        .help("did you mean ${" + meant + "}?")
        .unsafeFix("use " + meant, command.replace(use.nameSpan(), meant))
        .atPart(command.scalar(), use.nameSpan());
  }

  private static void report(CommandContext command, Span span, String meant) {
    String variable = "${" + meant + "}";
    command
        .finding(
            UNKNOWN_VARIABLE,
            Message.ofQuoted(span.of(command.scalar().value()))
                .text(" is no variable for the shell"))
        .help("write " + variable)
        .fix(new Changes(command).replace(span, variable).fix(Message.of("use " + variable)))
        .atPart(command.scalar(), span);
  }
}
