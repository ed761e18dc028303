package dev.wmllint.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects faults: the first entry of each cause by name, the others by number. */
final class Faults {
  private final List<ModelFault> ofTheWhole = new ArrayList<>();
  private final Map<Cause, First> ofEntries = new EnumMap<>(Cause.class);

  void add(ModelFault fault) {
    ofTheWhole.add(fault);
  }

  void add(Cause cause, String entry) {
    add(cause, entry, "");
  }

  /** The detail is only of interest for the first entry; it is made printable here. */
  void add(Cause cause, String entry, String detail) {
    First first = ofEntries.get(cause);
    if (first == null) {
      ofEntries.put(cause, new First(entry, detail));
    } else {
      first.more++;
    }
  }

  /** Those of the whole first, then by cause. */
  List<ModelFault> toList() {
    List<ModelFault> all = new ArrayList<>(ofTheWhole);
    for (Map.Entry<Cause, First> found : ofEntries.entrySet()) {
      all.add(found.getValue().toFault(found.getKey()));
    }
    return all;
  }

  private static final class First {
    private final String entry;
    private final String detail;
    private int more;

    First(String entry, String detail) {
      this.entry = entry;
      this.detail = detail;
    }

    ModelFault toFault(Cause cause) {
      String message =
          String.format(
              Locale.ROOT, cause.message(), EntryName.shown(entry), EntryName.shown(detail));
      String others = more == 0 ? "" : " (and " + more + " more like it)";
      return new ModelFault(
          cause.rule().id(), message + others, cause.help(), Optional.of(entry), more);
    }
  }
}
