package dev.wmllint.cli;

import dev.wmllint.schema.ManifestSchema;

/**
 * Gives the longest piece of work before the first finding a start of its own: the schema is read
 * and compiled by one thread while another reads the command line, the settings and the manifest.
 *
 * <p>Two threads that initialise classes may wait for each other for ever when the initialisers go
 * in a circle. These cannot: this one is inside of the schema's module, which knows nothing of the
 * linter.
 */
final class HeadStart {
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
    } catch (RuntimeException | Error e) {
      // Who needs the schema meets the same, and has a way to say so.
    }
  }
}
