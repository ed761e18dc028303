package dev.wmllint.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder to pack, and the zip beside it. */
record Folder(Path root, Path zip) {
  static Folder in(Path temp) {
    try {
      return new Folder(Files.createDirectories(temp.resolve("model")), temp.resolve("m.zip"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Folder write(String name, String content) {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Folder write(String name, byte[] content) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Folder link(String name, String target) {
    try {
      Path link = root.resolve(name);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PackRequest request(String... excluded) {
    return new PackRequest(root, zip, List.of(excluded), PackRequest.FIXED_TIME);
  }

  PackResult pack(String... excluded) throws PackException {
    return Packer.pack(request(excluded));
  }

  List<String> names(String... excluded) throws PackException {
    return pack(excluded).files().stream().map(PackedFile::name).toList();
  }

  byte[] zipped() {
    try {
      return Files.readAllBytes(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
