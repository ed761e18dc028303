package dev.wmllint.config;

import static dev.wmllint.config.ConfigContext.quoted;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.file.Glob;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.YamlLimits;
import dev.wmllint.yaml.syntax.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a configuration. Whatever is wrong with it is a problem in the result. */
public final class ConfigReader {
  private static final List<String> KEYS =
      List.of("models", "rules", "frameworks", "exclude", "limits");

  /** What other linters call them. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("ignore", "exclude", "severity", "rules", "severities", "rules");

  /** More than a text of the greatest length has. */
  private static final int MAX_BYTES = YamlLimits.DEFAULT.maxBytes();

  private final ConfigContext context;
  private Map<RuleId, Setting<RuleSetting>> rules = Map.of();
  private List<Setting<ModelMapping>> models = List.of();
  private Optional<Frameworks> frameworks = Optional.empty();
  private List<Setting<Glob>> exclude = List.of();
  private Limits limits = Limits.DEFAULT;

  private ConfigReader(Path file, ManifestDocument document, ConfigOwner owner) {
    this.context = new ConfigContext(file, document, owner);
  }

  /** Reads a configuration that was found. */
  static ConfigResult read(Path file) {
    return read(file, ConfigOwner.PROJECT);
  }

  static ConfigResult read(Path file, ConfigOwner owner) {
    Path shown = ShownPath.of(file);
    if (Files.isDirectory(file)) {
      return unread(shown, "is a folder; a configuration is a file");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return unread(shown, "is no regular file");
    }
    try {
      return read(shown, SourceText.decode(shown.toString(), bytes(file)), owner);
    } catch (NoSuchFileException e) {
      return unread(shown, "no such file");
    } catch (IOException e) {
      return unread(shown, "cannot be read");
    }
  }

  /**
   * The bytes of a configuration, to edit it; of one that is too long to be read, the first.
   *
   * @throws IOException when it is no regular file, or cannot be read
   */
  public static byte[] bytes(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // Reading a pipe or a device may never end.
      throw new FileSystemException(file.toString(), null, "no regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES);
    }
  }

  static ConfigResult unread(Path file, String why) {
    return new ConfigResult(
        Config.DEFAULT, List.of(new ConfigProblem(file, Optional.empty(), why)), Set.of());
  }

  /**
   * Reads the text of a configuration that was found, which an editor may hold.
   *
   * @param file its path, as it is to be shown: relative paths in it begin at its folder
   */
  public static ConfigResult read(Path file, SourceText source) {
    return read(file, source, ConfigOwner.PROJECT);
  }

  static ConfigResult read(Path file, SourceText source, ConfigOwner owner) {
    return new ConfigReader(file, ManifestDocument.parse(source, YamlLimits.DEFAULT), owner).read();
  }

  private ConfigResult read() {
    ManifestDocument document = context.document();
    SourceText source = document.source();
    if (source.undecodable().isPresent() || source.likelyCharset().isPresent()) {
      context.problem(source.undecodable().orElse(Span.at(0)), encoding(source));
    } else {
      document.problems().forEach(problem -> context.problem(problem.span(), words(problem)));
      document.root().ifPresent(this::root);
    }
    Config config =
        new Config(Optional.of(context.file()), rules, models, frameworks, exclude, limits);
    return new ConfigResult(config, context.problems(), context.readBeside());
  }

  private static String encoding(SourceText source) {
    String looks = source.likelyCharset().map(name -> "it looks like " + name + "; ").orElse("");
    return "not " + source.charset() + "; " + looks + "save the file as UTF-8";
  }

  private static String words(Problem problem) {
    if (problem.kind() == Problem.Kind.DOCUMENTS) {
      return "a second YAML document starts here; a configuration is one document";
    }
    boolean silent = problem.help().isEmpty() || problem.kind() == Problem.Kind.LIMIT;
    String message = problem.message().text();
    return silent ? message : message + "; " + problem.help().text();
  }

  private void root(Node root) {
    Optional<MappingNode> mapping =
        context.mapping(root, "a configuration must be a mapping with " + String.join(", ", KEYS));
    if (mapping.isEmpty()) {
      return;
    }
    Optional<Entry> manifest = mapping.get().entry("model_definition");
    if (manifest.isPresent()) {
      context.problem(
          NodeLocator.keySpan(manifest.get()),
          "this is a training manifest; a configuration has " + String.join(", ", KEYS));
      return;
    }
    for (Entry entry : context.entries(mapping.get())) {
      section(entry, mapping.get());
    }
  }

  private void section(Entry entry, MappingNode root) {
    switch (entry.name()) {
      case "models" -> models = models(entry.value());
      case "rules" -> rules = RulesSection.read(entry.value(), context);
      case "frameworks" -> frameworks = FrameworksSection.read(entry, context);
      case "exclude" -> exclude = exclude(entry.value());
      case "limits" -> limits = Limits.read(entry.value(), context);
      default -> unknown(entry, root);
    }
  }

  private List<Setting<ModelMapping>> models(Node value) {
    List<Setting<ModelMapping>> found = new ArrayList<>();
    context
        .entries(value, "models must be a mapping of patterns to model definitions")
        .forEach(entry -> model(entry).ifPresent(found::add));
    return found;
  }

  private Optional<Setting<ModelMapping>> model(Entry entry) {
    Span key = NodeLocator.keySpan(entry);
    Optional<Glob> glob = context.glob(entry.key(), key);
    Optional<String> model =
        context
            .text(
                entry.value(),
                key,
                "the model definition of " + quoted(entry.name()) + " must be a path")
            .filter(path -> context.path(entry.value(), path, "--model").isPresent());
    return glob.isEmpty() || model.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Setting<>(new ModelMapping(glob.get(), model.get()), context.origin(key)));
  }

  private List<Setting<Glob>> exclude(Node value) {
    List<Setting<Glob>> globs = new ArrayList<>();
    for (var item : context.list(value, "exclude must be a list of patterns")) {
      context
          .glob(item.value(), item.dash())
          .ifPresent(glob -> globs.add(new Setting<>(glob, context.origin(item.dash()))));
    }
    return globs;
  }

  private void unknown(Entry entry, MappingNode root) {
    // What is beside text that could not be read may belong somewhere else.
    if (!root.isDamaged()) {
      String meant = OTHER_NAMES.getOrDefault(entry.name(), entry.name());
      String known = "the keys are " + String.join(", ", KEYS);
      context.problem(
          NodeLocator.keySpan(entry),
          "unknown key " + quoted(entry.name()) + context.didYouMean(meant, KEYS, known));
    }
  }
}
