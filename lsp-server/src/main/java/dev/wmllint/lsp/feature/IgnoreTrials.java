package dev.wmllint.lsp.feature;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.suppress.Suppressions;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ignore comments tried out on a text, all of them at once: each names a rule of its own, so that
 * it can be told what each hides. Where that does harm, the half of them is tried, and so on.
 */
final class IgnoreTrials {
  /** One is enough for a text that is in order; a broken one is not worth more. */
  private static final int MAX_READ = 32;

  private final ManifestDocument tree;
  private final Map<IgnorePlace, Trial> kept = new HashMap<>();
  private int read;

  /**
   * Tries comments.
   *
   * @param places without the same one twice
   */
  IgnoreTrials(ManifestDocument tree, Collection<IgnorePlace> places) {
    this.tree = tree;
    tryOut(List.copyOf(places));
  }

  private void tryOut(List<IgnorePlace> places) {
    if (places.isEmpty() || read++ >= MAX_READ) {
      return;
    }
    Trial trial = new Trial(tree, places);
    int half = places.size() / 2;
    if (!trial.doesHarm) {
      places.forEach(place -> kept.put(place, trial));
    } else if (half > 0) {
      tryOut(places.subList(0, half));
      tryOut(places.subList(half, places.size()));
    }
  }

  /** Whether a comment at a place hides a finding, and nothing else changes. */
  boolean hides(IgnorePlace place, Diagnostic finding) {
    Trial trial = kept.get(place);
    return trial != null && trial.hides(place, finding.span());
  }

  private static final class Trial {
    private final Map<IgnorePlace, RuleId> marks = new HashMap<>();

    /** By where text was inserted: how far what stands behind has moved. */
    private final TreeMap<Integer, Integer> moved = new TreeMap<>();

    private final Suppressions comments;
    private final boolean doesHarm;

    Trial(ManifestDocument tree, List<IgnorePlace> places) {
      List<Edit> edits = new ArrayList<>();
      for (IgnorePlace place : places) {
        RuleId mark = new RuleId("trial-" + marks.size());
        marks.put(place, mark);
        edits.add(place.edit(mark.value()));
      }
      Fix all = new Fix(Message.EMPTY, Safety.SAFE, edits);
      int distance = 0;
      for (Edit edit : all.edits()) {
        distance += edit.text().length();
        moved.put(edit.span().start(), distance);
      }
      ManifestDocument commented = tree.withText(FixApplier.apply(tree.text(), List.of(all)));
      this.comments = Suppressions.of(commented);
      this.doesHarm = commented.problems().size() > tree.problems().size();
    }

    boolean hides(IgnorePlace place, Optional<Span> span) {
      return comments.hides(
          new Diagnostic(
              marks.get(place),
              Severity.INFO,
              span.map(this::moved),
              Optional.empty(),
              Message.EMPTY,
              Message.EMPTY,
              List.of(),
              List.of()));
    }

    private Span moved(Span span) {
      int start = span.start() + distance(moved.floorEntry(span.start()));
      int end = span.end() + distance(moved.lowerEntry(span.end()));
      return new Span(start, Math.max(start, end));
    }

    private static int distance(Map.Entry<Integer, Integer> inserted) {
      return inserted == null ? 0 : inserted.getValue();
    }
  }
}
