package dev.wmllint.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the names alone: paths that unpacking must refuse, and names given twice or as both. */
final class NameCheck {
  private static final Pattern DRIVE_LETTER = Pattern.compile("[A-Za-z]:");

  private final Faults faults;
  private final Map<String, String> firstByLowerCase = new HashMap<>();

  NameCheck(Faults faults) {
    this.faults = faults;
  }

  /** A file or a folder; reported by its name as the zip has it. */
  void safe(String rawName) {
    unsafe(rawName).ifPresent(cause -> faults.add(cause, rawName));
  }

  /** The worst that is wrong with a name: each entry is reported once. */
  static Optional<Cause> unsafe(String rawName) {
    if (rawName.contains("..")
        && EntryName.SEPARATORS.splitAsStream(rawName).anyMatch(".."::equals)) {
      return Optional.of(Cause.PARENT_PATH);
    }
    if (rawName.startsWith("/") || rawName.startsWith("\\")) {
      return Optional.of(Cause.ABSOLUTE_PATH);
    }
    if (DRIVE_LETTER.matcher(rawName).lookingAt()) {
      return Optional.of(Cause.DRIVE_LETTER);
    }
    if (rawName.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(Cause.CONTROL_CHARACTER);
    }
    return rawName.indexOf('\\') >= 0 ? Optional.of(Cause.BACKSLASH) : Optional.empty();
  }

  /** A file; junk is never asked for, it has a fault of its own. */
  void single(String name) {
    String first = firstByLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    if (first != null) {
      faults.add(first.equals(name) ? Cause.DUPLICATE : Cause.DUPLICATE_BY_CASE, name, first);
    }
  }

  /** Paths that are a file and a folder, too: unpacking can make only one of them. */
  void filesThatAreFolders(ModelContents contents) {
    Set<String> files = new HashSet<>();
    contents.entries().forEach(entry -> files.add(entry.name()));
    List<String> paths = new ArrayList<>(files);
    paths.addAll(contents.folders());
    // What lies in a folder follows the folder then, with nothing between them.
    paths.sort(Comparator.comparing(path -> path.replace('/', '\0')));
    String clash = "";
    for (int i = 1; i < paths.size(); i++) {
      String path = paths.get(i - 1);
      String next = paths.get(i);
      boolean both = next.startsWith(path) && isEndOfPart(next, path.length());
      if (both && files.contains(path) && !path.equals(clash)) {
        clash = path;
        faults.add(Cause.FILE_AND_FOLDER, path, next.equals(path) ? path + "/" : next);
      }
    }
  }

  private static boolean isEndOfPart(String path, int at) {
    return at == path.length() || path.charAt(at) == '/';
  }
}
