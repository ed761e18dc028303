package dev.wmllint.credentials;

import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Finds the credential of a store in what services and their command lines print: the credential
 * itself, or wrapped in {@code credentials}, in lists, in {@code VCAP_SERVICES}, or after lines of
 * text.
 */
public final class CredentialReader {
  /** Longer texts are no credentials; in UTF-16 units. */
  public static final int MAX_LENGTH = 1 << 20;

  private final List<StoreForm> forms;
  private final Set<String> names;

  public CredentialReader(ManifestSchema schema) {
    this.forms = StoreForm.all(schema);
    this.names = forms.stream().flatMap(StoreForm::allNames).collect(Collectors.toSet());
  }

  /**
   * A connection, and what is to be known about it.
   *
   * @param notes one line each, in lower case, without a full stop, and without secrets
   */
  public record Result(Connection connection, List<String> notes) {
    public Result {
      notes = List.copyOf(notes);
    }
  }

  /** A value as a key of a connection may have it, where that is no secret. */
  public Optional<String> example(String key) {
    return forms.stream()
        .flatMap(form -> form.keys().stream())
        .filter(one -> one.name().equals(key))
        .flatMap(one -> one.example().stream())
        .findFirst();
  }

  public List<String> types() {
    return forms.stream().map(StoreForm::type).toList();
  }

  /**
   * Reads a credential.
   *
   * @param type the type of the store; empty to tell it by the keys
   * @throws CredentialException where there is no credential, or more than one to choose from
   */
  public Result read(SourceText source, Optional<String> type) throws CredentialException {
    if (source.text().length() > MAX_LENGTH) {
      throw new CredentialException("more than 1 MiB is no credential");
    }
    if (source.undecodable().isPresent()) {
      throw new CredentialException("the text is not UTF-8, nor UTF-16 with a byte order mark");
    }
    List<JsonNode> values = JsonInText.read(source);
    if (values.isEmpty()) {
      throw new CredentialException(
          "there is no JSON in it; the service's page shows a credential as JSON, and so do"
              + " 'bx service key-show' and 'bx resource service-key NAME --output json'");
    }
    List<JsonPlace> places = JsonPlace.of(values);
    List<CredentialCandidate> candidates =
        places.stream()
            .filter(this::isWorthALook)
            .flatMap(
                place ->
                    forms.stream()
                        .flatMap(form -> CredentialCandidate.of(place, form, forms).stream()))
            .toList();
    CredentialCandidate chosen = choose(candidates, type, places);
    return new Result(connection(chosen), notes(chosen));
  }

  /** Less than two names are no credential of any type; most objects end here. */
  private boolean isWorthALook(JsonPlace place) {
    return place.object().propertyNames().stream().filter(names::contains).limit(2).count() == 2;
  }

  private CredentialCandidate choose(
      List<CredentialCandidate> all, Optional<String> type, List<JsonPlace> places)
      throws CredentialException {
    List<CredentialCandidate> best =
        CredentialCandidate.best(
            all.stream()
                .filter(one -> type.isEmpty() || type.get().equals(one.form().type()))
                .toList());
    if (best.isEmpty()) {
      throw new CredentialException(nothing(all, type, places));
    }
    Set<String> types =
        best.stream()
            .map(one -> one.form().type())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (types.size() > 1) {
      throw new CredentialException(
          "there are credentials of "
              + Names.and(List.copyOf(types))
              + "; choose with --type "
              + String.join(" or --type ", types));
    }
    Map<Map<String, String>, CredentialCandidate> different = new LinkedHashMap<>();
    best.forEach(one -> different.putIfAbsent(one.values(), one));
    if (different.size() > 1) {
      throw new CredentialException(
          "there are "
              + different.size()
              + " credentials of "
              + types.iterator().next()
              + ", at "
              + Names.list(different.values().stream().map(one -> one.place().path()).toList())
              + "; hand over one of them");
    }
    return best.get(0);
  }

  private String nothing(
      List<CredentialCandidate> all, Optional<String> type, List<JsonPlace> places) {
    Set<String> seen = new LinkedHashSet<>();
    places.forEach(place -> seen.addAll(place.object().propertyNames()));
    if (type.isPresent() && !all.isEmpty()) {
      return "there is no credential of "
          + type.get()
          + ", but one of "
          + CredentialCandidate.best(all).get(0).form().type();
    }
    if (seen.contains("apikey")) {
      return "the credential has an API key but no HMAC keys, which a manifest needs; make one that"
          + " has them: bx resource service-key-create NAME Writer --instance-name INSTANCE"
          + " --parameters '{\"HMAC\": true}'";
    }
    return "there is no credential of a store in it; "
        + forms.stream()
            .map(form -> "one of " + form.type() + " has " + Names.and(form.credentialNames()))
            .collect(Collectors.joining(", "))
        + (seen.isEmpty() ? "" : "; the keys here: " + Names.list(seen));
  }

  private static Connection connection(CredentialCandidate chosen) {
    return new Connection(
        chosen.form().type(),
        chosen.form().keys().stream().map(StoreForm.Key::name).toList(),
        chosen.values());
  }

  private static List<String> notes(CredentialCandidate chosen) {
    List<String> notes = new ArrayList<>();
    if (chosen.likeness() == CredentialCandidate.Likeness.USER_AND_PASSWORD) {
      notes.add(
          "told by a user name and a password only: taken for a credential of "
              + chosen.form().type());
    }
    for (StoreForm.Key key : chosen.form().keys()) {
      String value = chosen.values().getOrDefault(key.name(), "");
      String stem = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
      key.example()
          .filter(example -> !stem.isEmpty() && example.startsWith(stem + "/"))
          .ifPresent(
              example ->
                  notes.add(
                      key.name() + " is as in the credential; in most manifests it is " + example));
    }
    return notes;
  }
}
