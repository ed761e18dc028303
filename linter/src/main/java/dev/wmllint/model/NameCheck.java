package dev.wmllint.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at the names alone: paths that unpacking must refuse, and names given twice. */
final class NameCheck {
  private static final Pattern DRIVE_LETTER = Pattern.compile("[A-Za-z]:");

  private final Faults faults;
  private final Map<String, String> firstByLowerCase = new HashMap<>();

  NameCheck(Faults faults) {
    this.faults = faults;
  }

  /** A file or a folder; reported by its name as the zip has it. */
  void safe(String rawName) {
    Optional<Cause> cause = unsafe(rawName);
    if (cause.isPresent()) {
      faults.add(cause.get(), rawName);
    }
  }

  /** The worst that is wrong with a name: each entry is reported once. */
  static Optional<Cause> unsafe(String rawName) {
    if (EntryName.SEPARATORS.splitAsStream(rawName).anyMatch(".."::equals)) {
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
}
