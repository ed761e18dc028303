package dev.wmllint.credentials;

import dev.wmllint.text.Position;
import dev.wmllint.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON values of a text: of a file that holds nothing else, or of what a command printed,
 * between other lines.
 */
final class JsonInText {
  private static final int MAX_LEVELS = 100;

  /** What a command prints has a few. */
  private static final int MAX_VALUES = 1_000;

  /** What is printed for people begins otherwise: {@code [OK]}, {@code {name}}. */
  private static final Pattern START =
      Pattern.compile("(?m)^[ \\t]*+(?=\\{\\s*[\"}]|\\[\\s*[{\\[\\]])");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MAX_LEVELS).build())
          .build();

  private final SourceText source;
  private final char[] chars;

  private JsonInText(SourceText source) {
    this.source = source;
    this.chars = source.text().toCharArray();
  }

  /**
   * All values; none where the text holds no JSON.
   *
   * @throws CredentialException where JSON is not well-formed, or gives a key twice
   */
  static List<JsonNode> read(SourceText source) throws CredentialException {
    return new JsonInText(source).values();
  }

  private List<JsonNode> values() throws CredentialException {
    String text = source.text();
    List<JsonNode> values = new ArrayList<>();
    int start = text.length() - text.stripLeading().length();
    if (!text.startsWith("{", start) && !text.startsWith("[", start)) {
      start = next(0);
    }
    while (start < text.length()) {
      if (values.size() == MAX_VALUES) {
        throw new CredentialException("more than " + MAX_VALUES + " JSON values are no credential");
      }
      start = next(value(start, values));
    }
    return values;
  }

  /** The next line that begins JSON, at or after an offset. */
  private int next(int offset) {
    Matcher matcher = START.matcher(source.text());
    return matcher.find(offset) ? matcher.end() : source.text().length();
  }

  /** Adds the value at an offset; returns the offset after it. */
  private int value(int start, List<JsonNode> values) throws CredentialException {
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), chars, start, chars.length - start)) {
      try {
        parser.nextToken();
        values.add(value(parser, start));
        return start + offset(parser.currentLocation().getCharOffset());
      } catch (StreamConstraintsException e) {
        throw new CredentialException(
            "the JSON is nested deeper than "
                + MAX_LEVELS
                + " levels, or has a number without end");
      } catch (UnexpectedEndOfInputException e) {
        throw new CredentialException("the JSON ends too early: its end is missing");
      } catch (JacksonException e) {
        throw new CredentialException(
            "the JSON is not well-formed at "
                + place(start + offset(e.getLocation().getCharOffset())));
      }
    }
  }

  private static int offset(long offset) {
    return (int) Math.max(0, offset);
  }

  /** Numbers are texts, as they are written. */
  private JsonNode value(JsonParser parser, int start) throws CredentialException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser, start);
      case START_ARRAY -> {
        ArrayNode items = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser, start));
        }
        yield items;
      }
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          NODES.stringNode(parser.getString());
      default -> NODES.nullNode();
    };
  }

  private ObjectNode members(JsonParser parser, int start) throws CredentialException {
    ObjectNode members = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (members.has(name)) {
        throw new CredentialException(
            "the key '"
                + Names.shown(name)
                + "' is given twice in one object, again at "
                + place(start + offset(parser.currentTokenLocation().getCharOffset())));
      }
      parser.nextToken();
      members.set(name, value(parser, start));
    }
    return members;
  }

  private String place(int offset) {
    Position position = source.lines().position(Math.min(offset, source.text().length()));
    return "line " + (position.line() + 1) + ", column " + (position.column() + 1);
  }
}
