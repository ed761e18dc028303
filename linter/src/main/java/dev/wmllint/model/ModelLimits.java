package dev.wmllint.model;

/**
 * What reading a model definition may cost.
 *
 * @param maxEntries files and folders; more are {@code model-limits}
 * @param maxDirectoryBytes size of a zip's central directory; more is {@code model-limits}
 * @param maxExpandedBytes expanded size up to which any ratio is fine
 * @param maxRatio expanded size by packed size; {@code model-limits} when it is greater and the
 *     expanded size is too
 * @param maxCheckedBytes how much content is checked against its checksums; what does not fit is
 *     left unchecked, in silence
 */
public record ModelLimits(
    int maxEntries,
    long maxDirectoryBytes,
    long maxExpandedBytes,
    long maxRatio,
    long maxCheckedBytes) {
  private static final long MIB = 1024L * 1024;

  /** 50,000 entries, 100 MiB at a ratio over 100. */
  public static final ModelLimits DEFAULT =
      new ModelLimits(50_000, 32 * MIB, 100 * MIB, 100, 256 * MIB);
}
