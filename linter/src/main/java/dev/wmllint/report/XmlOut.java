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
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens an element, with its attributes in the order of the map. */
  void open(String name, Map<String, String> attributes) {
    try {
      indent();
      xml.writeStartElement(name);
      attributes(attributes);
      depth++;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  void close(String name) {
    try {
      depth--;
      indent();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** An element without content. */
  void empty(String name, Map<String, String> attributes) {
    try {
      indent();
      xml.writeEmptyElement(name);
      attributes(attributes);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element with nothing but text in it. */
  void text(String name, Map<String, String> attributes, String text) {
    try {
      indent();
      xml.writeStartElement(name);
      attributes(attributes);
      xml.writeCharacters(clean(text));
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
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

  /** The characters of XML 1.0 (production 2); a carriage return would be read as a line feed. */
  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c -> {
              boolean legal =
                  c == '\t'
                      || c == '\n'
                      || (c >= 0x20 && c < 0xD800)
                      || (c >= 0xE000 && c < 0xFFFE)
                      || c > 0xFFFF;
              return legal ? c : 0xFFFD;
            })
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Ends the document; what it was written to stays open. */
  @Override
  public void close() {
    try {
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
