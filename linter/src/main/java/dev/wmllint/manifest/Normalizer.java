package dev.wmllint.manifest;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Gives every key its present name, so that what a misspelt or outdated key stands for is not
 * missing too, and what lies under it is checked. Spans stay those of what is written.
 */
final class Normalizer {
  private static final List<String> LOCATIONS = List.of("source", "target");
  private static final Map<String, String> SWAPS = Map.of("source", "target", "target", "source");

  private final Function<DocPath, Optional<SchemaNode>> narrowed;
  private final List<KeyIssue> findings = new ArrayList<>();

  /** Entries that count where they belong, further out than they are written. */
  private final Set<Entry> indented = new HashSet<>();

  /** Mappings of the document are shared by aliases: each is reported once. */
  private final Set<Entry> reported = new HashSet<>();

  /**
   * Prepares one reading.
   *
   * @param narrowed what the format says about a mapping, given the values around it; empty where
   *     that is not known
   */
  Normalizer(Function<DocPath, Optional<SchemaNode>> narrowed) {
    this.narrowed = narrowed;
  }

  List<KeyIssue> findings() {
    return findings;
  }

  /** The root under present names. */
  MappingNode normalize(MappingNode root, SchemaNode schema) {
    boolean later = LaterRevision.isUsedIn(root);
    MappingNode normalized = mapping(root, schema, DocPath.ROOT, List.of(), later);
    // What a template brings along is not known: nothing is missing beside it.
    boolean template =
        findings.stream()
            .anyMatch(issue -> issue instanceof KeyIssue.Template && issue.site().path().isRoot());
    return template
        ? new MappingNode(normalized.span(), normalized.isFlow(), normalized.entries(), true)
        : normalized;
  }

  private MappingNode mapping(
      MappingNode mapping, SchemaNode schema, DocPath path, List<Entry> adopted, boolean later) {
    KeyNames names = new KeyNames(schema, narrowed.apply(path));
    Set<String> taken = new HashSet<>();
    adopted.forEach(entry -> taken.add(entry.name()));
    for (Entry entry : mapping.entries()) {
      if (names.isPresent(entry.name())) {
        taken.add(entry.name());
      }
    }
    Map<String, Entry> named = new LinkedHashMap<>();
    Map<String, List<Entry>> outdented = new LinkedHashMap<>();
    List<KeyIssue.Misplaced> deep = IndentedKeys.of(mapping, schema, path, names, taken);
    for (KeyIssue.Misplaced keys : deep) {
      report(keys);
      keys.all().forEach(entry -> named.put(entry.name(), entry));
      keys.all().forEach(entry -> taken.add(entry.name()));
      indented.addAll(keys.all());
    }
    joined(mapping, schema, path, names, taken)
        .ifPresent(
            keys -> {
              report(keys);
              for (KeyIssue.JoinedKey key : keys.pieces()) {
                named.put(key.present(), renamed(key.entry(), key.present()));
                taken.add(key.present());
                indented.add(key.entry());
              }
            });
    List<LostParents.Lost> lost = LostParents.of(mapping, schema, path, taken);
    for (LostParents.Lost parent : lost) {
      report(parent.keys());
      named.put(parent.entry().name(), parent.entry());
      taken.add(parent.entry().name());
      indented.addAll(parent.keys().all());
    }
    Siblings siblings = new Siblings(mapping, schema, name -> inside(path, schema, name));
    Map<String, List<Entry>> strayed = strayed(mapping, schema, path, taken, siblings);
    lost.forEach(parent -> strayed.put(parent.entry().name(), parent.keys().all()));
    for (Entry entry : firstOfEachName(mapping, names)) {
      KeyIssue.Site site = new KeyIssue.Site(path, mapping, entry, schema);
      if (names.isPresent(entry.name())) {
        named.put(entry.name(), entry);
      } else {
        present(site, names, taken, outdented, siblings)
            .filter(name -> !taken.contains(name) || name.equals(entry.name()))
            .ifPresent(
                name -> {
                  taken.add(name);
                  named.put(name, renamed(entry, name));
                });
      }
    }
    adopted.forEach(entry -> named.putIfAbsent(entry.name(), entry));
    moveType(mapping, schema, path, named, outdented);
    outdented.forEach((child, entries) -> misplaced(mapping, schema, path, child, entries));
    strayed.forEach(
        (child, entries) ->
            outdented.computeIfAbsent(child, key -> new ArrayList<>()).addAll(entries));
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : named.values()) {
      List<Entry> moved = outdented.getOrDefault(entry.name(), List.of());
      entries.add(child(entry, mapping, schema, path, moved, later));
    }
    return mapping.withEntries(entries);
  }

  private static Optional<KeyIssue.Joined> joined(
      MappingNode mapping, SchemaNode schema, DocPath path, KeyNames names, Set<String> taken) {
    if (!mapping.isFlow()) {
      return Optional.empty();
    }
    List<KeyIssue.JoinedKey> keys =
        mapping.entries().stream()
            .flatMap(entry -> names.joined(entry).stream())
            .filter(key -> !taken.contains(key.present()))
            .toList();
    return keys.stream()
        .findFirst()
        .map(first -> new KeyIssue.Site(path, mapping, first.entry(), schema))
        .map(site -> new KeyIssue.Joined(site, keys));
  }

  /**
   * The entries that count, of equal names the first. Names that the format knows come before those
   * that are a guess: {@code project} is no project_id beside {@code projectId}.
   */
  private List<Entry> firstOfEachName(MappingNode mapping, KeyNames names) {
    Set<String> seen = new HashSet<>();
    List<Entry> known = new ArrayList<>();
    List<Entry> guesses = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (!indented.contains(entry) && seen.add(entry.name())) {
        (names.isKnown(entry.name()) ? known : guesses).add(entry);
      }
    }
    known.addAll(guesses);
    return known;
  }

  /**
   * Keys in one child of a mapping that another child requires and lacks: {@code resource} under
   * {@code framework}.
   *
   * @return the keys by the name of the child that they belong in
   */
  private Map<String, List<Entry>> strayed(
      MappingNode mapping, SchemaNode schema, DocPath path, Set<String> taken, Siblings siblings) {
    Map<String, List<Entry>> moved = new HashMap<>();
    Map<String, SchemaNode> insides = new HashMap<>();
    for (Entry child : mapping.entries()) {
      boolean known = schema.property(child.name()).isPresent();
      if (!known || !(child.value() instanceof MappingNode stray) || stray.isDamaged()) {
        continue;
      }
      SchemaNode own = insides.computeIfAbsent(child.name(), name -> inside(path, schema, name));
      KeyNames names = new KeyNames(own, Optional.empty());
      for (Entry entry : stray.entries()) {
        boolean named = names.isKnown(entry.name()) || taken.contains(entry.name());
        if (named
            || swapped(entry.name(), names, key -> stray.entry(key).isPresent()).isPresent()) {
          continue;
        }
        Optional<String> home =
            siblings.thatLacks(entry).filter(name -> !name.equals(child.name()));
        if (home.isPresent() && indented.add(entry)) {
          KeyIssue.Site found = new KeyIssue.Site(path.key(child.name()), stray, entry, own);
          report(new KeyIssue.Misplaced(found, path.key(home.get()), List.of(), true));
          moved.computeIfAbsent(home.get(), key -> new ArrayList<>()).add(entry);
        }
      }
    }
    return moved;
  }

  /** The other one of source and target. */
  static Optional<String> swapped(String name) {
    return Optional.ofNullable(SWAPS.get(name));
  }

  /** The same, where a mapping knows and lacks that one: the key stands for it then. */
  private static Optional<String> swapped(String name, KeyNames names, Predicate<String> taken) {
    return swapped(name).filter(names::isPresent).filter(taken.negate());
  }

  private void misplaced(
      MappingNode mapping, SchemaNode schema, DocPath path, String child, List<Entry> entries) {
    KeyIssue.Site site = new KeyIssue.Site(path, mapping, entries.get(0), schema);
    List<Entry> others = List.copyOf(entries.subList(1, entries.size()));
    Set<String> needed = Set.copyOf(inside(path, schema, child).required());
    boolean required = entries.stream().map(Entry::name).anyMatch(needed::contains);
    report(new KeyIssue.Misplaced(site, path.key(child), others, required));
  }

  /** What belongs under a key of a mapping: the keys of the mapping there, or of a list's items. */
  private SchemaNode inside(DocPath path, SchemaNode mapping, String child) {
    SchemaNode schema =
        narrowed.apply(path.key(child)).or(() -> mapping.property(child)).orElse(mapping);
    return schema.items().orElse(schema);
  }

  private static Entry renamed(Entry entry, String name) {
    return new Entry(name, entry.key(), entry.value(), entry.mergedFrom());
  }

  /** The present name of a key that is not written under it; reports what it is. */
  private Optional<String> present(
      KeyIssue.Site site,
      KeyNames names,
      Set<String> taken,
      Map<String, List<Entry>> outdented,
      Siblings siblings) {
    String name = site.name();
    Optional<String> legacy = names.legacy(name);
    if (legacy.isPresent() || names.legacyNote(name).isPresent()) {
      return legacy(site, legacy, names.legacyNote(name), taken);
    }
    Optional<String> later = names.later(name);
    if (later.isPresent() || names.laterNote(name).isPresent()) {
      if (name.equals("type")) {
        // What becomes of a store's type is for moveType to say.
        return Optional.empty();
      }
      Optional<String> free = later.filter(present -> !taken.contains(present));
      report(new KeyIssue.Later(site, free, names.laterNote(name)));
      return free;
    }
    Optional<String> credential = names.credential(name);
    if (credential.isPresent() && !taken.contains(credential.get())) {
      report(new KeyIssue.Credential(site, credential.get()));
      return credential;
    }
    Optional<String> swapped = swapped(name, names, taken::contains);
    if (swapped.isPresent()) {
      report(new KeyIssue.Swapped(site, swapped.get()));
      return swapped;
    }
    return misspelt(site, names, taken, outdented, siblings);
  }

  private Optional<String> legacy(
      KeyIssue.Site site, Optional<String> present, Optional<String> note, Set<String> taken) {
    boolean both = present.isPresent() && taken.contains(present.get());
    // The schema itself refuses both spellings of a whole reference at once.
    if (both && site.schema().property(site.name()).isPresent()) {
      return Optional.of(site.name());
    }
    Optional<String> free = present.filter(name -> !both);
    boolean credentialHasIt = site.mapping().entry("username").isPresent();
    if (site.name().equals("userId") && credentialHasIt) {
      free = Optional.empty();
    }
    report(new KeyIssue.Legacy(site, free, note));
    return free;
  }

  private Optional<String> misspelt(
      KeyIssue.Site site,
      KeyNames names,
      Set<String> taken,
      Map<String, List<Entry>> outdented,
      Siblings siblings) {
    String name = site.name();
    if (!(site.entry().key() instanceof ScalarNode)) {
      report(new KeyIssue.Unknown(site));
      return Optional.empty();
    }
    Optional<String> meant = names.translated(name).filter(present -> !taken.contains(present));
    if (meant.isEmpty()) {
      Optional<String> place = siblings.thatLacks(site.entry());
      if (place.isPresent()) {
        outdented.computeIfAbsent(place.get(), key -> new ArrayList<>()).add(site.entry());
        return Optional.empty();
      }
      meant = names.nearest(name, taken);
    }
    if (meant.isEmpty() && site.mapping().isDamaged()) {
      // In broken text a key may have slipped into a mapping that it does not belong in.
      return meant;
    }
    if (meant.isEmpty()) {
      report(new KeyIssue.Unknown(site));
      return meant;
    }
    boolean missing = !taken.contains(meant.get());
    boolean required = names.isRequired(meant.get());
    report(new KeyIssue.Misspelt(site, meant.get(), required, missing));
    // What the format can do without is worth no guess at what is under it.
    return meant.filter(present -> missing && !names.isOptional(present));
  }

  private Entry child(
      Entry entry,
      MappingNode parent,
      SchemaNode parentSchema,
      DocPath parentPath,
      List<Entry> adopted,
      boolean later) {
    Optional<SchemaNode> schema = parentSchema.property(entry.name());
    DocPath path = parentPath.key(entry.name());
    Node value = LaterRevision.sizeOf(entry, parent).orElse(entry.value());
    if (schema.isEmpty()) {
      return entry;
    }
    KeyIssue.Site site = new KeyIssue.Site(parentPath, parent, entry, parentSchema);
    boolean list = schema.get().types().contains("array");
    if (isTemplate(value) && !schema.get().types().contains("string")) {
      report(new KeyIssue.Template(site));
      MappingNode unknown = new MappingNode(value.span(), true, List.of(), true);
      return entry.withValue(list ? list(entry, unknown) : unknown);
    }
    if (!adopted.isEmpty() && value instanceof ScalarNode) {
      Span span = adopted.get(0).key().span();
      MappingNode home = new MappingNode(span, false, List.of(), parent.isDamaged());
      if (list) {
        home = mapping(home, schema.get().items().orElseThrow(), path.index(0), adopted, later);
        return entry.withValue(list(entry, home));
      }
      value = home;
    }
    if (value instanceof MappingNode bare && list) {
      if (!bare.isDamaged()) {
        report(new KeyIssue.BareStore(site, later));
      }
      value = list(entry, bare);
    }
    if (value instanceof SequenceNode items && schema.get().items().isPresent()) {
      Optional<SplitItem> split = SplitItem.of(items, schema.get().items().get());
      if (split.isPresent()) {
        report(new KeyIssue.SplitStore(site, split.get().pieces()));
        value = list(entry, split.get().whole());
      }
    }
    Optional<String> owner = foreign(value, schema.get());
    if (owner.isPresent()) {
      report(new KeyIssue.Foreign(site, owner.get()));
      return entry.withValue(new MappingNode(value.span(), value.isFlow(), List.of(), true));
    }
    return entry.withValue(value(value, schema.get(), path, adopted, later));
  }

  /** Whose credential a mapping is, when more of its keys are those of another than known ones. */
  private static Optional<String> foreign(Node value, SchemaNode schema) {
    if (!(value instanceof MappingNode mapping) || schema.foreignKeys().isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = mapping.entries().stream().map(Entry::name).collect(Collectors.toSet());
    long own = names.stream().filter(schema.properties()::containsKey).count();
    return schema.foreignKeys().entrySet().stream()
        .filter(other -> names.stream().filter(other.getValue()::contains).count() > own)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isTemplate(Node value) {
    return value instanceof MappingNode outer
        && outer.isFlow()
        && outer.entries().size() == 1
        && outer.entries().get(0).key() instanceof MappingNode inner
        && inner.isFlow();
  }

  private static SequenceNode list(Entry entry, MappingNode mapping) {
    Span handle = NodeLocator.keySpan(entry);
    return new SequenceNode(
        mapping.span(), mapping.isFlow(), List.of(new SequenceNode.Item(handle, mapping)));
  }

  private Node value(
      Node value, SchemaNode schema, DocPath path, List<Entry> adopted, boolean later) {
    if (value instanceof MappingNode mapping && schema.types().contains("object")) {
      return mapping(mapping, schema, path, adopted, later);
    }
    if (value instanceof SequenceNode sequence && schema.items().isPresent()) {
      List<SequenceNode.Item> items = new ArrayList<>();
      int count = Math.min(sequence.items().size(), Manifest.MAX_ITEMS);
      for (int i = 0; i < count; i++) {
        SequenceNode.Item item = sequence.items().get(i);
        Node node = value(item.value(), schema.items().get(), path.index(i), List.of(), later);
        items.add(new SequenceNode.Item(item.dash(), node));
      }
      return new SequenceNode(sequence.span(), sequence.isFlow(), items);
    }
    return value;
  }

  /** The 2018 revision writes a store's type beside its source or target. */
  private void moveType(
      MappingNode mapping,
      SchemaNode schema,
      DocPath path,
      Map<String, Entry> named,
      Map<String, List<Entry>> outdented) {
    Optional<Entry> type = mapping.entry("type");
    if (type.isEmpty() || !schema.laterKeys().containsKey("type")) {
      return;
    }
    KeyIssue.Site site = new KeyIssue.Site(path, mapping, type.get(), schema);
    for (String location : LOCATIONS) {
      Entry place = named.get(location);
      boolean empty = place != null && place.value().isOmitted();
      if (empty || outdented.containsKey(location)) {
        outdented.computeIfAbsent(location, key -> new ArrayList<>()).add(type.get());
        return;
      }
      if (place != null && place.value() instanceof MappingNode inner) {
        report(new KeyIssue.LaterType(site, place));
        if (inner.entry("type").isEmpty()) {
          named.put(location, place.withValue(with(inner, type.get())));
        }
        return;
      }
    }
    report(new KeyIssue.Later(site, Optional.empty(), Optional.of(schema.laterKeys().get("type"))));
  }

  private static MappingNode with(MappingNode mapping, Entry entry) {
    List<Entry> entries = new ArrayList<>(mapping.entries());
    entries.add(entry);
    return mapping.withEntries(entries);
  }

  private void report(KeyIssue finding) {
    if (reported.add(finding.site().entry())) {
      findings.add(finding);
    }
  }
}
