package dev.wmllint.model;

import dev.wmllint.text.Count;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file that should be a zip. */
final class ZipReader {
  private final FileBytes file;
  private final String fileName;
  private final ModelLimits limits;
  private final Faults faults;

  ZipReader(FileBytes file, String fileName, ModelLimits limits, Faults faults) {
    this.file = file;
    this.fileName = fileName;
    this.limits = limits;
    this.faults = faults;
  }

  /**
   * @throws UnreadableModelException when the entries cannot be known, or are too much
   */
  ModelContents read() throws IOException, UnreadableModelException {
    EndRecord end = locate();
    if (end.gap() > 0) {
      faults.add(
          new ModelFault(
              ModelRule.CORRUPT.id(),
              Count.of(end.gap(), "byte") + " between the zip's directory and its end",
              "some programs do not find the directory then; pack the model definition again",
              Optional.empty(),
              0,
              true));
    }
    List<CentralHeader> headers = CentralDirectory.read(file, end, limits);
    checkExpansion(headers);
    Map<Integer, String> linkTargets;
    try (ContentReader reader = new ContentReader(file)) {
      ContentCheck check = new ContentCheck(file, end.start(), reader, limits, faults);
      check.run(headers);
      linkTargets = check.linkTargets();
    }
    return contents(headers, linkTargets);
  }

  /**
   * The end record of a zip. Bytes before the zip are fine, as in self-extracting archives, but not
   * another kind of archive that happens to hold a zip at its end.
   *
   * @throws UnreadableModelException when the file is something else, or a broken zip
   */
  private EndRecord locate() throws IOException, UnreadableModelException {
    byte[] head = file.copy(0, FileFormat.HEAD);
    if (head.length == 0) {
      throw notAZip(FileFormat.empty());
    }
    if (startsLikeZip(head)) {
      Optional<EndRecord> end = EndRecord.find(file);
      if (end.isEmpty()) {
        throw UnreadableModelException.corrupt(
            "the zip is truncated: its central directory is missing");
      }
      return end.get();
    }
    Optional<FileFormat> binary = FileFormat.binary(head);
    if (binary.isPresent()) {
      throw notAZip(binary.get());
    }
    Optional<EndRecord> end = findAfterPrefix();
    if (end.isEmpty()) {
      throw notAZip(FileFormat.text(head).orElse(FileFormat.unknown()));
    }
    return end.get();
  }

  /** {@code PK}, and the start of any record that a zip may begin with; or less of it. */
  private static boolean startsLikeZip(byte[] head) {
    return head.length >= 2
        && head[0] == 'P'
        && head[1] == 'K'
        && (head.length < 4
            || (head[2] < 9 && head[2] + 1 == head[3])
            || (head[2] == '0' && head[3] == '0'));
  }

  private Optional<EndRecord> findAfterPrefix() throws IOException {
    try {
      return EndRecord.find(file);
    } catch (UnreadableModelException e) {
      // Some bytes of it look like the end of a zip, and that is all.
      return Optional.empty();
    }
  }

  private static UnreadableModelException notAZip(FileFormat format) {
    return new UnreadableModelException(
        ModelRule.NOT_A_ZIP,
        "model definition is " + format.description() + ", not a zip",
        format.help());
  }

  /** By the declared sizes, if they are possible: others are damaged, not bigger. */
  private void checkExpansion(List<CentralHeader> headers) throws UnreadableModelException {
    long expanded = 0;
    long packed = 0;
    for (CentralHeader header : headers) {
      expanded = add(expanded, header.isPossibleSize() ? header.size() : header.compressedSize());
      packed = add(packed, header.compressedSize());
    }
    // Entries that share bytes declare more than there are.
    long ratio = expanded / Math.max(1, Math.min(packed, file.size()));
    if (expanded > limits.maxExpandedBytes() && ratio > limits.maxRatio()) {
      throw UnreadableModelException.tooLargeExpansion(expanded, ratio, limits);
    }
  }

  private static long add(long sum, long size) {
    return sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size;
  }

  private ModelContents contents(List<CentralHeader> headers, Map<Integer, String> linkTargets)
      throws UnreadableModelException {
    List<ModelEntry> entries = new ArrayList<>(headers.size());
    Map<String, String> links = new HashMap<>();
    Set<String> folders = new HashSet<>();
    NameCheck names = new NameCheck(faults);
    Junk junk = new Junk();
    for (CentralHeader header : headers) {
      String name = EntryName.normalize(header.rawName());
      names.safe(header.rawName());
      junk.look(header.isFolder() ? name + "/" : name);
      if (header.isFolder()) {
        folders.add(name);
      } else if (name.isEmpty()) {
        nameless(header.rawName());
      } else {
        ModelEntry entry = entry(header, name, linkTargets.get(header.index()));
        entries.add(entry);
        entry.linkTarget().ifPresent(target -> links.put(name, target));
        if (!entry.isJunk()) {
          names.single(name);
        }
      }
    }
    junk.fault(fileName).ifPresent(faults::add);
    if (entries.isEmpty()) {
      throw new UnreadableModelException(
          ModelRule.EMPTY,
          "the zip has no files",
          "pack the program's files: zip -r tf-model.zip .");
    }
    ModelContents contents = new ModelContents(entries, links, folders, Set.of(), headers);
    names.filesThatAreFolders(contents);
    checkLinks(contents);
    return contents;
  }

  /** What unpacking takes for the folder itself; absolute paths have a fault of their own. */
  private void nameless(String rawName) {
    if (rawName.isEmpty()) {
      faults.add(Cause.NO_NAME, rawName);
    } else if (NameCheck.unsafe(rawName).isEmpty()) {
      faults.add(Cause.NAME_OF_THE_ROOT, rawName);
    }
  }

  /** Symbolic links that lead out of the model definition, directly or through others. */
  private void checkLinks(ModelContents contents) {
    if (contents.links().isEmpty()) {
      return;
    }
    EntryTree tree = new EntryTree(contents);
    for (ModelEntry entry : contents.entries()) {
      if (entry.linkTarget().isPresent()
          && NameCheck.unsafe(entry.rawName()).isEmpty()
          && tree.resolve(entry.name()) instanceof EntryTree.Place.Outside) {
        faults.add(Cause.LINK_OUT, entry.name(), entry.linkTarget().get());
      }
    }
  }

  private static ModelEntry entry(CentralHeader header, String name, String linkTarget) {
    return new ModelEntry(
        name,
        header.rawName(),
        header.index(),
        header.size(),
        header.executable(),
        header.isSymlink(),
        Optional.ofNullable(linkTarget));
  }
}
