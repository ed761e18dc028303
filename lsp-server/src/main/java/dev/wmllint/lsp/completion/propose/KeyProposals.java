package dev.wmllint.lsp.completion.propose;

import dev.wmllint.lsp.completion.propose.Proposal.Face;
import dev.wmllint.lsp.completion.template.ManifestView;
import dev.wmllint.lsp.completion.template.StoreTypes;
import dev.wmllint.lsp.completion.template.TemplateFactory;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that a mapping does not have yet: required ones first, with all that they require. */
record KeyProposals(
    ManifestView view, TemplateFactory templates, CompletionEdits edits, ProposalList list) {
  void propose(CursorContext.BlockKey place) {
    Set<String> present = view.keys(place.path(), place.indent().word());
    if (place.first() && !place.beforeColon()) {
      whole(place);
    }
    for (Key key : keys(place.path(), present)) {
      for (TemplateFactory.Variant variant : variants(place.beforeColon(), key)) {
        add(key, variant, place.indent().quote(), edits.key(place, key.name(), variant.template()));
      }
    }
  }

  void propose(CursorContext.FlowKey place) {
    Span typed = place.token().content();
    for (Key key : keys(place.path(), view.keys(place.path(), typed))) {
      for (TemplateFactory.Variant variant : variants(place.beforeColon(), key)) {
        add(key, variant, "", edits.key(place, key.name(), variant.template()));
      }
    }
  }

  /** All keys of a mapping that has none. */
  private void whole(CursorContext.BlockKey place) {
    for (TemplateFactory.Variant variant : templates.variants(place.path())) {
      list.add(
          Face.of(variant, place.indent().quote()),
          edits.keys(place, variant.template()),
          Optional.of(new Topic.Key(place.path())));
    }
  }

  private List<TemplateFactory.Variant> variants(boolean nameOnly, Key key) {
    List<TemplateFactory.Variant> variants = templates.variants(key.path());
    return nameOnly && !variants.isEmpty()
        ? List.of(new TemplateFactory.Variant("", "", variants.get(0).template()))
        : variants;
  }

  private void add(Key key, TemplateFactory.Variant variant, String quote, Insertion insertion) {
    String label = variant.labelled(key.name());
    Face face = new Face(label, ProposalKind.KEY, description(key), quote + key.name());
    list.add(face, insertion, Optional.of(new Topic.Key(key.path())));
  }

  private static String description(Key key) {
    String place = key.path().parent().toString();
    String where = place.isEmpty() ? "" : "in " + place;
    String marks = key.required() ? "required" : key.note();
    return String.join(" ", List.of(marks, where)).strip();
  }

  /**
   * A key that is missing.
   *
   * @param note on keys that are not always right, such as the type of store that they belong to
   */
  private record Key(String name, DocPath path, boolean required, String note) {}

  private List<Key> keys(DocPath path, Set<String> present) {
    SchemaNode schema = schema(path).orElse(null);
    if (schema == null) {
      return List.of();
    }
    List<String> required = schema.required();
    Map<String, String> types = typesOfKeys(path, schema);
    List<Key> keys = new ArrayList<>();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              if (!present.contains(name) && property.deprecationMessage().isEmpty()) {
                String note = types.getOrDefault(name, "");
                keys.add(new Key(name, path.key(name), required.contains(name), note));
              }
            });
    List<String> order = List.copyOf(types.values());
    keys.sort(
        Comparator.comparing((Key key) -> !key.required())
            .thenComparing(key -> order.indexOf(key.note())));
    return keys;
  }

  /** What the format says about a mapping; of a connection, for the type that its keys tell. */
  private Optional<SchemaNode> schema(DocPath path) {
    Optional<SchemaNode> schema = view.at(path);
    if (schema.filter(known -> isOfNoType(path, known)).isEmpty()) {
      return schema;
    }
    StoreTypes stores = new StoreTypes(view);
    return stores
        .fitting(path.parent())
        .flatMap(type -> stores.connection(path.parent(), type))
        .or(() -> schema);
  }

  /** Whether it is the connection of a store whose type is not written. */
  private static boolean isOfNoType(DocPath path, SchemaNode schema) {
    return "connection".equals(path.last()) && schema.required().isEmpty();
  }

  /** While the type of a store is not known: which type each key of its connection belongs to. */
  private Map<String, String> typesOfKeys(DocPath path, SchemaNode schema) {
    Map<String, String> types = new LinkedHashMap<>();
    if (!isOfNoType(path, schema)) {
      return types;
    }
    StoreTypes stores = new StoreTypes(view);
    for (String type : stores.likeliest(path.parent())) {
      stores
          .connection(path.parent(), type)
          .map(SchemaNode::required)
          .orElse(List.of())
          .forEach(key -> types.putIfAbsent(key, type));
    }
    return types;
  }
}
