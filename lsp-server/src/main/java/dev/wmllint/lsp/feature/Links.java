package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.lsp.document.ManifestCommand;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.suppress.Directive;
import dev.wmllint.text.Span;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * From words of the command to the files that they mean, and from a comment to the zip it names.
 */
public final class Links {
  private final ClientAbilities client;

  public Links(ClientAbilities client) {
    this.client = client;
  }

  /**
   * What leads somewhere.
   *
   * @param address of what it leads to
   */
  private record Link(Span span, String address, String tooltip) {}

  public List<DocumentLink> of(DocumentSnapshot snapshot) {
    LspConverter places = snapshot.converter();
    List<DocumentLink> links = new ArrayList<>();
    for (Link link : links(snapshot)) {
      DocumentLink shown = new DocumentLink(places.range(link.span()), link.address());
      if (client.linkTooltips()) {
        shown.setTooltip(link.tooltip());
      }
      links.add(shown);
    }
    return links;
  }

  /** Where the word at a position leads. */
  public Either<List<? extends Location>, List<? extends LocationLink>> definition(
      DocumentSnapshot snapshot, Position position) {
    LspConverter places = snapshot.converter();
    Optional<Range> anchor = new Anchors(snapshot).definition(position);
    if (anchor.isPresent()) {
      return anchor(snapshot.document().uri(), anchor.get());
    }
    int offset = places.offset(position);
    Optional<Link> link =
        links(snapshot).stream().filter(one -> one.span().touches(offset)).findFirst();
    Range start = LspConverter.startOfFile();
    if (client.locationLinks()) {
      return Either.forRight(
          link
              .map(to -> new LocationLink(to.address(), start, start, places.range(to.span())))
              .stream()
              .toList());
    }
    return Either.forLeft(link.map(to -> new Location(to.address(), start)).stream().toList());
  }

  private Either<List<? extends Location>, List<? extends LocationLink>> anchor(
      String uri, Range name) {
    return client.locationLinks()
        ? Either.forRight(List.of(new LocationLink(uri, name, name)))
        : Either.forLeft(List.of(new Location(uri, name)));
  }

  private List<Link> links(DocumentSnapshot snapshot) {
    List<Link> links = new ArrayList<>();
    if (snapshot.isManifest()) {
      snapshot.modelDirective().flatMap(model -> toModel(snapshot, model)).ifPresent(links::add);
      Optional<ModelDefinition> model = snapshot.model().filter(ModelDefinition::isReadable);
      if (model.isPresent()) {
        snapshot.command().ifPresent(command -> toFiles(command, model.get(), links));
      }
    }
    return links;
  }

  private static Optional<Link> toModel(DocumentSnapshot snapshot, Directive.Model model) {
    try {
      return snapshot
          .folder()
          .filter(folder -> snapshot.model().filter(ModelDefinition::isRefused).isEmpty())
          .map(folder -> folder.resolve(model.path().text()).normalize())
          .map(path -> new Link(model.path().span(), DocumentUri.of(path), "the model definition"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void toFiles(ManifestCommand command, ModelDefinition model, List<Link> links) {
    for (ManifestCommand.FileUse use : command.files()) {
      ModelEntries.find(model, use)
          .flatMap(
              entry ->
                  VirtualTexts.address(model, entry.name(), client)
                      .map(
                          address ->
                              new Link(
                                  use.span(),
                                  address,
                                  entry.name() + " in " + ModelEntries.name(model))))
          .ifPresent(links::add);
    }
  }
}
