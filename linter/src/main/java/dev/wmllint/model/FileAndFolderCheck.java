package dev.wmllint.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds paths that are a file and a folder, too: unpacking can make only one of them. */
final class FileAndFolderCheck {
  private FileAndFolderCheck() {}

  static void run(ModelContents contents, Faults faults) {
    Set<String> files = new HashSet<>();
    contents.entries().forEach(entry -> files.add(entry.name()));
    List<String> paths = new ArrayList<>(files);
    paths.addAll(contents.folders());
    // What lies in a folder follows the folder then, with nothing between them.
    paths.sort(Comparator.comparing(path -> path.replace('/', '\0')));
    String clash = "";
    for (int i = 1; i < paths.size(); i++) {
      String path = paths.get(i - 1);
      String next = paths.get(i);
      boolean both = next.startsWith(path) && isEndOfPart(next, path.length());
      if (both && files.contains(path) && !path.equals(clash)) {
        clash = path;
        faults.add(Cause.FILE_AND_FOLDER, path, next.equals(path) ? path + "/" : next);
      }
    }
  }

  private static boolean isEndOfPart(String path, int at) {
    return at == path.length() || path.charAt(at) == '/';
  }
}
