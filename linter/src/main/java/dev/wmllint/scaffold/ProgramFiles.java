package dev.wmllint.scaffold;

import dev.wmllint.file.Reach;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of a folder, among which is perhaps the program.
 *
 * @param names sorted, without those that do not fit in one line
 * @param modules those of them that others import
 * @param mains those of them that ask for {@code __main__}
 */
record ProgramFiles(List<String> names, Set<String> modules, Set<String> mains) {
  /** A folder with more files holds more than a model definition. */
  private static final int MAX_FILES = 1_000;

  /** Among more programs than this it would be a guess. */
  private static final int MAX_READ = 50;

  private static final String PYTHON = ".py";

  ProgramFiles {
    names = names.stream().sorted().toList();
    modules = Set.copyOf(modules);
    mains = Set.copyOf(mains);
  }

  /** The files directly in a folder; none where it cannot be read, or holds too many. */
  static ProgramFiles in(Path folder) {
    List<String> names = new ArrayList<>();
    Reach reach = Reach.ofComputer(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (name.codePoints().noneMatch(Character::isISOControl) && reach.hasFile(name)) {
          names.add(name);
        }
        if (names.size() > MAX_FILES) {
          return new ProgramFiles(List.of(), Set.of(), Set.of());
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The program is only proposed: without the list it is the usual one.
      return new ProgramFiles(List.of(), Set.of(), Set.of());
    }
    return looked(folder, names);
  }

  private static ProgramFiles looked(Path folder, List<String> names) {
    List<String> python = names.stream().filter(name -> name.endsWith(PYTHON)).toList();
    Set<String> modules = new HashSet<>();
    Set<String> mains = new HashSet<>();
    if (python.size() > 1 && python.size() <= MAX_READ) {
      for (String name : python) {
        PythonFile file = PythonFile.read(folder.resolve(name));
        file.imported().stream()
            .map(module -> module + PYTHON)
            .filter(module -> !module.equals(name) && names.contains(module))
            .forEach(modules::add);
        if (file.hasMain()) {
          mains.add(name);
        }
      }
    }
    return new ProgramFiles(names, modules, mains);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /**
   * The program of a kind: the only file that no other imports, or of several the only one that is
   * called somewhat like the usual one or {@code main}, or that asks for {@code __main__}.
   *
   * @param extension with the dot
   * @param usual the name that such a program usually has
   */
  Optional<String> only(String extension, String usual) {
    String stem = usual.substring(0, usual.length() - extension.length());
    List<String> ofKind = names.stream().filter(name -> name.endsWith(extension)).toList();
    List<String> programs = ofKind.stream().filter(name -> !modules.contains(name)).toList();
    return single(ofKind, name -> true)
        .or(() -> single(programs, name -> true))
        .or(() -> single(programs, name -> name.contains(stem)))
        .or(() -> single(programs, name -> name.equals("main" + extension)))
        .or(() -> single(programs, mains::contains));
  }

  private static Optional<String> single(List<String> names, Predicate<String> wanted) {
    List<String> matching = names.stream().filter(wanted).limit(2).toList();
    return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
  }
}
