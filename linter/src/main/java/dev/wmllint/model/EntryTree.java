package dev.wmllint.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds entries by path, through symbolic links, as a shell in the unpacked folder would. */
final class EntryTree {
  /** As Linux has it: more links than this in one path are ELOOP. */
  private static final int MAX_LINKS = 40;

  /** Chars looked up for one path: chains of long links must not add up. */
  private static final int MAX_LOOKUP = 200_000;

  /** Of two entries with one name, unpacking leaves the last. */
  private final Map<String, ModelEntry> files = new HashMap<>();

  private final Map<String, ModelEntry> filesInLowerCase = new HashMap<>();
  private final Map<String, List<ModelEntry>> filesByBaseName = new HashMap<>();
  private final Map<String, String> links;
  private final Set<String> folders;
  private final Set<String> unread;

  /** Paths of all files and folders: all that lies in a folder is one run of them. */
  private final String[] sorted;

  EntryTree(ModelContents contents) {
    this.links = contents.links();
    this.folders = contents.folders();
    this.unread = contents.unread();
    List<String> paths = new ArrayList<>(folders);
    for (ModelEntry entry : contents.entries()) {
      paths.add(entry.name());
      files.put(entry.name(), entry);
      filesInLowerCase.putIfAbsent(entry.name().toLowerCase(Locale.ROOT), entry);
      filesByBaseName.computeIfAbsent(entry.baseName(), name -> new ArrayList<>(1)).add(entry);
    }
    sorted = paths.toArray(new String[0]);
    Arrays.sort(sorted);
  }

  /** Where a path leads. */
  sealed interface Place {
    /** A path of the tree without links, dots and doubled slashes; nothing need be there. */
    record Inside(String path) implements Place {}

    /** Out of the tree, by the link of that path; empty when the path itself climbs out. */
    record Outside(String link) implements Place {}

    /** Links in a circle, or too many of them. */
    record Unresolved() implements Place {}
  }

  Place resolve(String path) {
    if (path.startsWith("/")) {
      return new Place.Outside("");
    }
    Deque<String> rest = new ArrayDeque<>();
    push(rest, path);
    StringBuilder current = new StringBuilder();
    String lastLink = "";
    int linksFollowed = 0;
    int lookedUp = 0;
    while (!rest.isEmpty()) {
      String part = rest.pop();
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        if (current.isEmpty()) {
          return new Place.Outside(lastLink);
        }
        current.setLength(Math.max(0, current.lastIndexOf("/")));
        continue;
      }
      int folder = current.length();
      current.append(folder == 0 ? "" : "/").append(part);
      if (links.isEmpty()) {
        continue;
      }
      lookedUp += current.length();
      String target = links.get(current.toString());
      if (target == null) {
        continue;
      }
      lastLink = current.toString();
      if (target.startsWith("/")) {
        return new Place.Outside(lastLink);
      }
      if (++linksFollowed > MAX_LINKS || lookedUp > MAX_LOOKUP) {
        return new Place.Unresolved();
      }
      current.setLength(folder);
      push(rest, target);
    }
    return new Place.Inside(current.toString());
  }

  private static void push(Deque<String> rest, String path) {
    int end = path.length();
    while (end >= 0) {
      int slash = path.lastIndexOf('/', end - 1);
      rest.push(path.substring(slash + 1, end));
      end = slash;
    }
  }

  Optional<ModelEntry> file(String path) {
    Place place = resolve(path);
    if (place instanceof Place.Inside inside) {
      return Optional.ofNullable(files.get(inside.path()));
    }
    // A link out of the tree is there, whatever it leads to.
    return place instanceof Place.Outside outside
            && outside.link().equals(EntryName.normalize(path))
        ? Optional.ofNullable(files.get(outside.link()))
        : Optional.empty();
  }

  Optional<ModelEntry> fileIgnoringCase(String path) {
    Optional<ModelEntry> exact = file(path);
    if (exact.isPresent()) {
      return exact;
    }
    return resolve(path) instanceof Place.Inside inside
        ? Optional.ofNullable(filesInLowerCase.get(inside.path().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  List<ModelEntry> filesNamed(String baseName) {
    return List.copyOf(filesByBaseName.getOrDefault(baseName, List.of()));
  }

  boolean hasFolder(String path) {
    if (!(resolve(path) instanceof Place.Inside inside)) {
      return false;
    }
    if (inside.path().isEmpty() || folders.contains(inside.path())) {
      return true;
    }
    String prefix = inside.path() + "/";
    int at = Arrays.binarySearch(sorted, prefix);
    int next = at >= 0 ? at : -at - 1;
    return next < sorted.length && sorted[next].startsWith(prefix);
  }

  boolean isUnknown(String path) {
    Place place = resolve(path);
    if (place instanceof Place.Outside outside) {
      return !outside.link().isEmpty();
    }
    if (!(place instanceof Place.Inside inside)) {
      return true;
    }
    if (unread.isEmpty()) {
      return false;
    }
    String at = inside.path();
    while (!at.isEmpty()) {
      if (unread.contains(at)) {
        return true;
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return unread.contains("");
  }
}
