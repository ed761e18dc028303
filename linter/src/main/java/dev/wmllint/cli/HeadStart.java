package dev.wmllint.cli;

import dev.wmllint.redact.Redactor;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;

/**
 * Gives what every run needs, whatever its manifests are, a start of its own on a second thread:
 * the schema is read and compiled there while the first one reads the command line, the settings
 * and the manifest; and what masks secrets is made ready while rules look for mistakes.
 *
 * <p>Nothing is handed over but classes that are initialised, and the schema. Two threads that
 * initialise classes can wait for each other for ever only where initialisers go in a circle; the
 * tests of the image see to it that none do.
 */
final class HeadStart {
  private static final String SECRET = "connection: {password: EXAMPLE}";

  private HeadStart() {}

  /** Begins, and does not wait. */
  static void begin() {
    Thread thread = new Thread(HeadStart::prepare, "wml-lint head start");
    thread.setDaemon(true);
    thread.start();
  }

  private static void prepare() {
    try {
      ManifestSchema.builtIn().prepare();
      Redactor.of(ManifestDocument.parse(SourceText.of("", SECRET), YamlLimits.DEFAULT));
    } catch (RuntimeException | Error e) {
      // Who needs it meets the same, and has a way to say so.
    }
  }
}
