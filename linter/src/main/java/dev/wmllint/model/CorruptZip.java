package dev.wmllint.model;

/** The ways in which a zip is broken as a whole. */
final class CorruptZip {
  private static final String FETCH_AGAIN = "copy or download it again, or pack it anew";

  private CorruptZip() {}

  static UnreadableModelException truncated() {
    return corrupt("the zip is truncated: its central directory is missing", FETCH_AGAIN);
  }

  static UnreadableModelException directory(String detail) {
    return corrupt("the central directory of the zip is damaged: " + detail, FETCH_AGAIN);
  }

  static UnreadableModelException part() {
    return corrupt("the zip is one part of a split zip", "join the parts with zip -s 0");
  }

  private static UnreadableModelException corrupt(String message, String help) {
    return new UnreadableModelException(ModelFault.of(ModelRule.CORRUPT, message, help));
  }
}
