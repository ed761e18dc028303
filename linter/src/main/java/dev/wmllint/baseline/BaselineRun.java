package dev.wmllint.baseline;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.file.Reach;
import dev.wmllint.text.SourceText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One run beside a baseline: separates new findings from known ones, and remembers which files were
 * looked at. For one thread.
 */
public final class BaselineRun {
  private final Baseline baseline;
  private final Path folder;
  private final Map<String, Predicate<RuleId>> lookedAt = new HashMap<>();
  private final Set<Baseline.Entry> found = new TreeSet<>();
  private int known;

  /**
   * Begins a run.
   *
   * @param file where the baseline is or will be: its paths are relative to this file's folder
   */
  public BaselineRun(Baseline baseline, Path file) {
    this.baseline = baseline;
    Path parent = file.toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  /**
   * The findings of a file that the baseline does not know, in their order. To be called for every
   * manifest and model definition that was looked at, with or without findings: only so is it known
   * which entries have become needless.
   *
   * @param path as the user gave it, relative to the current folder, or {@link SourceText#STDIN},
   *     which lies in no folder
   * @param fingerprints of the findings, in the same order
   * @param ran whether a rule would have spoken: not one that is switched off, that misses its
   *     model definition, or that is silent because the text is broken
   */
  public List<Diagnostic> keepNew(
      String path,
      List<Diagnostic> diagnostics,
      List<Fingerprint> fingerprints,
      Predicate<RuleId> ran) {
    if (diagnostics.size() != fingerprints.size()) {
      throw new IllegalArgumentException("each finding needs a fingerprint");
    }
    String portable = portable(path);
    lookedAt.merge(portable, ran, Predicate::or);
    List<Diagnostic> fresh = new ArrayList<>();
    for (int i = 0; i < diagnostics.size(); i++) {
      Diagnostic diagnostic = diagnostics.get(i);
      var entry = new Baseline.Entry(portable, diagnostic.rule(), fingerprints.get(i));
      found.add(entry);
      if (baseline.entries().contains(entry)) {
        known++;
      } else {
        fresh.add(diagnostic);
      }
    }
    return fresh;
  }

  public int found() {
    return found.size();
  }

  public int known() {
    return known;
  }

  /** What the baseline still lists and the files that were looked at have no more. */
  public List<Baseline.Entry> stale() {
    return baseline.entries().stream().filter(this::isGone).toList();
  }

  private boolean isGone(Baseline.Entry entry) {
    Predicate<RuleId> ran = lookedAt.get(entry.path());
    return ran != null && ran.test(entry.rule()) && !found.contains(entry);
  }

  /**
   * The baseline to write: what was found, and what is known and was not looked at this time, of
   * files that are there.
   */
  public Baseline current() {
    Set<Baseline.Entry> entries = new TreeSet<>(found);
    baseline.entries().stream()
        .filter(entry -> !isGone(entry))
        .filter(entry -> lookedAt.containsKey(entry.path()) || isThere(entry.path()))
        .forEach(entries::add);
    return Baseline.of(entries);
  }

  private boolean isThere(String path) {
    if (path.equals(SourceText.STDIN)) {
      return true;
    }
    try {
      Reach.NamedPath named = Reach.ofComputer(folder).named(path);
      return named.refusal().isEmpty() && Files.exists(named.path());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private String portable(String path) {
    // Elsewhere than on Windows, it would be the name of a file.
    if (path.equals(SourceText.STDIN)) {
      return path;
    }
    try {
      Path file = Path.of(path).toAbsolutePath().normalize();
      // On another drive there is no way from here to there.
      boolean reachable = file.getRoot() != null && file.getRoot().equals(folder.getRoot());
      Path shown = reachable ? folder.relativize(file) : file;
      return shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
    } catch (InvalidPathException e) {
      return path;
    }
  }
}
