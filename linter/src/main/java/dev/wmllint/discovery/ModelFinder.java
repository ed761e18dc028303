package dev.wmllint.discovery;

import dev.wmllint.command.CommandAnalysis;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.file.Reach;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelKind;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.model.ProgramKinds;
import dev.wmllint.schema.Lazy;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.suppress.Directive;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds the model definition of a manifest: the one given, the one that the manifest names, the one
 * that the configuration names for it, the only fitting zip beside it, or the folder that it is in.
 * Each is read once in a run. Safe for use by several threads.
 */
public final class ModelFinder {
  /** More zips than this beside a manifest say nothing about which one is meant. */
  private static final int MAX_ZIPS = 32;

  private final ManifestSchema schema;
  private final Function<Path, ModelDefinition> opener;

  /** What was read, up to so many files in them all: a run may meet thousands of zips. */
  private final LruCache<Path, ModelDefinition> read = new LruCache<>(1 << 18, ModelFinder::weight);

  /** The zips of folders: one with thousands of manifests is not listed for each of them. */
  private final LruCache<Path, List<Path>> zips =
      new LruCache<>(1 << 14, found -> 1 + found.size());

  /**
   * A finder for the manifests of one configuration.
   *
   * @param schema knows which programs a framework has
   * @param limits what a model definition may grow to
   */
  public ModelFinder(ManifestSchema schema, ModelLimits limits) {
    this(schema, path -> ModelDefinition.open(path, limits));
  }

  /**
   * The same, for a caller that keeps what was read from one run to the next.
   *
   * @param opener reads the model definition at a path
   */
  public ModelFinder(ManifestSchema schema, Function<Path, ModelDefinition> opener) {
    this.schema = schema;
    this.opener = opener;
  }

  /** The model definition at a path, with its faults. */
  public ModelDefinition open(Path path) {
    return read.get(identity(path), () -> opener.apply(path));
  }

  private ModelDefinition open(Reach.NamedPath named) {
    return named
        .refusal()
        .map(why -> ModelDefinition.refused(named.path(), why))
        .orElseGet(() -> open(named.path()));
  }

  private static int weight(ModelDefinition model) {
    return 1 + model.fileCount();
  }

  /**
   * The same for all spellings of one path. The file system is asked: {@code link/../m.zip} is
   * beside the folder that the link leads to, and not beside the link.
   */
  public static Path identity(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath();
    }
  }

  /** A document under present names; empty when it is no mapping. */
  public Optional<Manifest> manifest(ManifestDocument document) {
    return document.root().orElse(null) instanceof MappingNode root
        ? Optional.of(Manifest.of(root, schema))
        : Optional.empty();
  }

  /**
   * The model definition that a manifest says nothing of on the command line.
   *
   * @param document the manifest, read
   * @param manifest what {@link #manifest(ManifestDocument)} says of the document
   * @param folder the manifest's folder
   * @param configured the path that the configuration names; asked only when the manifest itself
   *     names none
   */
  public Optional<ModelDefinition> find(
      ManifestDocument document,
      Optional<Manifest> manifest,
      Path folder,
      Supplier<Optional<Path>> configured) {
    Optional<Directive.Model> named = Directive.model(Directive.of(document, manifest));
    if (named.isPresent()) {
      try {
        return Optional.of(open(Reach.ofManifest(folder).named(named.get().path().text())));
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    Optional<Path> path = configured.get();
    if (path.isPresent()) {
      return Optional.of(open(path.get()));
    }
    return manifest.flatMap(known -> beside(known, folder));
  }

  /** The zips of a folder; none when they are too many to mean anything. */
  private static List<Path> zipsIn(Path folder) {
    List<Path> zips = new ArrayList<>();
    // Most folders have no zip, and to know how far one may reach takes a look at each folder
    // above.
    Lazy<Reach> reach = new Lazy<>(() -> Reach.ofManifest(folder));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        boolean zip = name.toLowerCase(Locale.ROOT).endsWith(".zip");
        if (zip && zips.size() <= MAX_ZIPS && reach.get().hasFile(name)) {
          zips.add(file);
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return zips.size() > MAX_ZIPS ? List.of() : zips;
  }

  /** The names of the zips in a folder, sorted. */
  public List<String> zipsBeside(Path folder) {
    return zips.get(folder, () -> zipsIn(folder)).stream()
        .map(zip -> zip.getFileName().toString())
        .sorted()
        .toList();
  }

  private Optional<ModelDefinition> beside(Manifest manifest, Path folder) {
    List<ModelDefinition> beside =
        zips.get(folder, () -> zipsIn(folder)).stream().map(this::open).toList();
    ProgramKinds kinds = ProgramKinds.ofAny(schema, manifest.instance());
    // Nearly any zip of data has a file without an extension: that says less than the program.
    return only(beside, kinds::areIn)
        .or(() -> folder(manifest, folder))
        .or(() -> only(beside, kinds::mayBeIn))
        .or(() -> broken(beside));
  }

  /** The zip that is there alone and damaged: it is what would be handed over. */
  private static Optional<ModelDefinition> broken(List<ModelDefinition> zips) {
    return zips.size() == 1 ? only(zips, ModelDefinition::isDamaged) : Optional.empty();
  }

  private static Optional<ModelDefinition> only(
      List<ModelDefinition> zips, Predicate<ModelDefinition> fits) {
    List<ModelDefinition> fitting = zips.stream().filter(fits).limit(2).toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** The manifest's own folder, when the command's program is in it. */
  private Optional<ModelDefinition> folder(Manifest manifest, Path folder) {
    List<ProgramRun> runs = manifest.commandAnalysis().map(CommandAnalysis::runs).orElse(List.of());
    for (ProgramRun run : runs) {
      Optional<String> program = Optional.empty();
      if (run instanceof ProgramRun.Script script) {
        program = script.place().path();
      } else if (run instanceof ProgramRun.Executable executable) {
        program = executable.place().path();
      }
      if (program.isPresent() && !program.get().isEmpty() && isFile(folder, program.get())) {
        ModelDefinition model = open(folder);
        return model.isReadable() && model.kind() == ModelKind.FOLDER
            ? Optional.of(model)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether a path that the manifest in a folder names leads to a file. */
  public static boolean isFile(Path folder, String path) {
    try {
      return Reach.ofManifest(folder).hasFile(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
