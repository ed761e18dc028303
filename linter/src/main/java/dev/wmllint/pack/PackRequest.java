package dev.wmllint.pack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What to pack.
 *
 * @param folder the folder of the program; what is in it comes to the root of the zip
 * @param zip the file to write; one that is there is replaced, if it is a zip
 * @param excluded globs of what to leave out: one without {@code /} is matched with the names of
 *     files and folders at any depth, one with it with the path from the folder
 * @param time of all entries, in UTC; a zip has steps of two seconds, from 1980 to 2107
 */
public record PackRequest(Path folder, Path zip, List<String> excluded, Instant time) {
  /** The earliest time that a zip can hold: that of the files is not part of what they say. */
  public static final Instant FIXED_TIME = Instant.parse("1980-01-01T00:00:00Z");

  public PackRequest {
    excluded = List.copyOf(excluded);
  }
}
