package dev.wmllint.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Finds out what is at a path, and reads it. */
final class ModelReader {
  private ModelReader() {}

  static ModelDefinition read(Path path, ModelLimits limits) {
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
}
