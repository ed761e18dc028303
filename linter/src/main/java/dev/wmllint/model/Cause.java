package dev.wmllint.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What can be wrong with an entry. All entries with one cause make one fault. In the message, the
 * first {@code %s} is the entry's name, the second a detail of the cause.
 */
enum Cause {
  NO_NAME(
      ModelRule.CORRUPT, "an entry of the zip has no name%s", "pack the model definition again"),
  NAME_OF_THE_ROOT(
      ModelRule.CORRUPT,
      "an entry of the zip is a file named '%s', which means the folder itself",
      "pack the model definition again"),
  FILE_AND_FOLDER(
      ModelRule.CORRUPT,
      "%s is a file of the zip and a folder, too: %s",
      "only one of the two can be unpacked; rename one"),
  NO_LOCAL_HEADER(
      ModelRule.CORRUPT,
      "%s is not where the central directory says",
      "copy or download the zip again, or pack it again"),
  OTHER_LOCAL_NAME(
      ModelRule.CORRUPT,
      "%s has another name in its local header: %s",
      "pack the model definition again"),
  OTHER_LOCAL_DATA(
      ModelRule.CORRUPT,
      "%s has another %s in its local header than in the central directory",
      "copy or download the zip again, or pack it again"),
  EXTRA_FIELD(
      ModelRule.CORRUPT,
      "the extra field of %s is damaged: a part of it is longer than the whole",
      "copy or download the zip again, or pack it again"),
  CUT_OFF(
      ModelRule.CORRUPT,
      "the content of %s does not fit into the zip",
      "copy or download the zip again, or pack it again"),
  OVERLAP(
      ModelRule.CORRUPT,
      "%s lies over another entry of the zip: %s",
      "no packer writes this; pack the model definition again"),
  UNSUPPORTED_VERSION(
      ModelRule.CORRUPT,
      "%s needs version %s of the zip format, which does not exist",
      "copy or download the zip again, or pack it again"),
  UNSUPPORTED_METHOD(
      ModelRule.CORRUPT,
      "%s has unsupported compression method %s",
      "only stored and deflated entries are supported; repack with zip -r"),
  DAMAGED(
      ModelRule.CORRUPT,
      "the content of %s is damaged: %s",
      "copy or download the zip again, or pack it again"),

  ENCRYPTED(
      ModelRule.ENCRYPTED, "%s is encrypted", "the service has no password; pack without one"),

  PARENT_PATH(
      ModelRule.UNSAFE_ENTRY,
      "%s would be unpacked outside of the folder",
      "pack from inside the folder, so that no name has a .. part"),
  ABSOLUTE_PATH(
      ModelRule.UNSAFE_ENTRY,
      "%s is an absolute path",
      "pack from inside the folder, so that all names are relative"),
  DRIVE_LETTER(
      ModelRule.UNSAFE_ENTRY,
      "%s starts with a drive letter",
      "pack from inside the folder, so that all names are relative"),
  CONTROL_CHARACTER(
      ModelRule.UNSAFE_ENTRY,
      "%s has a control character in its name",
      "rename the file and pack again"),
  BACKSLASH(
      ModelRule.UNSAFE_ENTRY,
      "%s has a backslash in its name",
      "zip separates folders with /; repack with a tool that does so"),
  LINK_OUT(
      ModelRule.UNSAFE_ENTRY,
      "%s is a symbolic link out of the model definition: %s",
      "pack the file itself: zip -r follows links, zip -y does not"),

  LINK_OUT_OF_FOLDER(
      ModelRule.UNSAFE_ENTRY,
      "%s is a symbolic link out of the model definition: %s",
      "put what it points to in its place"),

  DUPLICATE(
      ModelRule.DUPLICATE_ENTRY,
      "%s is in the zip twice",
      "only one of the two will be there after unpacking"),
  DUPLICATE_BY_CASE(
      ModelRule.DUPLICATE_ENTRY,
      "%s differs only by case from %s",
      "on many file systems one of the two replaces the other; rename one"),

  MANIFEST(
      ModelRule.JUNK,
      "%s is a training manifest",
      "the manifest is submitted beside the zip; leave it out"),

  HTML_PROGRAM(
      ModelRule.PROGRAM_IS_HTML,
      "%s is an HTML page, not a program",
      "a web page was saved in place of the file; download the raw file");

  private final ModelRule rule;
  private final String message;
  private final String help;

  Cause(ModelRule rule, String message, String help) {
    this.rule = rule;
    this.message = message;
    this.help = help;
  }

  /** The fault of the first entry; names are made printable here. */
  ModelFault fault(String entry, String detail) {
    String words =
        String.format(Locale.ROOT, message, EntryName.shown(entry), EntryName.shown(detail));
    return new ModelFault(rule.id(), words, help, Optional.of(entry), 0);
  }
}
