package dev.wmllint.scaffold;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a folder, among which is perhaps the program.
 *
 * @param names sorted, without those that do not fit in one line
 */
record ProgramFiles(List<String> names) {
  /** A folder with more files holds more than a model definition. */
  private static final int MAX_FILES = 1_000;

  ProgramFiles {
    names = names.stream().sorted().toList();
  }

  /** The files directly in a folder; none where it cannot be read, or holds too many. */
  static ProgramFiles in(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (name.codePoints().noneMatch(Character::isISOControl) && Files.isRegularFile(file)) {
          names.add(name);
        }
        if (names.size() > MAX_FILES) {
          return new ProgramFiles(List.of());
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The program is only proposed: without the list it is the usual one.
      return new ProgramFiles(List.of());
    }
    return new ProgramFiles(names);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /**
   * The only file of a kind; of several the only one that is called somewhat like the usual one.
   *
   * @param extension with the dot
   * @param usual the name that such a program usually has
   */
  Optional<String> only(String extension, String usual) {
    String stem = usual.substring(0, usual.length() - extension.length());
    List<String> ofKind = names.stream().filter(name -> name.endsWith(extension)).toList();
    List<String> alike = ofKind.stream().filter(name -> name.contains(stem)).toList();
    return ofKind.size() == 1
        ? Optional.of(ofKind.get(0))
        : alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }
}
