package dev.wmllint.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list that {@code bx ml list frameworks} prints: a heading, a header, numbered rows of name
 * and version, and two lines of good wishes.
 */
public final class FrameworkList {
  private static final Pattern ROW = Pattern.compile("\\s*\\d+\\s+(\\S+)\\s+(\\S+)\\s*");

  private FrameworkList() {}

  /** The versions of each framework, in the order of the list; empty when there is no row. */
  public static Map<String, List<String>> parse(String printed) {
    Map<String, List<String>> table = new LinkedHashMap<>();
    for (String line : printed.lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        table.computeIfAbsent(row.group(1), name -> new ArrayList<>()).add(row.group(2));
      }
    }
    return table;
  }
}
