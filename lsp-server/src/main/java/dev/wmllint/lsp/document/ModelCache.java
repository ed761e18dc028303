package dev.wmllint.lsp.document;

import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelKind;
import dev.wmllint.model.ModelLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The model definitions of the open manifests, read again when they have changed. */
public final class ModelCache {
  /** What a folder holds cannot be told from its own times: how long it is believed. */
  private static final long FOLDER_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** More are not kept: a workspace has few, and a check of thousands of manifests passes by. */
  private static final int MAX_KEPT = 64;

  private final Map<Path, Kept> kept = new ConcurrentHashMap<>();
  private final Map<Path, Listed> listed = new ConcurrentHashMap<>();

  private record Listed(List<String> files, long readAt) {}

  /** Tells one state of a file from the next; files replaced in one instant differ by their key. */
  private record Stamp(FileTime modified, long size, Optional<Object> key) {}

  private record Kept(
      ModelDefinition model, ModelLimits limits, Optional<Stamp> stamp, long readAt) {
    boolean isCurrent(Path path, ModelLimits asked, Optional<Stamp> now) {
      boolean same = model.path().equals(path) && limits.equals(asked);
      if (!same || stamp.isEmpty() || !stamp.equals(now)) {
        return false;
      }
      return model.kind() != ModelKind.FOLDER || isFresh(readAt);
    }
  }

  private static boolean isFresh(long readAt) {
    return System.nanoTime() - readAt < FOLDER_NANOS;
  }

  /** The model definition at a path, with its faults; the same object until the file changes. */
  ModelDefinition open(Path path, ModelLimits limits) {
    Path identity = ModelFinder.identity(path);
    Optional<Stamp> now = stamp(identity);
    Kept known = kept.get(identity);
    if (known != null && known.isCurrent(path, limits, now)) {
      return known.model;
    }
    ModelDefinition read = ModelDefinition.open(path, limits);
    if (now.isPresent()) {
      if (kept.size() >= MAX_KEPT) {
        kept.clear();
      }
      kept.put(identity, new Kept(read, limits, now, System.nanoTime()));
    }
    return read;
  }

  /** The files of a folder that may become a model definition. */
  List<String> filesIn(Path folder) {
    Listed known = listed.get(folder);
    if (known != null && isFresh(known.readAt)) {
      return known.files;
    }
    List<String> files = FolderFiles.of(folder);
    if (listed.size() >= MAX_KEPT) {
      listed.clear();
    }
    listed.put(folder, new Listed(files, System.nanoTime()));
    return files;
  }

  /** Reads everything again when it is asked for next. */
  void forget() {
    kept.clear();
    listed.clear();
  }

  private static Optional<Stamp> stamp(Path path) {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(file.lastModifiedTime(), file.size(), Optional.ofNullable(file.fileKey())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
