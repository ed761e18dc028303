package dev.wmllint.lsp.completion.template;

import dev.wmllint.fix.Sketch;
import dev.wmllint.lsp.completion.template.SnippetText.Part;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.schema.SchemaSnippet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What to insert at a place: the schema's snippets with its lists to choose from, and where it has
 * no snippet the required keys.
 */
public final class TemplateFactory {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern SUFFIX = Pattern.compile("\\(([^()]*)\\)$");

  private final ManifestView view;
  private final StoreTypes stores;
  private final LikelyFrameworks frameworks;
  private final CommandTemplates commands;
  private final boolean snippets;

  /**
   * Templates for a manifest.
   *
   * @param snippets whether the editor knows tab stops; else each is a {@link Placeholder}
   */
  public TemplateFactory(
      ManifestView view, LikelyFrameworks frameworks, CommandTemplates commands, boolean snippets) {
    this.view = view;
    this.stores = new StoreTypes(view);
    this.frameworks = frameworks;
    this.commands = commands;
    this.snippets = snippets;
  }

  /**
   * One of the forms that a value may have.
   *
   * @param name tells it from the others, such as {@code s3}; empty where there is one only
   * @param description the schema's words on it; may be empty
   */
  public record Variant(String name, String description, Sketch template) {
    /** A label that tells the forms apart. */
    public String labelled(String label) {
      return name.isEmpty() ? label : label + " (" + name + ")";
    }
  }

  /** The forms that a value at a path may have, the likeliest first; empty for unknown places. */
  public List<Variant> variants(DocPath path) {
    return view.at(path).map(schema -> variants(path, schema)).orElse(List.of());
  }

  private List<Variant> variants(DocPath path, SchemaNode schema) {
    if (schema.types().contains("array") && schema.items().isPresent()) {
      return variants(path.index(0)).stream()
          .map(
              item ->
                  new Variant(
                      item.name(), item.description(), new Sketch.Items(List.of(item.template()))))
          .toList();
    }
    if (!schema.types().contains("object")) {
      return List.of(new Variant("", "", leaf(path)));
    }
    List<SchemaSnippet> fitting =
        schema.defaultSnippets().stream()
            .filter(snippet -> fits(snippet.body(), schema))
            .sorted(Comparator.comparingInt(snippet -> rank(path, snippet)))
            .toList();
    List<Variant> variants = new ArrayList<>();
    for (SchemaSnippet snippet : fitting) {
      String name = fitting.size() > 1 ? name(snippet) : "";
      Sketch template = template(path, snippet.body());
      variants.add(new Variant(name, snippet.description().orElse(""), template));
    }
    if (variants.isEmpty()) {
      variants.add(new Variant("", "", required(path, schema)));
    }
    return variants;
  }

  private static String name(SchemaSnippet snippet) {
    Matcher suffix = SUFFIX.matcher(snippet.label());
    return suffix.find() ? suffix.group(1) : snippet.label();
  }

  /** Whether a snippet has the keys that are needed here and none that are refused. */
  private static boolean fits(JsonNode body, SchemaNode schema) {
    return body.isObject()
        && body.propertyNames().containsAll(schema.required())
        && schema.properties().keySet().containsAll(body.propertyNames());
  }

  /** Snippets of several store types come in the order in which the types are likely. */
  private int rank(DocPath path, SchemaSnippet snippet) {
    DocPath store = "connection".equals(path.last()) ? path.parent() : path;
    int rank = stores.likeliest(store).indexOf(name(snippet));
    return rank < 0 ? Integer.MAX_VALUE : rank;
  }

  private Sketch required(DocPath path, SchemaNode schema) {
    Map<String, Sketch> entries = new LinkedHashMap<>();
    for (String key : schema.required()) {
      variants(path.key(key)).stream()
          .findFirst()
          .ifPresent(variant -> entries.put(key, variant.template()));
    }
    return new Sketch.Entries(entries);
  }

  /** The body of a snippet at its place, with lists to choose from where the schema has them. */
  public Sketch template(DocPath path, JsonNode body) {
    JsonNode thought = path.with(view.instance(), defaults(body));
    if (ManifestView.FRAMEWORK_NAME.startsWith(path)) {
      // The version that goes with it has to be one of the framework that is proposed first.
      String name = framework(path, ManifestView.FRAMEWORK_NAME.in(thought).asString(""));
      thought = ManifestView.FRAMEWORK_NAME.with(thought, name);
    }
    return template(path, body, thought);
  }

  /** The framework of a snippet, or another one where what is written or offered says so. */
  private String framework(DocPath path, String usual) {
    List<String> names = new ArrayList<>(frameworks.table().keySet());
    boolean known = names.remove(usual);
    if (known) {
      names.add(0, usual);
    }
    return known && !path.equals(ManifestView.FRAMEWORK)
        ? usual
        : frameworks.likeliest(names).get(0);
  }

  private Sketch template(DocPath path, JsonNode body, JsonNode thought) {
    if (body.isObject()) {
      Map<String, Sketch> entries = new LinkedHashMap<>();
      body.properties()
          .forEach(
              entry ->
                  entries.put(
                      entry.getKey(),
                      template(path.key(entry.getKey()), entry.getValue(), thought)));
      return new Sketch.Entries(entries);
    }
    if (body.isArray()) {
      List<Sketch> items = new ArrayList<>();
      for (JsonNode item : body) {
        items.add(template(path.index(items.size()), item, thought));
      }
      return new Sketch.Items(items);
    }
    return leaf(path, SnippetText.parse(body.asString("")).parts(), thought);
  }

  /** The values of a body as they stand when nothing is typed over them. */
  private static JsonNode defaults(JsonNode body) {
    if (body.isObject()) {
      ObjectNode object = JSON.objectNode();
      body.properties().forEach(entry -> object.set(entry.getKey(), defaults(entry.getValue())));
      return object;
    }
    if (body.isArray()) {
      ArrayNode array = JSON.arrayNode();
      body.forEach(item -> array.add(defaults(item)));
      return array;
    }
    return JSON.stringNode(SnippetText.parse(body.asString("")).text());
  }

  /** The value of a key by itself: as the snippet of the mapping around it has it. */
  private Sketch leaf(DocPath path) {
    List<Part> parts =
        view.at(path.parent()).map(SchemaNode::defaultSnippets).stream()
            .flatMap(List::stream)
            .map(snippet -> snippet.body().path(String.valueOf(path.last())))
            .filter(JsonNode::isString)
            .findFirst()
            .map(value -> SnippetText.parse(value.stringValue()).parts())
            .orElse(List.of(new Part.Stop(1, "")));
    return leaf(path, parts.stream().map(TemplateFactory::first).toList(), view.instance());
  }

  /** A tab stop that is alone now is the first one. */
  private static Part first(Part part) {
    return part instanceof Part.Stop stop ? new Part.Stop(1, stop.values()) : part;
  }

  private Sketch leaf(DocPath path, List<Part> parts, JsonNode thought) {
    SnippetText text = new SnippetText(adapted(path, parts, thought));
    return snippets || text.isFixed()
        ? text
        : new Sketch.Value(Placeholder.of(String.valueOf(path.last())));
  }

  private List<Part> adapted(DocPath path, List<Part> parts, JsonNode thought) {
    Optional<SchemaNode> schema = view.at(path, thought);
    List<String> allowed = schema.map(SchemaNode::enumValues).orElse(List.of());
    if (parts.isEmpty() || !(parts.get(0) instanceof Part.Stop stop)) {
      return parts;
    }
    boolean free = parts.size() == 1;
    if (!allowed.isEmpty() && (free || StoreTypes.isType(path))) {
      return List.of(choice(path, stop, allowed));
    }
    boolean command = schema.filter(node -> !node.variables().isEmpty()).isPresent();
    return command && free ? List.of(commands.adapt(stop, thought)) : parts;
  }

  /** The likeliest of the allowed values first. */
  private Part choice(DocPath path, Part.Stop stop, List<String> allowed) {
    List<String> ordered = new ArrayList<>(allowed);
    if (StoreTypes.isType(path)) {
      DocPath store = path.parent().parent();
      Optional<String> fitting = stores.fitting(store);
      if (fitting.isPresent()) {
        return new Part.Text(fitting.get());
      }
      ordered = new ArrayList<>(stores.likeliest(store));
      ordered.retainAll(allowed);
    } else {
      if (ordered.remove(stop.text())) {
        ordered.add(0, stop.text());
      }
      ordered = path.equals(ManifestView.FRAMEWORK_NAME) ? frameworks.likeliest(ordered) : ordered;
    }
    return ordered.size() == 1
        ? new Part.Text(ordered.get(0))
        : new Part.Stop(stop.number(), ordered);
  }
}
