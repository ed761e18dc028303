package dev.wmllint.redact;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The findings of a text in disguise, by the findings of the text itself that they repeat. */
final class Twins {
  private record Place(RuleId rule, Optional<Span> span) {
    static Place of(Diagnostic diagnostic) {
      return new Place(diagnostic.rule(), diagnostic.span());
    }
  }

  private Twins() {}

  /**
   * For each finding the one that says the same of the text in disguise. It is empty where the
   * secrets decide what is found at a place.
   */
  static List<Optional<Diagnostic>> of(List<Diagnostic> findings, List<Diagnostic> disguised) {
    Map<Place, List<Diagnostic>> own = byPlace(findings);
    Map<Place, List<Diagnostic>> others = byPlace(disguised);
    Map<Place, Integer> next = new HashMap<>();
    List<Optional<Diagnostic>> twins = new ArrayList<>(findings.size());
    for (Diagnostic finding : findings) {
      Place place = Place.of(finding);
      List<Diagnostic> candidates = others.getOrDefault(place, List.of());
      int number = next.merge(place, 1, Integer::sum) - 1;
      boolean alike = candidates.size() == own.get(place).size();
      twins.add(alike ? Optional.of(candidates.get(number)) : Optional.empty());
    }
    return twins;
  }

  private static Map<Place, List<Diagnostic>> byPlace(List<Diagnostic> findings) {
    Map<Place, List<Diagnostic>> places = new HashMap<>();
    for (Diagnostic finding : findings) {
      places.computeIfAbsent(Place.of(finding), key -> new ArrayList<>()).add(finding);
    }
    return places;
  }
}
