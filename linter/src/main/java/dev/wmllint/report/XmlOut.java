package dev.wmllint.report;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML 1.0 with a line for each element. What XML cannot hold becomes U+FFFD. */
final class XmlOut implements AutoCloseable {
  private final XMLStreamWriter xml;
  private int depth;

  XmlOut(PrintStream out) {
    try {
      // The JDK's own, whatever else is on the class path; the buffer hides the writer's encoding,
      // whose name the JDK would compare with the one in the declaration.
      xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(
                  new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    step(() -> xml.writeStartDocument("UTF-8", "1.0"));
  }

  /** Opens an element, with its attributes in the order of the map. */
  void open(String name, Map<String, String> attributes) {
    step(
        () -> {
          indent();
          xml.writeStartElement(name);
          attributes(attributes);
          depth++;
        });
  }

  /** Ends the element that was opened last. */
  void end() {
    step(
        () -> {
          depth--;
          indent();
          xml.writeEndElement();
        });
  }

  /** An element without content. */
  void empty(String name, Map<String, String> attributes) {
    step(
        () -> {
          indent();
          xml.writeEmptyElement(name);
          attributes(attributes);
        });
  }

  /** An element with nothing but text in it. */
  void text(String name, Map<String, String> attributes, String text) {
    step(
        () -> {
          indent();
          xml.writeStartElement(name);
          attributes(attributes);
          xml.writeCharacters(clean(text));
          xml.writeEndElement();
        });
  }

  private void attributes(Map<String, String> attributes) throws XMLStreamException {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      // Readers turn a line end in an attribute into a blank anyway.
      String value = attribute.getValue().replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
      xml.writeAttribute(attribute.getKey(), clean(value));
    }
  }

  private void indent() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> isChar(c) ? c : 0xFFFD).forEach(out::appendCodePoint);
    return out.toString();
  }

  /**
   * The characters of XML 1.0 (production 2), but for the one that readers take for a line feed.
   */
  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE)
        || c > 0xFFFF;
  }

  /** Ends the document; what it was written to stays open. */
  @Override
  public void close() {
    step(
        () -> {
          xml.writeCharacters("\n");
          xml.writeEndDocument();
          xml.close();
        });
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  /** A print stream keeps its troubles to itself, so a failure here is a mistake of ours. */
  private static void step(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
