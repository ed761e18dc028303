package dev.wmllint.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * A model definition: the zip that is submitted, or the folder it is packed from. Immutable, and
 * read at once; nothing is ever unpacked to disk.
 *
 * <p>Paths to look up are relative to the root, as in a command: {@code train.py}, {@code
 * ./src/train.py}, {@code src/../train.py}. Symbolic links are followed.
 */
public final class ModelDefinition {
  private final Path path;
  private final ModelKind kind;
  private final ModelContents contents;
  private final EntryTree tree;
  private final List<ModelFault> faults;
  private final boolean readable;
  private final boolean refused;

  ModelDefinition(
      Path path,
      ModelKind kind,
      ModelContents contents,
      List<ModelFault> faults,
      boolean readable) {
    this.path = path;
    this.kind = kind;
    this.contents = contents;
    this.tree = new EntryTree(contents);
    this.faults = List.copyOf(faults);
    this.readable = readable;
    this.refused = false;
  }

  private ModelDefinition(Path path, ModelFault refusal) {
    this.path = path;
    this.kind = ModelKind.ZIP;
    this.contents = ModelContents.NONE;
    this.tree = new EntryTree(contents);
    this.faults = List.of(refusal);
    this.readable = false;
    this.refused = true;
  }

  /** Reads a model definition. Whatever is wrong with it, or with the path, is a fault. */
  public static ModelDefinition open(Path path, ModelLimits limits) {
    Faults faults = new Faults();
    ModelKind kind = ModelKind.ZIP;
    ModelContents contents = ModelContents.NONE;
    boolean readable = false;
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        kind = ModelKind.FOLDER;
        contents = new FolderReader(path, limits, faults).read();
      } else if (attributes.isRegularFile()) {
        contents = readZip(path, limits, faults);
      } else {
        // Reading a pipe or a device may never end.
        throw notFound("is not a regular file", "give a zip, or a folder");
      }
      readable = true;
    } catch (UnreadableModelException e) {
      faults.add(e.fault());
    } catch (IOException e) {
      faults.add(notFound(e, path).fault());
    }
    return new ModelDefinition(path, kind, contents, faults.toList(), readable);
  }

  /**
   * One that must not be opened: nothing is known of it but that.
   *
   * @param why as the end of a sentence
   */
  public static ModelDefinition refused(Path path, String why) {
    String help = "put it where the manifest is, or give it on the command line";
    return new ModelDefinition(path, notFound(why, help).fault());
  }

  private static ModelContents readZip(Path path, ModelLimits limits, Faults faults)
      throws IOException, UnreadableModelException {
    try (FileChannel channel = FileChannel.open(path)) {
      FileBytes file = new FileBytes(channel);
      return new ZipReader(file, path.getFileName().toString(), limits, faults).read();
    }
  }

  /** The JDK's own texts repeat the path, or say nothing. */
  private static UnreadableModelException notFound(IOException e, Path path) {
    // Below a file there is nothing; only newer JDKs say so.
    Path parent = path.toAbsolutePath().getParent();
    if (e instanceof NoSuchFileException || (parent != null && Files.isRegularFile(parent))) {
      return notFound("does not exist", "give the path of the zip, or of its folder");
    }
    return e instanceof AccessDeniedException
        ? notFound("is not readable", "check its permissions")
        : notFound("cannot be read", "check the path, and that nothing else writes to it");
  }

  private static UnreadableModelException notFound(String what, String help) {
    return new UnreadableModelException(ModelRule.NOT_FOUND, "model definition " + what, help);
  }

  /**
   * Whether a file is an archive of any kind, by its first bytes: then it is meant as a model
   * definition, whatever its name. Not so for what cannot be read.
   */
  public static boolean isArchive(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return isArchive(in.readNBytes(FileFormat.HEAD));
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether bytes begin as an archive does. */
  public static boolean isArchive(byte[] head) {
    boolean zip = head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] < ' ';
    return zip || FileFormat.binary(head).isPresent();
  }

  public Path path() {
    return path;
  }

  /** A zip, also when the path leads to nothing or to something else. */
  public ModelKind kind() {
    return kind;
  }

  /**
   * Whether the entries are known: faults of single entries do not matter. When not, there are
   * none, and nothing can be said about what the command runs.
   */
  public boolean isReadable() {
    return readable;
  }

  /** Whether nothing must be done with its path: even a look at it is one too many. */
  public boolean isRefused() {
    return refused;
  }

  /** Whether it is a file that is no zip, or not a whole one. */
  public boolean isDamaged() {
    return faults.stream()
        .map(ModelFault::rule)
        .anyMatch(
            rule -> rule.equals(ModelRule.CORRUPT.id()) || rule.equals(ModelRule.NOT_A_ZIP.id()));
  }

  /** What is wrong, each kind once. */
  public List<ModelFault> faults() {
    return faults;
  }

  /**
   * All files, junk and links included, in the order of the zip; in a folder by name, the files of
   * a folder before those of its folders. Folders are not among them.
   */
  public List<ModelEntry> entries() {
    return contents.entries();
  }

  public int fileCount() {
    return contents.entries().size();
  }

  /** The file at a path. A link that leads out of the model definition counts as a file. */
  public Optional<ModelEntry> file(String path) {
    return tree.file(path);
  }

  /** The file at a path, or else one whose path differs only by case. */
  public Optional<ModelEntry> fileIgnoringCase(String path) {
    return tree.fileIgnoringCase(path);
  }

  public List<ModelEntry> filesNamed(String baseName) {
    return tree.filesNamed(baseName);
  }

  /** Whether a folder is at a path, with an entry of its own or not; the root is one. */
  public boolean hasFolder(String path) {
    return tree.hasFolder(path);
  }

  /**
   * Whether nothing is known about a path: it leads through a link out of the model definition, or
   * through a folder that could not be read.
   */
  public boolean isUnknown(String path) {
    return !readable || tree.isUnknown(path);
  }

  /** The folder that holds all files but junk, if there is one: the zip of a folder, not in it. */
  public Optional<String> singleRootFolder() {
    String root = "";
    for (ModelEntry entry : contents.entries()) {
      if (!entry.isJunk()) {
        int slash = entry.name().indexOf('/');
        if (slash < 0 || !(root.isEmpty() || isFirstPart(root, entry.name()))) {
          return Optional.empty();
        }
        root = root.isEmpty() ? entry.name().substring(0, slash) : root;
      }
    }
    return root.isEmpty() ? Optional.empty() : Optional.of(root);
  }

  private static boolean isFirstPart(String folder, String name) {
    return name.startsWith(folder) && name.charAt(folder.length()) == '/';
  }

  /**
   * The first bytes of a file of this model definition, at most {@code length}. Empty when they
   * cannot be had: encrypted, damaged, a link out of the folder, or the file changed since.
   */
  public Optional<byte[]> readHead(ModelEntry entry, int length) {
    if (!tree.filesNamed(entry.baseName()).contains(entry)) {
      return Optional.empty();
    }
    try {
      return kind == ModelKind.FOLDER
          ? FolderReader.head(path, entry.name(), length)
          : zipHead(contents.headers().get(entry.index()), length);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> zipHead(CentralHeader header, int length) throws IOException {
    if (header.isEncrypted() || !header.isSupportedMethod()) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(path)) {
      FileBytes file = new FileBytes(channel);
      Optional<LocalHeader> local = LocalHeader.read(file, header.offset());
      if (local.isEmpty()) {
        return Optional.empty();
      }
      try (ContentReader reader = new ContentReader(file)) {
        long limit = Math.min(length, header.size());
        Content content = reader.read(header, local.get().end(), limit, length);
        return content.wellFormed() ? Optional.of(content.head()) : Optional.empty();
      }
    }
  }
}
