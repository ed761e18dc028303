package dev.wmllint.lsp.feature;

import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.page.RulePage;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** The texts behind {@link VirtualUri}. */
public final class VirtualTexts {
  /** No program is longer, and no editor likes more. */
  private static final int MAX_BYTES = 1 << 20;

  private final Function<Path, ModelDefinition> models;

  /** Reads model definitions through {@code models}. */
  public VirtualTexts(Function<Path, ModelDefinition> models) {
    this.models = models;
  }

  /** The text; empty when the address leads to nothing. */
  public Optional<String> at(String uri) {
    Optional<VirtualUri> address = VirtualUri.parse(uri);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    if (address.get() instanceof VirtualUri.RulePage page) {
      return RuleRegistry.find(page.id())
          .map(RuleInfo::id)
          .flatMap(RulePage::of)
          .map(RulePage::markdown);
    }
    VirtualUri.ModelFile file = (VirtualUri.ModelFile) address.get();
    ModelDefinition model = models.apply(file.zip());
    return model.file(file.name()).flatMap(entry -> text(model, entry));
  }

  private static Optional<String> text(ModelDefinition model, ModelEntry entry) {
    return model.readHead(entry, MAX_BYTES).map(bytes -> text(entry, bytes));
  }

  private static String text(ModelEntry entry, byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return entry.name() + " is no text (" + ModelEntries.size(entry.size()) + ")\n";
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
