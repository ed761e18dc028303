package dev.wmllint.subcommand;

import dev.wmllint.pack.LeftOut;
import dev.wmllint.pack.PackResult;
import dev.wmllint.pack.PackedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what went into a zip: sizes first, for names may be of any length. */
final class PackReport {
  /** How many files are listed unless all are asked for, and as many that were left out. */
  static final int SHORT = 20;

  private static final String[] UNITS = {"KiB", "MiB", "GiB"};

  private PackReport() {}

  /** The lines to print; the last one sums up. */
  static List<String> lines(PackResult result, int shown) {
    List<String> lines = new ArrayList<>();
    List<PackedFile> files = result.files();
    for (PackedFile file : files.subList(0, Math.min(shown, files.size()))) {
      String mark = file.executable() ? "  (executable)" : "";
      lines.add(String.format(Locale.ROOT, "%10s  %s%s", size(file.size()), file.name(), mark));
    }
    addRest(lines, files.size() - shown);
    List<LeftOut> leftOut = result.leftOut();
    for (LeftOut left : leftOut.subList(0, Math.min(shown, leftOut.size()))) {
      lines.add(
          String.format(Locale.ROOT, "%10s  %s  (%s)", "left out", left.name(), left.reason()));
    }
    addRest(lines, leftOut.size() - shown);
    String count =
        files.size() == 1 ? "1 file" : String.format(Locale.ROOT, "%,d files", files.size());
    lines.add(result.zip() + ": " + count + ", " + size(result.size()));
    return lines;
  }

  private static void addRest(List<String> lines, int rest) {
    if (rest > 0) {
      lines.add(String.format(Locale.ROOT, "%10s  and %,d more (--list shows all)", "...", rest));
    }
  }

  /** In bytes, or in the largest unit of which there is one, to one digit after the point. */
  static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    int unit = 0;
    double value = bytes / 1024.0;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }
}
