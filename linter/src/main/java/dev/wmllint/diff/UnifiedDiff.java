package dev.wmllint.diff;

import dev.wmllint.redact.Redactor;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two versions of a manifest as a unified diff (GNU diffutils manual, "Detailed Description of
 * Unified Format"), with up to three lines around each change. {@code patch -p1} and {@code git
 * apply} apply it, but for hunks that are marked: those in which a secret is masked, and those of a
 * file that is not UTF-8, because a diff has only one encoding.
 *
 * @param lines head and hunks; none where both versions are equal
 * @param maskedHunks the number of hunks in which a secret is masked
 * @param foreignEncoding the encoding of the file, where it is not the UTF-8 of the diff
 */
public record UnifiedDiff(List<DiffLine> lines, int maskedHunks, Optional<String> foreignEncoding) {
  public UnifiedDiff {
    lines = List.copyOf(lines);
  }

  /**
   * Compares two versions of a manifest.
   *
   * @param path as the user gave it; in the head it is below {@code a/} and {@code b/}
   */
  public static UnifiedDiff of(String path, ManifestDocument before, ManifestDocument after) {
    if (before.text().equals(after.text())) {
      return new UnifiedDiff(List.of(), 0, Optional.empty());
    }
    Redactor.Versions redactors = Redactor.ofVersions(before, after);
    SourceText source = before.source();
    Optional<String> foreign =
        source.charset().equals(StandardCharsets.UTF_8)
            ? Optional.empty()
            : Optional.of(source.charset().name());
    Version old = new Version(source, redactors.before());
    Version young = new Version(after.source(), redactors.after());
    List<Hunk> hunks = Hunks.of(old, young);
    List<DiffLine> lines = new ArrayList<>();
    lines.add(new DiffLine(DiffLine.Kind.FILE, "--- " + DiffPath.of("a", path)));
    lines.add(new DiffLine(DiffLine.Kind.FILE, "+++ " + DiffPath.of("b", path)));
    hunks.forEach(hunk -> hunk.print(foreign, lines));
    int masked = (int) hunks.stream().filter(Hunk::isMasked).count();
    return new UnifiedDiff(lines, masked, foreign);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The diff as {@code patch} reads it; each line ends with {@code \n}. */
  public String text() {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(line.text()).append('\n'));
    return out.toString();
  }
}
