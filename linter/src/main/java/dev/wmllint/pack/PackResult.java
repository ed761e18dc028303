package dev.wmllint.pack;

import java.nio.file.Path;
import java.util.List;

/**
 * What was packed.
 *
 * @param size of the zip, in bytes
 * @param files in the order of the zip: by name
 * @param leftOut by name
 * @param warnings what may not be meant; each one line, in lower case, without a full stop, names
 *     in it not made printable
 */
public record PackResult(
    Path zip, long size, List<PackedFile> files, List<LeftOut> leftOut, List<String> warnings) {
  public PackResult {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
    warnings = List.copyOf(warnings);
  }
}
