package dev.wmllint.model;

/** Names of compression methods (APPNOTE 4.4.5). */
final class CompressionMethod {
  private CompressionMethod() {}

  /** The number, and what people call it. */
  static String describe(int method) {
    String name =
        switch (method) {
          case 1 -> "shrunk";
          case 2, 3, 4, 5 -> "reduced";
          case 6 -> "imploded";
          case 9 -> "deflate64";
          case 12 -> "bzip2";
          case 14 -> "LZMA";
          case 20, 93 -> "Zstandard";
          case 95 -> "XZ";
          case 96 -> "JPEG";
          case 97 -> "WavPack";
          case 98 -> "PPMd";
          default -> "";
        };
    return name.isEmpty() ? Integer.toString(method) : method + " (" + name + ")";
  }
}
