package dev.wmllint.lsp.completion.propose;

import dev.wmllint.command.Place;
import dev.wmllint.lsp.completion.propose.Proposal.Face;
import dev.wmllint.lsp.completion.template.CommandTemplates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of the model definition as the command names them, from the folder that it runs in.
 * Folder by folder; programs of the framework's kind from all folders below.
 */
final class ModelFiles {
  /** More than anybody scrolls through: a letter typed narrows them down. */
  static final int MAX = 200;

  private final List<String> files;
  private final Optional<String> folder;
  private final List<String> extensions;

  /**
   * The files for a word of a command.
   *
   * @param files their paths, from the folder that the command starts in
   * @param folder that the word is in
   * @param extensions how the framework's programs end
   */
  ModelFiles(List<String> files, Place folder, List<String> extensions) {
    this.files = files;
    this.folder = folder.path();
    this.extensions = extensions;
  }

  /** What is below the folder that a word names so far. */
  List<Face> below(String typed) {
    String prefix = typed.substring(0, typed.lastIndexOf('/') + 1);
    Optional<String> base =
        prefix.startsWith("/")
            ? Optional.empty()
            : folder.flatMap(path -> Place.ROOT.resolve(path).resolve(prefix).path());
    if (base.isEmpty()) {
      return List.of();
    }
    String start = base.get().isEmpty() ? "" : base.get() + "/";
    Map<String, Face> found = new TreeMap<>();
    for (String name : files) {
      if (name.startsWith(start)) {
        String rest = name.substring(start.length());
        int slash = rest.indexOf('/');
        boolean program = CommandTemplates.isProgram(rest, extensions);
        if (slash < 0 || program) {
          put(found, prefix + rest, ProposalKind.FILE, program ? "program" : "");
        }
        if (slash >= 0) {
          put(found, prefix + rest.substring(0, slash + 1), ProposalKind.FOLDER, "folder");
        }
      }
    }
    return sorted(found.values().stream());
  }

  private static void put(
      Map<String, Face> found, String text, ProposalKind kind, String description) {
    if (CommandTemplates.isPlain(text)) {
      found.putIfAbsent(text, Face.of(text, kind, description));
    }
  }

  /** The modules of Python, as {@code python -m} names them. */
  List<Face> modules() {
    List<Face> found = new ArrayList<>();
    String start = folder.filter(path -> !path.isEmpty()).map(path -> path + "/").orElse("");
    for (String name : files) {
      if (name.startsWith(start) && name.endsWith(".py")) {
        String module = name.substring(start.length(), name.length() - 3);
        module = module.endsWith("/__main__") ? module.substring(0, module.length() - 9) : module;
        if (!module.endsWith("__init__") && CommandTemplates.isPlain(module)) {
          found.add(Face.of(module.replace('/', '.'), ProposalKind.MODULE, "module"));
        }
      }
    }
    return sorted(found.stream());
  }

  private static List<Face> sorted(Stream<Face> found) {
    return found
        .sorted(
            Comparator.comparing((Face file) -> !file.description().equals("program"))
                .thenComparing(file -> file.kind() == ProposalKind.FOLDER)
                .thenComparing(file -> file.label().chars().filter(c -> c == '/').count())
                .thenComparing(Face::label))
        .limit(MAX)
        .toList();
  }
}
