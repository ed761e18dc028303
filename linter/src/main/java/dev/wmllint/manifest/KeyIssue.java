package dev.wmllint.manifest;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A key that is not the present name of a key of its place, and what it turned out to be. */
public sealed interface KeyIssue {
  Site site();

  /** Whether it rests on what the key looks like. */
  default boolean isGuess() {
    return this instanceof Misspelt || this instanceof Misplaced || this instanceof Unknown;
  }

  /**
   * The written key and what is around it.
   *
   * @param path the mapping, as a path of present names
   * @param mapping the mapping that the key is written in
   * @param entry the key and its value, as written
   * @param schema what the format says about the mapping
   */
  record Site(DocPath path, MappingNode mapping, Entry entry, SchemaNode schema) {
    public String name() {
      return entry.name();
    }
  }

  /**
   * A key of an earlier revision.
   *
   * @param present its present name; empty where it has none, or where that key is there too
   * @param note what it was, where it has no present name
   */
  record Legacy(Site site, Optional<String> present, Optional<String> note) implements KeyIssue {}

  /**
   * A key of a later revision.
   *
   * @param present its present name; empty where it has none, or where that key is there too
   * @param note what it is, where it has no present name
   */
  record Later(Site site, Optional<String> present, Optional<String> note) implements KeyIssue {}

  /**
   * The type of a store beside its location, where 2018 wrote it.
   *
   * @param location {@code source} or {@code target}, as it is written
   */
  record LaterType(Site site, Entry location) implements KeyIssue {}

  /** The data's store without the list around it. */
  record BareStore(Site site, boolean later) implements KeyIssue {}

  /**
   * A store that dashes before its keys divide into several items of the list.
   *
   * @param site the list under its key
   * @param pieces in the order of the file
   */
  record SplitStore(Site site, List<Piece> pieces) implements KeyIssue {}

  /**
   * An item that is none.
   *
   * @param home the mapping inside the store that its keys belong in; empty for the store itself
   */
  record Piece(SequenceNode.Item item, Optional<Node> home) {}

  /** A key as it is spelled in the service credential. */
  record Credential(Site site, String present) implements KeyIssue {}

  /** {@code source} for {@code target}, or the reverse. */
  record Swapped(Site site, String present) implements KeyIssue {}

  /**
   * A known key, misspelt.
   *
   * @param required whether the format cannot do without the key
   * @param missing whether the key is not there under its right name
   */
  record Misspelt(Site site, String present, boolean required, boolean missing)
      implements KeyIssue {}

  /**
   * Known keys beside the mapping that they belong in, and that lacks them: their indent was lost.
   * Or keys inside a child of that mapping: they are indented too far. Or inside a mapping beside
   * it.
   *
   * @param site where the first of them is written
   * @param belongs the mapping that they belong in
   * @param others the others, in the order of the file
   * @param required whether the mapping cannot do without one of them
   * @param lost whether that mapping is not there at all
   */
  record Misplaced(Site site, DocPath belongs, List<Entry> others, boolean required, boolean lost)
      implements KeyIssue {
    Misplaced(Site site, DocPath belongs, List<Entry> others, boolean required) {
      this(site, belongs, others, required, false);
    }

    /** The first and the others. */
    List<Entry> all() {
      List<Entry> all = new ArrayList<>(List.of(site.entry()));
      all.addAll(others);
      return all;
    }

    /** Whether the keys belong further out than they are written. */
    public boolean isTooDeep() {
      return site.path().startsWith(belongs) && !site.path().equals(belongs);
    }
  }

  /**
   * Keys whose values have become a part of them, because what separates both is not there.
   *
   * @param site the first of them
   * @param pieces all of them, in the order of the file
   */
  record Joined(Site site, List<JoinedKey> pieces) implements KeyIssue {}

  /**
   * One key that holds its value.
   *
   * @param entry the key as written, without a value
   * @param present the key alone
   * @param gap what is in the place of the separator
   */
  record JoinedKey(Entry entry, String present, Span gap) {}

  /** A mapping or list that a tool is to fill in: {@code {{ x }}}, which YAML reads as mappings. */
  record Template(Site site) implements KeyIssue {}

  /**
   * A connection that is a credential of something else.
   *
   * @param site the connection under its key
   * @param owner whose credential it is
   */
  record Foreign(Site site, String owner) implements KeyIssue {}

  /** A key that means nothing here. */
  record Unknown(Site site) implements KeyIssue {}
}
