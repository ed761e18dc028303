package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.text.Edit;
import dev.wmllint.yaml.AnchorName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceEdit;

/** The anchors of a manifest and their aliases: where they are, and other names for them. */
public final class Anchors {
  private static final Pattern NAME = Pattern.compile("[^\\s,\\[\\]{}\\p{Cntrl}]+");

  private final DocumentSnapshot snapshot;
  private final LspConverter places;
  private final List<AnchorName> names;

  public Anchors(DocumentSnapshot snapshot) {
    this.snapshot = snapshot;
    this.places = snapshot.converter();
    this.names =
        snapshot.isManifest() && !snapshot.tree().isRefused()
            ? AnchorName.in(snapshot.document().source().text())
            : List.of();
  }

  private Optional<AnchorName> at(Position position) {
    int offset = places.offset(position);
    // The sign before it belongs to it.
    return names.stream()
        .filter(name -> name.span().touches(offset) || name.span().start() - 1 == offset)
        .findFirst();
  }

  private List<AnchorName> sameAs(Position position) {
    return at(position).map(one -> AnchorName.sameAs(one, names)).orElse(List.of());
  }

  /** The anchor that the alias at a position stands for. */
  public Optional<Range> definition(Position position) {
    return sameAs(position).stream()
        .filter(name -> !name.isAlias())
        .findFirst()
        .map(name -> places.range(name.span()));
  }

  /**
   * Where the anchor at a position is used.
   *
   * @param declaration whether the anchor itself is wanted too
   */
  public List<Location> references(Position position, boolean declaration) {
    return sameAs(position).stream()
        .filter(name -> declaration || name.isAlias())
        .map(name -> new Location(snapshot.document().uri(), places.range(name.span())))
        .toList();
  }

  public List<DocumentHighlight> highlights(Position position) {
    return sameAs(position).stream()
        .map(
            name ->
                new DocumentHighlight(
                    places.range(name.span()),
                    name.isAlias() ? DocumentHighlightKind.Read : DocumentHighlightKind.Write))
        .toList();
  }

  /** The name at a position, if it can have another one. */
  public Optional<Range> renamed(Position position) {
    return at(position).map(name -> places.range(name.span()));
  }

  /**
   * Another name for the anchor at a position; empty where there is none.
   *
   * @throws IllegalArgumentException if YAML or another anchor does not allow the name
   */
  public Optional<WorkspaceEdit> rename(Position position, String name, ClientAbilities client) {
    List<AnchorName> same = sameAs(position);
    if (same.isEmpty()) {
      return Optional.empty();
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("the name of an anchor has no spaces, commas or brackets");
    }
    if (names.stream().anyMatch(other -> other.name().equals(name) && !same.contains(other))) {
      throw new IllegalArgumentException("there is another anchor of that name");
    }
    List<Edit> edits = same.stream().map(one -> new Edit(one.span(), name)).toList();
    return Optional.of(WorkspaceEdits.of(snapshot.document(), edits, client));
  }
}
