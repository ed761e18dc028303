package dev.wmllint.lsp.completion.template;

import dev.wmllint.lsp.completion.template.Template.Leaf;
import dev.wmllint.lsp.completion.template.Template.Part;
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
  private final Frameworks frameworks;
  private final CommandTemplates commands;

  public TemplateFactory(ManifestView view, CommandTemplates commands) {
    this.view = view;
    this.stores = new StoreTypes(view);
    this.frameworks = new Frameworks(view);
    this.commands = commands;
  }

  /**
   * One of the forms that a value may have.
   *
   * @param name tells it from the others, such as {@code s3}; empty where there is one only
   * @param description the schema's words on it; may be empty
   */
  public record Variant(String name, String description, Template template) {
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
                      item.name(),
                      item.description(),
                      new Template.Items(List.of(item.template()))))
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
      Template template = template(path, snippet.body());
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

  private Template required(DocPath path, SchemaNode schema) {
    Map<String, Template> entries = new LinkedHashMap<>();
    for (String key : schema.required()) {
      variants(path.key(key)).stream()
          .findFirst()
          .ifPresent(variant -> entries.put(key, variant.template()));
    }
    return new Template.Entries(entries);
  }

  /** The body of a snippet at its place, with lists to choose from where the schema has them. */
  public Template template(DocPath path, JsonNode body) {
    JsonNode thought = Instances.with(view.instance(), path, defaults(body));
    if (Frameworks.NAME.startsWith(path)) {
      // The version that goes with it has to be one of the framework that is proposed first.
      String name = framework(path, Frameworks.NAME.in(thought).asString(""));
      thought = Instances.with(thought, Frameworks.NAME, JSON.stringNode(name));
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
    return known && !path.equals(Frameworks.FRAMEWORK) ? usual : frameworks.likeliest(names).get(0);
  }

  private Template template(DocPath path, JsonNode body, JsonNode thought) {
    if (body.isObject()) {
      Map<String, Template> entries = new LinkedHashMap<>();
      body.properties()
          .forEach(
              entry ->
                  entries.put(
                      entry.getKey(),
                      template(path.key(entry.getKey()), entry.getValue(), thought)));
      return new Template.Entries(entries);
    }
    if (body.isArray()) {
      List<Template> items = new ArrayList<>();
      for (JsonNode item : body) {
        items.add(template(path.index(items.size()), item, thought));
      }
      return new Template.Items(items);
    }
    return leaf(path, SnippetText.parse(body.asString("")), thought);
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
    return JSON.stringNode(SnippetText.defaults(body.asString("")));
  }

  /** The value of a key by itself: as the snippet of the mapping around it has it. */
  private Leaf leaf(DocPath path) {
    List<Part> parts = List.of(new Part.Stop(1, ""));
    for (SchemaSnippet snippet :
        view.at(path.parent()).map(SchemaNode::defaultSnippets).orElse(List.of())) {
      JsonNode value = snippet.body().path(String.valueOf(path.last()));
      if (value.isString()) {
        parts =
            SnippetText.parse(value.stringValue()).stream().map(TemplateFactory::first).toList();
        break;
      }
    }
    return leaf(path, parts, view.instance());
  }

  /** A tab stop that is alone now is the first one. */
  private static Part first(Part part) {
    if (part instanceof Part.Stop stop) {
      return new Part.Stop(1, stop.text());
    }
    return part instanceof Part.Choice choice ? new Part.Choice(1, choice.values()) : part;
  }

  private Leaf leaf(DocPath path, List<Part> parts, JsonNode thought) {
    String key = String.valueOf(path.last());
    Optional<SchemaNode> schema = view.at(path, thought);
    List<String> allowed = schema.map(SchemaNode::enumValues).orElse(List.of());
    boolean free = parts.size() == 1 && !(parts.get(0) instanceof Part.Text);
    if (!allowed.isEmpty() && (free || StoreTypes.isType(path))) {
      return choice(path, parts, allowed);
    }
    if (schema.filter(node -> !node.variables().isEmpty()).isPresent() && free) {
      return new Leaf(key, List.of(commands.adapt(parts.get(0), thought)));
    }
    return new Leaf(key, parts);
  }

  private Leaf choice(DocPath path, List<Part> parts, List<String> allowed) {
    String key = String.valueOf(path.last());
    Part part = parts.get(0);
    if (part instanceof Part.Text) {
      return new Leaf(key, parts);
    }
    List<String> ordered = new ArrayList<>(allowed);
    if (StoreTypes.isType(path)) {
      DocPath store = path.parent().parent();
      Optional<String> fitting = stores.fitting(store);
      if (fitting.isPresent()) {
        return Leaf.fixed(key, fitting.get());
      }
      ordered = new ArrayList<>(stores.likeliest(store));
      ordered.retainAll(allowed);
    } else {
      if (ordered.remove(part.text())) {
        ordered.add(0, part.text());
      }
      ordered = path.equals(Frameworks.NAME) ? frameworks.likeliest(ordered) : ordered;
    }
    if (ordered.size() == 1) {
      return Leaf.fixed(key, ordered.get(0));
    }
    int number = part instanceof Part.Stop stop ? stop.number() : ((Part.Choice) part).number();
    return new Leaf(key, List.of(new Part.Choice(number, ordered)));
  }
}
