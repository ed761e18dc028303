package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.Count;
import dev.wmllint.text.Printable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts files and findings of a report. For one thread. */
public final class Tally {
  private static final String NO_ZIP = "no zip given or found";

  private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
  private boolean empty = true;
  private int manifests;
  private int manifestsWithModel;
  private Optional<ModelSummary> lastModel = Optional.empty();
  private List<String> lastZips = List.of();
  private int safelyFixable;
  private int fixable;

  public void add(FileResult file) {
    for (Diagnostic diagnostic : file.diagnostics()) {
      findings.merge(diagnostic.severity(), 1, Integer::sum);
      safelyFixable += FixApplier.best(diagnostic, Safety.SAFE).isPresent() ? 1 : 0;
      fixable += FixApplier.best(diagnostic, Safety.UNSAFE).isPresent() ? 1 : 0;
    }
    empty = false;
    if (file.source().isPresent()) {
      manifests++;
      manifestsWithModel += file.model().isPresent() ? 1 : 0;
      lastModel = file.model();
      lastZips = file.zipsBeside();
    }
  }

  boolean isEmpty() {
    return empty;
  }

  int manifests() {
    return manifests;
  }

  int count() {
    return findings.values().stream().mapToInt(Integer::intValue).sum();
  }

  int count(Severity severity) {
    return findings.getOrDefault(severity, 0);
  }

  /** Whether a finding is at least that severe. */
  public boolean reaches(Severity severity) {
    return findings.keySet().stream().anyMatch(found -> found.compareTo(severity) >= 0);
  }

  /** Which options would fix some of the findings; for people at a terminal. */
  public Optional<String> fixHint() {
    if (fixable == 0) {
      return Optional.empty();
    }
    if (safelyFixable == 0) {
      return Optional.of("--fix --unsafe-fixes mends " + fixable + "; look at what it does");
    }
    int rest = fixable - safelyFixable;
    String more = rest == 0 ? "" : ", and " + rest + " more with --unsafe-fixes";
    return Optional.of("--fix mends " + safelyFixable + more);
  }

  /** The last line of a text report. */
  String summary(RunNumbers numbers) {
    List<String> parts = new ArrayList<>();
    String models = manifests > 0 ? " (" + models() + ")" : "";
    parts.add(findings() + " in " + Count.of(manifests, "manifest") + models);
    if (numbers.fixed() > 0) {
      parts.add(numbers.fixed() + " fixed, " + count() + " remaining");
    }
    if (numbers.known() > 0) {
      String verb = numbers.known() == 1 ? "is" : "are";
      parts.add(numbers.known() + " known from the baseline " + verb + " not shown");
    }
    if (numbers.stale() > 0) {
      parts.add(Count.of(numbers.stale(), "finding") + " of the baseline no longer there");
    }
    if (numbers.passedOver() > 0) {
      parts.add(Count.of(numbers.passedOver(), "other file") + " skipped");
    }
    return String.join("; ", parts);
  }

  private String findings() {
    List<String> parts = new ArrayList<>();
    if (count(Severity.ERROR) > 0 || count(Severity.WARNING) > 0) {
      parts.add(Count.of(count(Severity.ERROR), "error"));
      parts.add(Count.of(count(Severity.WARNING), "warning"));
    }
    if (count(Severity.INFO) > 0) {
      parts.add(Count.of(count(Severity.INFO), "info"));
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  private String zips() {
    return switch (lastZips.size()) {
      case 0 -> NO_ZIP;
      case 1 -> Printable.line(lastZips.get(0)) + " is not used, it has no program in it";
      default -> lastZips.size() + " zips are beside it, name one with --model";
    };
  }

  private String models() {
    if (manifestsWithModel == 0) {
      return (manifests == 1 ? zips() : NO_ZIP) + ": program files were not checked";
    }
    if (manifests > 1) {
      int without = manifests - manifestsWithModel;
      String rest = without == 0 ? "" : "; command files of " + without + " were not checked";
      return manifestsWithModel + " with a model definition" + rest;
    }
    ModelSummary model = lastModel.orElseThrow();
    String files = model.readable() ? ", " + Count.of(model.files(), "file") : ", not readable";
    return "model definition: " + Printable.line(model.path()) + files;
  }
}
