package dev.wmllint.lsp.completion.propose;

import dev.wmllint.lsp.completion.propose.Proposal.Face;
import dev.wmllint.lsp.completion.template.LikelyFrameworks;
import dev.wmllint.lsp.completion.template.ManifestView;
import dev.wmllint.lsp.completion.template.StoreTypes;
import dev.wmllint.lsp.completion.template.TemplateFactory;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The values of a key: the allowed ones, or what is usual where all are allowed. */
record ValueProposals(
    CompletionRequest request,
    ManifestView view,
    LikelyFrameworks frameworks,
    TemplateFactory templates,
    CompletionEdits edits,
    ProposalList list) {
  void propose(CursorContext.Value place) {
    SchemaNode schema = view.at(place.path()).orElse(null);
    if (schema == null) {
      return;
    }
    boolean collection = schema.types().contains("object") || schema.types().contains("array");
    if (!schema.enumValues().isEmpty()) {
      allowed(place, schema);
    } else if (place.path().equals(ManifestView.FRAMEWORK_VERSION)) {
      versions(place);
    } else if (collection) {
      if (request.asked() && !isInWord()) {
        collections(place);
      }
    } else if ("connection".equals(place.path().parent().last()) && !schema.isSecret()) {
      examples(place, schema);
    }
  }

  private void allowed(CursorContext.Value place, SchemaNode schema) {
    List<String> values = new ArrayList<>(schema.enumValues());
    boolean sure = values.size() == 1;
    if (StoreTypes.isType(place.path())) {
      DocPath store = place.path().parent().parent();
      StoreTypes stores = new StoreTypes(view);
      List<String> likely = stores.likeliest(store);
      values.sort(Comparator.comparingInt(likely::indexOf));
      sure = stores.fitting(store).isPresent();
    } else if (place.path().equals(ManifestView.FRAMEWORK_NAME)) {
      values = frameworks.likeliest(values);
    }
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      String meaning = schema.enumDescription(value).orElse("");
      add(place, value, meaning, sure && i == 0);
    }
  }

  /** Of every framework, while the framework is not known. */
  private void versions(CursorContext.Value place) {
    Map<String, TreeSet<String>> byVersion = new LinkedHashMap<>();
    frameworks
        .table()
        .forEach(
            (name, versions) ->
                versions.forEach(
                    version ->
                        byVersion.computeIfAbsent(version, key -> new TreeSet<>()).add(name)));
    byVersion.forEach((version, names) -> add(place, version, String.join(", ", names), false));
  }

  private void add(CursorContext.Value place, String value, String meaning, boolean preselect) {
    list.add(
        Face.of(value, ProposalKind.VALUE, meaning),
        edits.value(place, value),
        Optional.of(new Topic.Value(place.path(), value, meaning)),
        preselect);
  }

  private void examples(CursorContext.Value place, SchemaNode schema) {
    int start = Math.min(place.token().content().start(), request.offset());
    String typed = request.source().text().substring(start, request.offset());
    for (JsonNode example : schema.examples()) {
      String value = example.asString("");
      // Any other value may be meant, which must not be taken for this one.
      if (!Placeholder.isPlaceholder(value) && value.startsWith(typed)) {
        list.add(
            Face.of(value, ProposalKind.EXAMPLE, ""),
            edits.value(place, value),
            Optional.of(new Topic.Key(place.path())));
      }
    }
  }

  /** Whether something is being typed that is no value: an anchor, a tag. */
  private boolean isInWord() {
    int before = request.offset() - 1;
    return before >= 0 && " \t\r\n:-[{,".indexOf(request.source().text().charAt(before)) < 0;
  }

  private void collections(CursorContext.Value place) {
    for (TemplateFactory.Variant variant : templates.variants(place.path())) {
      edits
          .collection(place, variant.template())
          .ifPresent(
              insertion ->
                  list.add(
                      Face.of(variant, ""), insertion, Optional.of(new Topic.Key(place.path()))));
    }
  }
}
