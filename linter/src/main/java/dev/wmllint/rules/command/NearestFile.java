package dev.wmllint.rules.command;

import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.model.ModelKind;
import dev.wmllint.text.Message;
import dev.wmllint.text.Nearest;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds which file of the model definition a missing one was meant to be. Serves one command. */
final class NearestFile {
  private static final int MAX_LISTED = 3;

  /** A command with more missing files than this gets no guesses for the rest. */
  private static final int MAX_GUESSES = 20;

  /** Longer names are not compared. */
  private static final int MAX_LENGTH = 64;

  /** Files that are compared for one guess. */
  private static final int MAX_COMPARED = 2_000;

  private static final Comparator<String> SHALLOW_FIRST =
      Comparator.comparingLong(NearestFile::depth).thenComparing(Comparator.naturalOrder());

  private final ModelDefinition model;
  private final List<String> programs;
  private final Predicate<String> besideManifest;
  private final Map<String, List<ModelEntry>> byEnding = new HashMap<>();
  private final Map<String, Message> holdings = new HashMap<>();
  private int guesses;

  /**
   * @param programs how the names of the framework's programs end
   * @param besideManifest whether a file is at a path beside the manifest
   */
  NearestFile(ModelDefinition model, List<String> programs, Predicate<String> besideManifest) {
    this.model = model;
    this.programs = programs;
    this.besideManifest = besideManifest;
  }

  private static long depth(String path) {
    return path.chars().filter(c -> c == '/').count();
  }

  /**
   * What is there instead.
   *
   * @param reason why the file was not found, or what the model definition holds
   * @param files what may be meant, as paths from the root of the model definition
   */
  record Found(Message reason, List<String> files) {
    /** The file that is meant, when there is no doubt. */
    Optional<String> only() {
      return files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty();
    }
  }

  /**
   * Looks for a file.
   *
   * @param path from the root of the model definition; nothing is there
   */
  Found find(String path) {
    return inRootFolder(path)
        .or(() -> inOtherNormalization(path))
        .or(() -> inOtherCase(path))
        .or(() -> besideManifest(path))
        .or(() -> inOtherFolder(path))
        .or(() -> near(path))
        .orElseGet(() -> new Found(holds(path), List.of()));
  }

  private Optional<Found> inRootFolder(String path) {
    return model
        .singleRootFolder()
        .filter(root -> model.file(root + "/" + path).isPresent())
        .map(
            root ->
                new Found(
                    Message.of("all files are in the folder ").quoted(root),
                    List.of(root + "/" + path)));
  }

  /** Some systems keep é as one character, and others as e and an accent: both look the same. */
  private Optional<Found> inOtherNormalization(String path) {
    String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
    return path.chars().allMatch(c -> c < 0x80)
        ? Optional.empty()
        : model.entries().stream()
            .map(ModelEntry::name)
            .filter(name -> Normalizer.normalize(name, Normalizer.Form.NFC).equals(composed))
            .findFirst()
            .map(
                name ->
                    new Found(
                        Message.of("the names differ in their Unicode normalization alone"),
                        List.of(name)));
  }

  private Optional<Found> inOtherCase(String path) {
    return model
        .fileIgnoringCase(path)
        .map(entry -> new Found(Message.of("upper and lower case differ"), List.of(entry.name())));
  }

  private Optional<Found> besideManifest(String path) {
    return model.kind() == ModelKind.ZIP && besideManifest.test(path)
        ? Optional.of(
            new Found(Message.of("it is beside the manifest: rebuild the zip"), List.of()))
        : Optional.empty();
  }

  private Optional<Found> inOtherFolder(String path) {
    List<String> files =
        model.filesNamed(baseName(path)).stream()
            .filter(entry -> !entry.isJunk())
            .map(ModelEntry::name)
            .sorted(SHALLOW_FIRST)
            .toList();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(Message.of("it is elsewhere"), files));
  }

  /** Of the files with the same extension those with the nearest name, in the same folder first. */
  private Optional<Found> near(String path) {
    if (guesses++ >= MAX_GUESSES) {
      return Optional.empty();
    }
    String stem = stem(path);
    String extension = extension(path);
    // Any letter is one slip away from any other: of a name as short as that the rest must fit.
    if (stem.length() < 2 && extension.isEmpty()) {
      return Optional.empty();
    }
    TreeMap<Integer, List<String>> byRank =
        withEnding(extension).stream()
            .limit(MAX_COMPARED)
            .map(ModelEntry::name)
            .filter(name -> isNear(stem, stem(name)))
            .collect(
                Collectors.groupingBy(name -> rank(path, name), TreeMap::new, Collectors.toList()));
    return byRank.values().stream().findFirst().map(files -> new Found(Message.EMPTY, files));
  }

  private static int rank(String path, String name) {
    int farther = folder(path).equals(folder(name)) ? 0 : 1;
    return 2 * distance(stem(path), stem(name)) + farther;
  }

  /** One slip in a short name, more in a long one: {@code train} is not {@code main}. */
  static boolean isNear(String stem, String other) {
    return stem.length() <= MAX_LENGTH
        && other.length() <= MAX_LENGTH
        && distance(stem, other) <= Math.max(1, stem.length() / 4);
  }

  private static int distance(String stem, String other) {
    return Nearest.distance(stem.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  /** The same for all missing files of an extension. */
  private Message holds(String path) {
    String extension = extension(path);
    boolean plain = extension.substring(Math.min(1, extension.length())).matches("[a-z]\\w*");
    return holdings.computeIfAbsent(plain ? extension : "", this::holdsOf);
  }

  private Message holdsOf(String extension) {
    List<ModelEntry> files = withEnding(extension);
    if (files.isEmpty()) {
      return extension.isEmpty()
          ? Message.EMPTY
          : Message.of("the model definition has no ").piece(extension).text(" file");
    }
    List<String> shown =
        files.stream().map(ModelEntry::name).sorted(SHALLOW_FIRST).limit(MAX_LISTED).toList();
    int more = files.size() - shown.size();
    return Message.of("the model definition has: ")
        .add(Message.ofPieces(shown))
        .text(more > 0 ? " and " + more + " more" : "");
  }

  /** The files with an extension; without one, the programs. */
  private List<ModelEntry> withEnding(String extension) {
    List<String> endings = extension.isEmpty() ? programs : List.of(extension);
    return byEnding.computeIfAbsent(
        extension,
        key ->
            model.entries().stream()
                .filter(entry -> !entry.isJunk())
                .filter(entry -> endings.contains(extension(entry.baseName())))
                .toList());
  }

  static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** With the dot, in lower case; empty where there is none. */
  static String extension(String path) {
    String base = baseName(path);
    int dot = base.lastIndexOf('.');
    return dot <= 0 ? "" : base.substring(dot).toLowerCase(Locale.ROOT);
  }

  static String stem(String path) {
    String base = baseName(path);
    int dot = base.lastIndexOf('.');
    return dot <= 0 ? base : base.substring(0, dot);
  }
}
