package dev.wmllint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens what a test has built, and writes faults the way a test reads best. */
final class Models {
  private Models() {}

  static ModelDefinition open(Path folder, ZipBytes zip) {
    return open(folder, zip.bytes());
  }

  static ModelDefinition open(Path folder, byte[] bytes) {
    return open(folder, bytes, ModelLimits.DEFAULT);
  }

  static ModelDefinition open(Path folder, byte[] bytes, ModelLimits limits) {
    try {
      return ModelDefinition.open(Files.write(folder.resolve("tf-model.zip"), bytes), limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each fault as {@code rule: message}; the only ones there may be. */
  static void assertFaults(ModelDefinition model, String... expected) {
    assertEquals(
        List.of(expected),
        model.faults().stream().map(fault -> fault.rule() + ": " + fault.message()).toList());
  }

  static void assertSilent(ModelDefinition model) {
    assertFaults(model);
    assertEquals(true, model.isReadable());
  }

  /** The only fault. */
  static ModelFault fault(ModelDefinition model) {
    assertEquals(1, model.faults().size(), () -> model.faults().toString());
    return model.faults().get(0);
  }

  static List<String> names(ModelDefinition model) {
    return model.entries().stream().map(ModelEntry::name).toList();
  }
}
