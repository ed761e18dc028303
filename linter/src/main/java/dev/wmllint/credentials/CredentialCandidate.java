package dev.wmllint.credentials;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object that looks like a credential of a store.
 *
 * @param values its values, by the keys of the connection
 */
record CredentialCandidate(
    JsonPlace place, StoreForm form, Likeness likeness, Map<String, String> values) {

  /** How much it looks like one, from the least. */
  enum Likeness {
    /** A user name and a password, which could be anything's. */
    USER_AND_PASSWORD,
    /** Some of the names. */
    PART,
    /** More than half of the names. */
    WHOLE
  }

  /** What an object is for a type of store, if anything. */
  static Optional<CredentialCandidate> of(JsonPlace place, StoreForm form, List<StoreForm> all) {
    Map<String, String> own = form.values(place, false);
    Set<String> found = form.namesIn(place);
    if (form.isWhole(place)) {
      return Optional.of(new CredentialCandidate(place, form, Likeness.WHOLE, own));
    }
    List<StoreForm> others = all.stream().filter(other -> !other.equals(form)).toList();
    boolean telling =
        found.stream().anyMatch(name -> others.stream().noneMatch(other -> other.mayMean(name)));
    if (found.size() >= 2 && telling) {
      return Optional.of(new CredentialCandidate(place, form, Likeness.PART, own));
    }
    Map<String, String> any = form.values(place, true);
    boolean secrets =
        form.keys().stream()
            .filter(StoreForm.Key::secret)
            .allMatch(key -> any.containsKey(key.name()));
    return secrets && others.stream().noneMatch(other -> other.isWhole(place))
        ? Optional.of(new CredentialCandidate(place, form, Likeness.USER_AND_PASSWORD, any))
        : Optional.empty();
  }

  static List<CredentialCandidate> best(List<CredentialCandidate> candidates) {
    Optional<Likeness> most =
        candidates.stream().map(CredentialCandidate::likeness).max(Comparator.naturalOrder());
    return candidates.stream().filter(one -> most.equals(Optional.of(one.likeness))).toList();
  }

  /** Without the values: they are secrets. */
  @Override
  public String toString() {
    return form.type() + " " + likeness + " at " + place.path();
  }
}
