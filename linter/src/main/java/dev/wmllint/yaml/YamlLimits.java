package dev.wmllint.yaml;

/**
 * What a document may grow to before it is refused.
 *
 * @param maxTextLength UTF-16 units of text
 * @param maxDepth collections inside each other
 * @param maxAliasNodes nodes that all aliases stand for together, each counted with all it contains
 */
public record YamlLimits(int maxTextLength, int maxDepth, int maxAliasNodes) {
  /** 1 MiB of text, 100 levels, 1,000 nodes of alias expansion. */
  public static final YamlLimits DEFAULT = new YamlLimits(1 << 20, 100, 1_000);

  /** So many bytes are more than the longest text that is allowed, in any encoding. */
  public int maxBytes() {
    // A UTF-16 unit takes up to 3 bytes in UTF-8, and the byte order mark as many.
    return Math.addExact(Math.multiplyExact(3, maxTextLength), 4);
  }
}
