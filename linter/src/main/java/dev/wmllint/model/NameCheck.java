package dev.wmllint.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at the names alone: paths that unpacking must refuse, and names given twice. */
final class NameCheck {
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
    boolean backslash = false;
    boolean control = false;
    boolean parent = false;
    int start = 0;
    for (int i = 0; i <= rawName.length(); i++) {
      if (i == rawName.length() || EntryName.isSeparator(rawName.charAt(i))) {
        parent |= i - start == 2 && rawName.startsWith("..", start);
        start = i + 1;
      }
      if (i < rawName.length()) {
        backslash |= rawName.charAt(i) == '\\';
        control |= Character.isISOControl(rawName.charAt(i));
      }
    }
    if (parent) {
      return Optional.of(Cause.PARENT_PATH);
    }
    if (!rawName.isEmpty() && EntryName.isSeparator(rawName.charAt(0))) {
      return Optional.of(Cause.ABSOLUTE_PATH);
    }
    if (hasDriveLetter(rawName)) {
      return Optional.of(Cause.DRIVE_LETTER);
    }
    if (control) {
      return Optional.of(Cause.CONTROL_CHARACTER);
    }
    return backslash ? Optional.of(Cause.BACKSLASH) : Optional.empty();
  }

  private static boolean hasDriveLetter(String name) {
    if (name.length() < 2 || name.charAt(1) != ':') {
      return false;
    }
    char letter = name.charAt(0);
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
  }

  /** A file; junk is never asked for, it has a fault of its own. */
  void single(String name) {
    String first = firstByLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    if (first != null) {
      faults.add(first.equals(name) ? Cause.DUPLICATE : Cause.DUPLICATE_BY_CASE, name, first);
    }
  }
}
