package dev.wmllint.lsp.document;

import java.util.List;

/** In which units the client counts columns. */
public enum PositionEncoding {
  /** UTF-16 units: what every client understands. */
  UTF_16("utf-16"),
  /** Bytes of UTF-8. */
  UTF_8("utf-8");

  private final String label;

  PositionEncoding(String label) {
    this.label = label;
  }

  /** Its name in the protocol. */
  public String label() {
    return label;
  }

  /** The first of the client's wishes that can be met; UTF-16 where it has none. */
  public static PositionEncoding negotiate(List<String> wishes) {
    for (String wish : wishes) {
      for (PositionEncoding encoding : values()) {
        if (encoding.label.equals(wish)) {
          return encoding;
        }
      }
    }
    return UTF_16;
  }
}
