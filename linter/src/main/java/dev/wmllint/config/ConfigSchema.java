package dev.wmllint.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of the configuration, for editors. The linter itself reads without it. */
public final class ConfigSchema {
  private static final String RESOURCE = "wml-lint-config.schema.json";

  private ConfigSchema() {}

  /** Its text: draft-07, standing alone. */
  public static String json() {
    try (InputStream in = ConfigSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
