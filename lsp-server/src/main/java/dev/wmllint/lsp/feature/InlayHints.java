package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Count;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What a value amounts to, after it: {@code small} is 1 GPU, {@code 1.2-py3} is Python 3. */
public final class InlayHints {
  private static final Pattern PYTHON = Pattern.compile("-py([23])$");
  private static final DocPath RESOURCE = DocPath.of("model_definition", "execution", "resource");
  private static final DocPath VERSION = DocPath.of("model_definition", "framework", "version");

  public List<InlayHint> in(DocumentSnapshot snapshot, Range range) {
    List<InlayHint> hints = new ArrayList<>();
    if (snapshot.manifest().isPresent() && snapshot.settings().inlayHints()) {
      Manifest manifest = snapshot.manifest().get();
      LspConverter places = snapshot.converter();
      Span part = places.span(range);
      manifest
          .resource()
          .flatMap(
              size -> gpus(snapshot, manifest, size).map(text -> hint(places, part, size, text)))
          .ifPresent(hints::addAll);
      manifest
          .frameworkVersion()
          .flatMap(
              version ->
                  python(snapshot, manifest, version)
                      .map(text -> hint(places, part, version, text)))
          .ifPresent(hints::addAll);
    }
    return hints;
  }

  private static Optional<String> gpus(
      DocumentSnapshot snapshot, Manifest manifest, ScalarNode size) {
    return snapshot
        .schema()
        .at(RESOURCE, manifest.instance())
        .map(SchemaNode::gpus)
        .map(gpus -> gpus.get(size.value()))
        .map(count -> Count.of(count, "GPU"));
  }

  private static Optional<String> python(
      DocumentSnapshot snapshot, Manifest manifest, ScalarNode version) {
    Matcher python = PYTHON.matcher(version.value());
    boolean allowed =
        snapshot
            .schema()
            .at(VERSION, manifest.instance())
            .filter(node -> node.enumValues().contains(version.value()))
            .isPresent();
    return allowed && python.find() ? Optional.of("Python " + python.group(1)) : Optional.empty();
  }

  private static List<InlayHint> hint(
      LspConverter places, Span part, ScalarNode behind, String text) {
    int end = behind.span().end();
    if (end < part.start() || end > part.end()) {
      return List.of();
    }
    InlayHint hint = new InlayHint(places.position(end), Either.forLeft(text));
    hint.setPaddingLeft(true);
    return List.of(hint);
  }
}
