package dev.wmllint.model;

import java.io.IOException;
import java.nio.file.Path;

/** Looks at the first bytes of a file for what has no business in a model definition. */
final class ContentLook {
  private static final int PROGRAM_HEAD = 1024;
  private static final int MANIFEST_HEAD = 64 * 1024;

  private ContentLook() {}

  /** How many first bytes are of interest; 0 for most files. */
  static int headLength(String path) {
    if (isProgram(path)) {
      return PROGRAM_HEAD;
    }
    return mayBeManifest(path) ? MANIFEST_HEAD : 0;
  }

  static boolean isProgram(String path) {
    return (path.endsWith(".py") || path.endsWith(".lua")) && JunkKind.of(path).isEmpty();
  }

  static void look(String path, byte[] head, Faults faults) {
    if (isProgram(path)) {
      if (FileFormat.isHtml(head)) {
        faults.add(Cause.HTML_PROGRAM, path);
      }
    } else if (mayBeManifest(path) && FileFormat.isManifest(head)) {
      faults.add(Cause.MANIFEST, path);
    }
  }

  /** Whether a file of a folder is the manifest that is submitted beside the zip. */
  static boolean isManifest(String name, Path file) throws IOException {
    return mayBeManifest(name) && FileFormat.isManifest(FolderReader.head(file, MANIFEST_HEAD));
  }

  /** A manifest that was packed by mistake lies where it was written: at the top. */
  private static boolean mayBeManifest(String path) {
    return path.indexOf('/') < 0
        && (path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json"));
  }
}
