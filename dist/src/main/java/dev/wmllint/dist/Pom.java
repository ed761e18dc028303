package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What the POM of a library says of it, or, where it is silent, the nearest of its parents. See <a
 * href="https://maven.apache.org/pom.html">the reference of the POM</a>.
 */
final class Pom {
  /**
   * A licence as it is named there.
   *
   * @param url of its text, perhaps empty
   */
  record License(String name, String url) {}

  /** The POM, its parent, and so on. */
  private final List<Element> line;

  private Pom(List<Element> line) {
    this.line = line;
  }

  /** Reads a POM whose parents lie beside it, named as in a repository. */
  static Pom read(Path file) throws IOException {
    List<Element> line = new ArrayList<>();
    Optional<Path> next = Optional.of(file);
    while (next.isPresent()) {
      Element project = parse(next.get());
      line.add(project);
      next =
          child(project, "parent")
              .map(parent -> text(parent, "artifactId") + "-" + text(parent, "version") + ".pom")
              .map(file::resolveSibling);
    }
    return new Pom(line);
  }

  private static Element parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("no POM: " + file, e);
    }
  }

  String group() {
    return nearest(project -> filled(text(project, "groupId"))).orElse("");
  }

  /** Group, artefact and version, with colons between them. */
  String coordinates() {
    return group()
        + ":"
        + text(line.get(0), "artifactId")
        + ":"
        + nearest(project -> filled(text(project, "version"))).orElse("");
  }

  /** Empty where no licence is named. */
  List<License> licenses() {
    return nearest(project -> child(project, "licenses"))
        .map(
            licenses ->
                children(licenses, "license")
                    .map(license -> new License(text(license, "name"), text(license, "url")))
                    .toList())
        .orElse(List.of());
  }

  /** A web address where the sources can be had: of the repository, else of the project. */
  Optional<String> source() {
    return nearest(project -> child(project, "scm").flatMap(Pom::address))
        .or(() -> nearest(Pom::address));
  }

  /** Of the web: a repository may also be named as {@code git@host:path}. */
  private static Optional<String> address(Element parent) {
    return Optional.of(text(parent, "url")).filter(url -> url.matches("https?://.+"));
  }

  private <T> Optional<T> nearest(Function<Element, Optional<T>> said) {
    return line.stream().map(said).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(filled -> !filled.isEmpty());
  }

  private static String text(Element parent, String name) {
    return child(parent, name).map(child -> child.getTextContent().strip()).orElse("");
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent, name).findFirst();
  }

  private static Stream<Element> children(Element parent, String name) {
    return Stream.<Node>iterate(parent.getFirstChild(), node -> node != null, Node::getNextSibling)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(child -> child.getTagName().equals(name));
  }
}
