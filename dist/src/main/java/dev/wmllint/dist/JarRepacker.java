package dev.wmllint.dist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars so that their classes can be archived: without signatures, which class-data sharing
 * cannot keep its promise to. The same jar gives the same bytes.
 *
 * @param time of all entries
 */
record JarRepacker(Instant time) {
  /** What makes a jar a signed one, and an index that names entries which are gone. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("META-INF/([^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]+|INDEX\\.LIST)");

  private static final String MANIFEST = JarFile.MANIFEST_NAME;

  void repack(Path from, Path to) throws IOException {
    Map<String, byte[]> entries = read(from);
    try (OutputStream out = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      // First, where readers of streams look for it.
      if (entries.containsKey(MANIFEST)) {
        write(zip, MANIFEST, manifest(entries.remove(MANIFEST)));
      }
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        write(zip, entry.getKey(), entry.getValue());
      }
    }
  }

  private Map<String, byte[]> read(Path from) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(from.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory() && !LEFT_OUT.matcher(entry.getName()).matches()) {
          entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    }
    return entries;
  }

  /** Without the digests of the signature; and all jars of the image lie in one folder. */
  private static byte[] manifest(byte[] bytes) throws IOException {
    Manifest manifest = new Manifest(new ByteArrayInputStream(bytes));
    manifest.getEntries().clear();
    Attributes main = manifest.getMainAttributes();
    String classPath = main.getValue(Attributes.Name.CLASS_PATH);
    if (classPath != null) {
      main.put(Attributes.Name.CLASS_PATH, classPath.replace("lib/", ""));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }

  private void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
