package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.Count;
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
    Optional<Manifest> manifest =
        snapshot.manifest().filter(known -> snapshot.settings().inlayHints());
    List<InlayHint> hints = new ArrayList<>();
    manifest
        .flatMap(Manifest::resource)
        .ifPresent(size -> add(snapshot, range, size, gpus(snapshot, size), hints));
    manifest
        .flatMap(Manifest::frameworkVersion)
        .ifPresent(version -> add(snapshot, range, version, python(snapshot, version), hints));
    return hints;
  }

  private static Optional<String> gpus(DocumentSnapshot snapshot, ScalarNode size) {
    return snapshot
        .schemaAt(RESOURCE)
        .map(node -> node.gpus().get(size.value()))
        .map(count -> Count.of(count, "GPU"));
  }

  private static Optional<String> python(DocumentSnapshot snapshot, ScalarNode version) {
    return snapshot
        .schemaAt(VERSION)
        .filter(node -> node.enumValues().contains(version.value()))
        .map(node -> PYTHON.matcher(version.value()))
        .filter(Matcher::find)
        .map(python -> "Python " + python.group(1));
  }

  private static void add(
      DocumentSnapshot snapshot,
      Range range,
      ScalarNode value,
      Optional<String> text,
      List<InlayHint> hints) {
    LspConverter places = snapshot.converter();
    int end = value.span().end();
    if (text.isPresent() && places.span(range).touches(end)) {
      InlayHint hint = new InlayHint(places.position(end), Either.forLeft(text.get()));
      hint.setPaddingLeft(true);
      hints.add(hint);
    }
  }
}
