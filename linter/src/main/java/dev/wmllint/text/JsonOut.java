package dev.wmllint.text;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON from the stream generator: an ObjectMapper takes longer to set up than a whole run. */
public final class JsonOut {
  private JsonOut() {}

  /** One value in one line; several values in a line each. */
  public static JsonGenerator compact(PrintStream out) {
    return generator(out, ObjectWriteContext.empty());
  }

  /** One value as a line, with the line's end. */
  public static String line(JsonNode value) {
    StringWriter out = new StringWriter();
    Writer safe = new EscapingWriter(out);
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), safe)) {
      write(json, value);
    }
    return out + "\n";
  }

  /** One value in many lines. */
  public static JsonGenerator pretty(PrintStream out) {
    return generator(
        out,
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter()
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        });
  }

  private static JsonGenerator generator(PrintStream out, ObjectWriteContext context) {
    return JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .rootValueSeparator("\n")
        .build()
        // Through a writer, since half of a surrogate pair is an error to the generator of bytes.
        .createGenerator(
            context, new EscapingWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
  }

  /** An empty object, to be filled and {@linkplain #write written}. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** Writes a property whose value is a tree. */
  public static void write(JsonGenerator json, String name, JsonNode node) {
    json.writeName(name);
    write(json, node);
  }

  public static void write(JsonGenerator json, JsonNode node) {
    if (node.isObject()) {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        write(json, property.getKey(), property.getValue());
      }
      json.writeEndObject();
    } else if (node.isArray()) {
      json.writeStartArray();
      node.forEach(item -> write(json, item));
      json.writeEndArray();
    } else if (node.isString()) {
      json.writeString(node.stringValue());
    } else if (node.isNumber()) {
      json.writeNumber(node.longValue());
    } else if (node.isBoolean()) {
      json.writeBoolean(node.booleanValue());
    } else {
      json.writeNull();
    }
  }
}
