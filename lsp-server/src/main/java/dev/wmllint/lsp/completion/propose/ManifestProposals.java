package dev.wmllint.lsp.completion.propose;

import dev.wmllint.fix.Sketch;
import dev.wmllint.lsp.completion.propose.Proposal.Face;
import dev.wmllint.lsp.completion.template.LikelyFrameworks;
import dev.wmllint.lsp.completion.template.ManifestView;
import dev.wmllint.lsp.completion.template.SnippetText;
import dev.wmllint.lsp.completion.template.TemplateFactory;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaSnippet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whole manifests, for an empty file: one for each framework and type of store. */
record ManifestProposals(
    ManifestView view,
    LikelyFrameworks frameworks,
    TemplateFactory templates,
    CompletionEdits edits,
    ProposalList list) {
  private static final String MODEL = "model_definition";

  /** The framework that the schema's snippets have comes first. */
  void propose(CursorContext.BlockKey place) {
    List<SchemaSnippet> snippets = view.schema().root().defaultSnippets();
    List<Sketch.Entries> stores = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (SchemaSnippet snippet : snippets) {
      names.add(
          SnippetText.parse(ManifestView.FRAMEWORK_NAME.in(snippet.body()).asString("")).text());
      stores.add((Sketch.Entries) templates.template(DocPath.ROOT, withoutModel(snippet.body())));
    }
    names.addAll(frameworks.table().keySet());
    names.retainAll(frameworks.table().keySet());
    for (String name : names) {
      Sketch model = model(name, snippets.get(0).body());
      for (int i = 0; i < snippets.size(); i++) {
        propose(place, name, snippets.get(i), model, stores.get(i));
      }
    }
  }

  private static JsonNode withoutModel(JsonNode body) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    body.properties().forEach(entry -> rest.set(entry.getKey(), entry.getValue()));
    rest.remove(MODEL);
    return rest;
  }

  private void propose(
      CursorContext.BlockKey place,
      String framework,
      SchemaSnippet snippet,
      Sketch model,
      Sketch.Entries stores) {
    Map<String, Sketch> entries = new LinkedHashMap<>();
    entries.put(MODEL, model);
    entries.putAll(stores.entries());
    String label = snippet.label().replace("(", "(" + framework + ", ");
    String description = snippet.description().orElse("");
    list.add(
        // Found by its first key too, which is what people type.
        new Face(label, ProposalKind.SNIPPET, description, label + " " + MODEL),
        edits.keys(place, new Sketch.Entries(entries)),
        Optional.of(new Topic.Key(DocPath.ROOT)));
  }

  private Sketch model(String framework, JsonNode body) {
    JsonNode whole = ManifestView.FRAMEWORK_NAME.with(body, framework);
    List<String> versions = frameworks.versions(framework);
    String usual = ManifestView.FRAMEWORK_VERSION.in(whole).asString("");
    if (!versions.contains(SnippetText.parse(usual).text())) {
      whole = ManifestView.FRAMEWORK_VERSION.with(whole, "${3:" + versions.get(0) + "}");
    }
    return templates.template(DocPath.of(MODEL), whole.path(MODEL));
  }
}
