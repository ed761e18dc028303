package dev.wmllint.report;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * A file's path in the form that other tools want: {@code /} between the names, whatever the system
 * has there, and no detours.
 *
 * @param names with {@code /} between them, without {@code .} and needless {@code ..}; an absolute
 *     one begins with {@code /} or with a drive
 * @param absolute whether it does not depend on the current folder
 */
record PortablePath(String names, boolean absolute) {
  /** A path of this system, as the user gave it. */
  static PortablePath of(String path) {
    return of(path, File.separatorChar);
  }

  /**
   * A path of any system: elsewhere than on Windows, a backslash is a character like others.
   *
   * @param separator {@code \} on Windows
   */
  static PortablePath of(String path, char separator) {
    boolean windows = separator == '\\';
    String slashed = path.replace(separator, '/');
    boolean drive =
        windows && slashed.length() > 2 && slashed.charAt(1) == ':' && slashed.charAt(2) == '/';
    boolean share = windows && slashed.startsWith("//");
    boolean absolute = slashed.startsWith("/") || drive;
    String root = share ? "//" : slashed.startsWith("/") ? "/" : "";
    return new PortablePath(root + normal(slashed, absolute), absolute);
  }

  private static String normal(String slashed, boolean absolute) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : slashed.split("/", -1)) {
      boolean up = name.equals("..");
      if (up && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".") && !(up && absolute)) {
        names.addLast(name);
      }
    }
    return names.isEmpty() && !absolute ? "." : String.join("/", names);
  }

  /**
   * A URI (RFC 3986): a relative reference, or {@code file:} (RFC 8089) with the drive or the share
   * of Windows.
   */
  String uri() {
    String encoded = encode(names);
    if (!absolute) {
      // A colon in the first name would make a scheme of it.
      int slash = encoded.indexOf('/');
      String first = slash < 0 ? encoded : encoded.substring(0, slash);
      return first.replace(":", "%3A") + encoded.substring(first.length());
    }
    String start =
        encoded.startsWith("//") ? "file:" : encoded.startsWith("/") ? "file://" : "file:///";
    return start + encoded;
  }

  private static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xFF);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || "/-._~!$&'()*+,;=:@".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
