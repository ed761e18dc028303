package dev.wmllint.text;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON from the stream generator: an ObjectMapper takes longer to set up than a whole run. */
public final class JsonOut {
  private JsonOut() {}

  /** One value in one line; several values in a line each. */
  public static JsonGenerator compact(PrintStream out) {
    return generator(out, ObjectWriteContext.empty());
  }

  /** One value as a line, with the line's end. */
  public static String line(Consumer<JsonGenerator> value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      value.accept(json);
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
        .createGenerator(context, new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** A text, or null. */
  public static void string(JsonGenerator json, String name, Optional<String> value) {
    json.writeName(name);
    if (value.isPresent()) {
      json.writeString(value.get());
    } else {
      json.writeNull();
    }
  }

  /** An object of nothing but a text: what SARIF calls a message. */
  public static void text(JsonGenerator json, String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }
}
