package dev.wmllint.config;

import dev.wmllint.file.Glob;
import dev.wmllint.file.Reach;
import dev.wmllint.redact.Redactor;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.Lazy;
import dev.wmllint.text.Ellipsis;
import dev.wmllint.text.Nearest;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the sections of a configuration are read with: the document, and a list of problems. */
final class ConfigContext {
  /** More than this do not help. */
  private static final int MAX_PROBLEMS = 100;

  private static final int MAX_SHOWN = 60;

  private final Path file;
  private final ManifestDocument document;
  private final ConfigOwner owner;

  /** An address or a value that is out of place may hold a secret, as in a manifest. */
  private final Lazy<Redactor> redactor;

  private final List<ConfigProblem> problems = new ArrayList<>();
  private final Set<Path> readBeside = new HashSet<>();

  ConfigContext(Path file, ManifestDocument document, ConfigOwner owner) {
    this.file = file;
    this.document = document;
    this.owner = owner;
    this.redactor = new Lazy<>(() -> Redactor.of(document));
  }

  Path file() {
    return file;
  }

  ConfigOwner owner() {
    return owner;
  }

  ManifestDocument document() {
    return document;
  }

  /** Another file that is read; what it holds decides, too. */
  void reads(Path beside) {
    readBeside.add(beside);
  }

  Set<Path> readBeside() {
    return readBeside;
  }

  /** The problems, each once, in the order of the file. */
  List<ConfigProblem> problems() {
    Comparator<ConfigProblem> byPlace =
        Comparator.comparing(
            problem -> problem.place().map(ConfigProblem.Place::span).orElse(Span.at(0)));
    return problems.stream().distinct().sorted(byPlace).toList();
  }

  void problem(Span span, String message) {
    if (!isFull()) {
      var place = new ConfigProblem.Place(span, document.lines().position(span.start()));
      String shown = redactor.get().words(message);
      problems.add(new ConfigProblem(file, Optional.of(place), shown));
    }
  }

  private boolean isFull() {
    return problems.size() >= MAX_PROBLEMS;
  }

  Origin origin(Span span) {
    return new Origin.InFile(file, document.lines().lineOf(span.start()) + 1);
  }

  Origin origin(Entry entry) {
    return origin(NodeLocator.keySpan(entry));
  }

  /**
   * The entries of a mapping of which each name counts once, the first time; others are problems.
   */
  List<Entry> entries(MappingNode mapping) {
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Entry entry : mapping.entries()) {
      if (seen.add(entry.name())) {
        entries.add(entry);
      } else if (!entry.isMerged()) {
        Span first = mapping.entry(entry.name()).orElseThrow().key().span();
        int line = document.lines().lineOf(first.start()) + 1;
        problem(
            NodeLocator.keySpan(entry),
            "duplicate key " + quoted(entry.name()) + "; first given in line " + line);
      }
    }
    return entries;
  }

  /** The entries of a value that has to be a mapping, each name once. */
  List<Entry> entries(Node value, String mustBe) {
    return mapping(value, mustBe).map(this::entries).orElse(List.of());
  }

  /** A value that has to be a mapping; nothing at all stands for an empty one. */
  Optional<MappingNode> mapping(Node value, String mustBe) {
    if (value instanceof MappingNode mapping) {
      return Optional.of(mapping);
    }
    if (!isNull(value)) {
      wrongType(value, mustBe);
    }
    return Optional.empty();
  }

  /** A value that has to be a list; nothing at all stands for an empty one. */
  List<SequenceNode.Item> list(Node value, String mustBe) {
    if (value instanceof SequenceNode list) {
      return list.items();
    }
    if (!isNull(value)) {
      wrongType(value, mustBe);
    }
    return List.of();
  }

  /** A value that has to be a text. What is written counts: {@code 0.10} and {@code off} are. */
  Optional<String> text(Node value, Span place, String mustBe) {
    if (value instanceof ScalarNode scalar && !scalar.isNull() && !scalar.value().isBlank()) {
      return Optional.of(scalar.value());
    }
    if (value instanceof ScalarNode) {
      problem(value.span().isEmpty() ? place : spanOf(value), mustBe + ", is empty");
    } else {
      wrongType(value, mustBe);
    }
    return Optional.empty();
  }

  /**
   * A value that has to be a pattern.
   *
   * @param place what to point at where nothing is written
   */
  Optional<Glob> glob(Node value, Span place) {
    Optional<String> text = text(value, place, "a pattern must be text");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Glob.parse(text.get()));
    } catch (Glob.SyntaxException e) {
      problem(spanOf(value), "not a pattern: " + quoted(text.get()) + "; " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * A value that has to be a path, as a file of the configuration's folder names it; none that the
   * configuration must not name.
   *
   * @param instead the option that names such a file
   */
  Optional<Path> path(Node value, String text, String instead) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Reach.NamedPath named = owner.reach(folder).named(text);
      named
          .refusal()
          .ifPresent(
              why ->
                  problem(spanOf(value), quoted(text) + " " + why + "; name it with " + instead));
      return named.refusal().isPresent() ? Optional.empty() : Optional.of(named.path());
    } catch (InvalidPathException e) {
      problem(spanOf(value), "not a path: " + quoted(text));
      return Optional.empty();
    }
  }

  void wrongType(Node value, String mustBe) {
    problem(spanOf(value), mustBe + ", is " + value.describe());
  }

  /** The place of a value: of a collection its first key or dash. */
  Span spanOf(Node value) {
    return NodeLocator.handleOf(value, DocPath.ROOT).orElse(value.span());
  }

  static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar && scalar.isNull();
  }

  static String quoted(String text) {
    return "'" + Ellipsis.atEnd(text, MAX_SHOWN) + "'";
  }

  /** The known word that is near, or else a sentence with what is known. */
  String didYouMean(String wrong, Collection<String> right, String otherwise) {
    if (isFull()) {
      // Comparing is what takes time where a file is full of mistakes.
      return "";
    }
    String start = wrong.toLowerCase(Locale.ROOT);
    return Nearest.of(wrong, right)
        .or(() -> right.stream().filter(known -> known.startsWith(start + "-")).findFirst())
        .map(Nearest::didYouMean)
        .orElse("; " + otherwise);
  }
}
