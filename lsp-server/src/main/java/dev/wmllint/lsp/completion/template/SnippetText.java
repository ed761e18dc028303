package dev.wmllint.lsp.completion.template;

import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.fix.ScalarText;
import dev.wmllint.fix.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scalar with the places where the user goes on typing, in the snippet syntax of the Language
 * Server Protocol, as far as the schema uses it: {@code $1}, {@code ${1:text}}, {@code ${1|a,b|}}
 * and backslashes before the characters themselves.
 *
 * @param parts what it is put together from
 */
public record SnippetText(List<Part> parts) implements Sketch.Scalar {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "\\\\(?<escaped>.)"
              + "|\\$(?<bare>[0-9]{1,9})"
              + "|\\$\\{(?<number>[0-9]{1,9})"
              + "(:(?<text>(\\\\.|[^}\\\\])*+)|\\|(?<values>(\\\\.|[^|\\\\])*+)\\|)?\\}",
          Pattern.DOTALL);

  private static final Pattern SYNTAX = Pattern.compile("[\\\\$}]");
  private static final Pattern SYNTAX_OF_CHOICE = Pattern.compile("[\\\\$},|]");

  public SnippetText {
    parts = List.copyOf(parts);
  }

  /** Text, or a place to type at. */
  public sealed interface Part {
    String text();

    /** What stays as it is. */
    record Text(String text) implements Part {}

    /**
     * A tab stop; those with one number are typed at once.
     *
     * @param values its text, or several to choose from; never empty
     */
    record Stop(int number, List<String> values) implements Part {
      Stop(int number, String text) {
        this(number, List.of(text));
      }

      @Override
      public String text() {
        return values.get(0);
      }

      /** All values, where there are several. */
      private Stream<String> choices() {
        return values.stream().filter(value -> values.size() > 1);
      }

      private String written(UnaryOperator<String> inQuotes) {
        if (values.size() > 1) {
          return values.stream()
              .map(value -> SYNTAX_OF_CHOICE.matcher(inQuotes.apply(value)).replaceAll("\\\\$0"))
              .collect(Collectors.joining(",", "${" + number + "|", "|}"));
        }
        String text = escape(inQuotes.apply(text()));
        return "${" + number + (text.isEmpty() ? "" : ":" + text) + "}";
      }
    }
  }

  /** Reads a text; what is no tab stop is text. */
  public static SnippetText parse(String snippet) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Matcher special = SPECIAL.matcher(snippet);
    while (special.find()) {
      special.appendReplacement(plain, "");
      if (special.group("escaped") != null) {
        plain.append(special.group("escaped"));
      } else {
        addText(plain, parts);
        parts.add(stop(special));
      }
    }
    special.appendTail(plain);
    addText(plain, parts);
    return new SnippetText(parts);
  }

  private static void addText(StringBuilder plain, List<Part> parts) {
    if (plain.length() > 0) {
      parts.add(new Part.Text(plain.toString()));
      plain.setLength(0);
    }
  }

  private static Part stop(Matcher stop) {
    if (stop.group("bare") != null) {
      return new Part.Stop(Integer.parseInt(stop.group("bare")), "");
    }
    int number = Integer.parseInt(stop.group("number"));
    if (stop.group("values") != null) {
      return new Part.Stop(number, List.of(unescaped(stop.group("values")).split(",", -1)));
    }
    return new Part.Stop(
        number, Optional.ofNullable(stop.group("text")).map(SnippetText::unescaped).orElse(""));
  }

  private static String unescaped(String text) {
    return text.replaceAll("(?s)\\\\(.)", "$1");
  }

  /** Text that stands for itself, as a snippet has it. */
  public static String escape(String plain) {
    return SYNTAX.matcher(plain).replaceAll("\\\\$0");
  }

  /** The value as it stands when nothing is typed over it. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  /** Whether there is nothing to be typed. */
  public boolean isFixed() {
    return parts.stream().allMatch(Part.Text.class::isInstance);
  }

  @Override
  public String block(int column, Layout layout) {
    // Where there is nothing yet, the user types at it.
    return " " + written(!text().isEmpty() && !isPlain(false), layout);
  }

  @Override
  public String flow(boolean json, Optional<Integer> column, Layout layout) {
    return written(json || !isPlain(true), layout);
  }

  /** Whether the value needs no quotes, whichever is chosen. */
  private boolean isPlain(boolean flow) {
    return ScalarText.isPlain(text(), flow)
        && parts.stream()
            .flatMap(part -> part instanceof Part.Stop stop ? stop.choices() : Stream.empty())
            .allMatch(value -> ScalarText.isPlain(value, flow));
  }

  private String written(boolean quoted, Layout layout) {
    UnaryOperator<String> inQuotes = quoted ? SnippetText::inQuotes : UnaryOperator.identity();
    String written =
        parts.stream()
            .map(
                part ->
                    part instanceof Part.Stop stop
                        ? stop.written(inQuotes)
                        : layout.plain().apply(inQuotes.apply(part.text())))
            .collect(Collectors.joining());
    return quoted ? '"' + written + '"' : written;
  }

  private static String inQuotes(String value) {
    String quoted = DoubleQuoted.of(value);
    return quoted.substring(1, quoted.length() - 1);
  }
}
