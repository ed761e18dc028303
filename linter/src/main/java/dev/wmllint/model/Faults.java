package dev.wmllint.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects faults: the first entry of each cause by name, the others by number. */
final class Faults {
  private final List<ModelFault> ofTheWhole = new ArrayList<>();
  private final Map<Cause, ModelFault> ofEntries = new EnumMap<>(Cause.class);

  void add(ModelFault fault) {
    ofTheWhole.add(fault);
  }

  void add(Cause cause, String entry) {
    add(cause, entry, "");
  }

  /** The detail is only of interest for the first entry; it is made printable here. */
  void add(Cause cause, String entry, String detail) {
    ModelFault first = ofEntries.get(cause);
    ofEntries.put(cause, first == null ? cause.fault(entry, detail) : first.andOneMore());
  }

  /** Those of the whole first, then by cause. */
  List<ModelFault> toList() {
    List<ModelFault> all = new ArrayList<>(ofTheWhole);
    ofEntries.values().forEach(fault -> all.add(fault.withCount()));
    return all;
  }
}
