package dev.wmllint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways in which people, editors and programs write one and the same manifest. */
enum Form {
  BLOCK(Style.BLOCK, false, "\n", false),
  BLOCK_WIDE_COMMENTED(Style.WIDE, false, "\n", false),
  BLOCK_CRLF_MARK(Style.BLOCK, false, "\r\n", true),
  BLOCK_REVERSED(Style.BLOCK, true, "\n", false),
  BLOCK_FLOW_LEAVES(Style.LEAVES, false, "\r\n", false),
  FLOW_LINE(Style.FLOW_LINE, false, "\n", true),
  FLOW_LINES(Style.FLOW_LINES, false, "\r\n", false),
  JSON_LINE(Style.JSON_LINE, false, "\n", false),
  JSON_PRETTY(Style.JSON_LINES, false, "\n", true),
  JSON_PRETTY_REVERSED(Style.JSON_LINES, true, "\r\n", false);

  private enum Style {
    BLOCK,
    /** Four blanks, dashes set in, a comment behind each line. */
    WIDE,
    /** Block style, but mappings of scalars on one line. */
    LEAVES,
    FLOW_LINE,
    FLOW_LINES,
    JSON_LINE,
    JSON_LINES;

    boolean isBlock() {
      return this == BLOCK || this == WIDE || this == LEAVES;
    }

    boolean isJson() {
      return this == JSON_LINE || this == JSON_LINES;
    }

    boolean isOnLines() {
      return this == FLOW_LINES || this == JSON_LINES;
    }
  }

  private final Style style;
  private final boolean reversed;
  private final String lineEnd;
  private final boolean mark;

  Form(Style style, boolean reversed, String lineEnd, boolean mark) {
    this.style = style;
    this.reversed = reversed;
    this.lineEnd = lineEnd;
    this.mark = mark;
  }

  /** {@code block}, {@code flow} or {@code json}. */
  String family() {
    return style.isBlock() ? "block" : style.isJson() ? "json" : "flow";
  }

  /**
   * A written manifest.
   *
   * @param text with its byte order mark, when it has one
   * @param places what stands where, as offsets behind the mark: {@code key PATH}, {@code value
   *     PATH} and {@code dash PATH}; a value that is not written stands where its key does
   */
  record Written(String text, Map<String, Place> places) {
    /** {@code handle PATH} is a list item's dash or a key, {@code first} the first key. */
    Place place(String at) {
      if (at.equals("first")) {
        return places.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("key "))
            .map(Map.Entry::getValue)
            .min(Comparator.comparingInt(Place::start))
            .orElseThrow();
      }
      String dash = at.replaceFirst("^handle ", "dash ");
      return places.getOrDefault(dash, places.get(at.replaceFirst("^handle ", "key ")));
    }
  }

  /** Half-open, in UTF-16 units. */
  record Place(int start, int end) {}

  Written write(Tree tree) {
    Writer writer = new Writer();
    if (style.isBlock()) {
      writer.out.append("# 😀 one run").append(lineEnd);
      writer.block(tree, "", 0);
    } else {
      writer.flow(tree, "", 0);
      writer.out.append(lineEnd);
    }
    return new Written((mark ? "\uFEFF" : "") + writer.out, writer.places);
  }

  private final class Writer {
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Place> places = new LinkedHashMap<>();

    private List<Map.Entry<String, Tree>> order(Tree.Mapping mapping) {
      List<Map.Entry<String, Tree>> entries = new ArrayList<>(mapping.entries().entrySet());
      if (reversed) {
        Collections.reverse(entries);
      }
      return entries;
    }

    private void place(String what, String path, int start) {
      places.put(what + " " + path, new Place(start, out.length()));
    }

    private void block(Tree tree, String path, int indent) {
      boolean first = true;
      if (tree instanceof Tree.Mapping mapping) {
        for (Map.Entry<String, Tree> entry : order(mapping)) {
          out.append(" ".repeat(first && endsWithDash() ? 0 : indent));
          first = false;
          String at = child(path, entry.getKey());
          key(entry.getKey(), at, false);
          out.append(':');
          under(entry.getValue(), at, indent);
        }
      } else if (tree instanceof Tree.Items list) {
        for (int i = 0; i < list.items().size(); i++) {
          out.append(" ".repeat(first && endsWithDash() ? 0 : indent)).append('-');
          first = false;
          String at = path + "[" + i + "]";
          places.put("dash " + at, new Place(out.length() - 1, out.length()));
          item(list.items().get(i), at, indent + 2);
        }
      } else {
        inline(tree, path);
      }
    }

    private void item(Tree item, String path, int indent) {
      if (isNested(item)) {
        out.append(' ');
        block(item, path, indent);
      } else {
        inline(item, path);
      }
    }

    private boolean endsWithDash() {
      return out.length() > 1
          && out.charAt(out.length() - 2) == '-'
          && out.charAt(out.length() - 1) == ' ';
    }

    private void under(Tree value, String path, int indent) {
      int deeper = indent + (style == Style.WIDE ? 4 : 2);
      if (!isNested(value)) {
        inline(value, path);
        return;
      }
      newLine();
      block(value, path, value instanceof Tree.Items && style != Style.WIDE ? indent : deeper);
    }

    private boolean isNested(Tree value) {
      if (value instanceof Tree.Items list) {
        return !list.items().isEmpty();
      }
      if (!(value instanceof Tree.Mapping mapping) || mapping.entries().isEmpty()) {
        return false;
      }
      boolean leaf = mapping.entries().values().stream().allMatch(Tree.Scalar.class::isInstance);
      return !(style == Style.LEAVES && leaf);
    }

    private void inline(Tree value, String path) {
      if (value instanceof Tree.Scalar scalar) {
        if (!(scalar.plain() && scalar.text().isEmpty())) {
          out.append(' ');
        }
        scalar(scalar, path, false);
      } else {
        out.append(' ');
        flow(value, path, 0);
      }
      newLine();
    }

    private void newLine() {
      out.append(style == Style.WIDE ? "  # 😀" : "").append(lineEnd);
    }

    private void flow(Tree tree, String path, int indent) {
      if (tree instanceof Tree.Mapping mapping) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Tree> entry : order(mapping)) {
          separate(first, indent + 2);
          first = false;
          String at = child(path, entry.getKey());
          key(entry.getKey(), at, style.isJson());
          out.append(": ");
          flow(entry.getValue(), at, indent + 2);
        }
        close(first, '}', indent);
      } else if (tree instanceof Tree.Items list) {
        out.append('[');
        for (int i = 0; i < list.items().size(); i++) {
          separate(i == 0, indent + 2);
          int start = out.length();
          String at = path + "[" + i + "]";
          flow(list.items().get(i), at, indent + 2);
          // In flow style an item has no dash: its first char stands for it.
          places.put("dash " + at, new Place(start, start + 1));
        }
        close(list.items().isEmpty(), ']', indent);
      } else {
        scalar((Tree.Scalar) tree, path, true);
      }
    }

    private void separate(boolean first, int indent) {
      out.append(first ? "" : ",");
      if (style.isOnLines()) {
        out.append(lineEnd).append(" ".repeat(indent));
      } else if (!first) {
        out.append(' ');
      }
    }

    private void close(boolean empty, char bracket, int indent) {
      if (style.isOnLines() && !empty) {
        out.append(lineEnd).append(" ".repeat(indent));
      }
      out.append(bracket);
    }

    private void key(String key, String path, boolean json) {
      out.append(json ? "\"" : "");
      int start = out.length();
      out.append(key);
      place("key", path, start);
      out.append(json ? "\"" : "");
    }

    private void scalar(Tree.Scalar scalar, String path, boolean flow) {
      String text = scalar.text();
      boolean json = style.isJson();
      if (scalar.plain() && text.isEmpty() && !json) {
        places.put("value " + path, places.getOrDefault("key " + path, new Place(0, 0)));
        return;
      }
      if (scalar.plain() && json && (text.isEmpty() || text.equals("~"))) {
        text = "null";
      }
      boolean bare = json ? isJsonWord(text) : !isInFlow(flow) || isPlainInFlow(text);
      boolean plain = scalar.plain() && bare;
      int start = out.length();
      if (plain) {
        out.append(text);
        place("value", path, start);
        return;
      }
      out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      int inside = text.isEmpty() ? 0 : 1;
      places.put("value " + path, new Place(start + inside, out.length() - inside));
    }

    private boolean isInFlow(boolean flow) {
      return flow || style == Style.LEAVES;
    }

    private static boolean isPlainInFlow(String text) {
      return text.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0);
    }

    private static boolean isJsonWord(String text) {
      return text.matches("null|true|false|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");
    }

    private static String child(String path, String key) {
      return path.isEmpty() ? key : path + "." + key;
    }
  }
}
