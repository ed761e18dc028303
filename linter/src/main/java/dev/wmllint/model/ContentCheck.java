package dev.wmllint.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes once through the contents of a zip, in the order in which they lie in the file: local
 * headers against the central directory, contents against their checksums, and a look at the first
 * bytes of some. Since no byte of the file is read for two entries, the cost is bounded by the
 * file's size and by the limits.
 */
final class ContentCheck {
  /** What a link points to is a path; longer ones are no links that work. */
  private static final int MAX_LINK = 4096;

  /** Links beyond these are not followed: a model definition has a handful. */
  private static final int MAX_LINKS = 1_000;

  private final FileBytes file;
  private final long end;
  private final ContentReader reader;
  private final Faults faults;
  private final Map<Integer, String> linkTargets = new HashMap<>();
  private long budget;
  private long previousEnd;
  private Optional<CentralHeader> previous = Optional.empty();

  /**
   * @param end where contents must end: the start of the central directory
   */
  ContentCheck(FileBytes file, long end, ContentReader reader, ModelLimits limits, Faults faults) {
    this.file = file;
    this.end = end;
    this.reader = reader;
    this.faults = faults;
    this.budget = limits.maxCheckedBytes();
  }

  void run(List<CentralHeader> headers) throws IOException {
    List<CentralHeader> inFileOrder = new ArrayList<>(headers);
    Collections.sort(inFileOrder);
    for (CentralHeader header : inFileOrder) {
      check(header);
    }
  }

  /** Where links point, by index of the entry; links that could not be read are not there. */
  Map<Integer, String> linkTargets() {
    return linkTargets;
  }

  private void check(CentralHeader header) throws IOException {
    String name = EntryName.normalize(header.rawName());
    Optional<LocalHeader> local = LocalHeader.read(file, header.offset());
    if (local.isEmpty() || local.get().end() > end) {
      faults.add(Cause.NO_LOCAL_HEADER, name);
      return;
    }
    if (!local.get().hasNameOf(header)) {
      faults.add(Cause.OTHER_LOCAL_NAME, name, local.get().rawName());
    }
    if (header.compressedSize() > end - local.get().end()) {
      faults.add(Cause.CUT_OFF, name);
      return;
    }
    if (header.offset() < previousEnd) {
      overlap(header, name);
      return;
    }
    previous = Optional.of(header);
    previousEnd = local.get().end() + header.compressedSize();
    boolean soundExtra = header.soundExtra() && local.get().soundExtra();
    if (header.isEncrypted()) {
      faults.add(Cause.ENCRYPTED, name);
    } else if (!header.isSupportedVersion()) {
      int version = header.versionNeeded();
      faults.add(Cause.UNSUPPORTED_VERSION, name, version / 10 + "." + version % 10);
    } else if (!header.isSupportedMethod()) {
      faults.add(Cause.UNSUPPORTED_METHOD, name, header.methodName());
    } else if (!soundExtra) {
      faults.add(Cause.EXTRA_FIELD, name);
    } else if (header.isFolder() || isSound(header, name, local.get().end())) {
      local
          .get()
          .differenceFrom(header)
          .ifPresent(part -> faults.add(Cause.OTHER_LOCAL_DATA, name, part));
    }
  }

  /** The same entry listed twice is a duplicate, which has a fault of its own. */
  private void overlap(CentralHeader header, String name) {
    CentralHeader other = previous.orElseThrow();
    if (other.offset() != header.offset() || !other.rawName().equals(header.rawName())) {
      faults.add(Cause.OVERLAP, name, EntryName.normalize(other.rawName()));
    }
  }

  /** Reads a content; true also where too much was read already to go on. */
  private boolean isSound(CentralHeader header, String name, long start) throws IOException {
    if (!header.isPossibleSize()) {
      faults.add(Cause.DAMAGED, name, "it is declared larger than it can be");
      return false;
    }
    long cost = Math.max(header.size(), header.compressedSize());
    if (cost > budget) {
      return true;
    }
    budget -= cost;
    int head = header.isSymlink() ? MAX_LINK : ContentLook.headLength(name);
    Content content = reader.read(header, start, header.size() + 1, head);
    String damage = content.damage(header);
    if (!damage.isEmpty()) {
      faults.add(Cause.DAMAGED, name, damage);
    } else if (header.isSymlink()) {
      if (header.size() <= MAX_LINK && linkTargets.size() < MAX_LINKS) {
        linkTargets.put(header.index(), new String(content.head(), StandardCharsets.UTF_8));
      }
    } else {
      ContentLook.look(name, content.head(), faults);
    }
    return damage.isEmpty();
  }
}
