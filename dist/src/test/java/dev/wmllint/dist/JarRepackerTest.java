package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarRepackerTest {
  private static final String MANIFEST =
      """
      Manifest-Version: 1.0
      Main-Class: a.Main
      Class-Path: lib/one.jar lib/two.jar

      Name: a/text
      SHA-256-Digest: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

      """;

  @TempDir private Path folder;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  @BeforeEach
  void fill() throws IOException {
    entries.put("z", bytes("last"));
    entries.put("a/", new byte[0]);
    entries.put("a/text", bytes("text\r\n"));
    entries.put("a/This.class", new byte[] {(byte) 0xCA, (byte) 0xFE});
    entries.put("META-INF/services/a.B", bytes("a.C\n"));
    entries.put("META-INF/KEY.SF", bytes("Signature-Version: 1.0\n"));
    entries.put("META-INF/KEY.RSA", new byte[] {1});
    entries.put("META-INF/KEY.EC", new byte[] {1});
    entries.put("META-INF/SIG-KEY", new byte[] {1});
    entries.put("META-INF/INDEX.LIST", bytes("JarIndex-Version: 1.0\n"));
    entries.put("META-INF/maven/KEY.SF", bytes("no signature, so deep"));
    entries.put("META-INF/MANIFEST.MF", bytes(MANIFEST));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path repacked(String name, long milliseconds) throws IOException {
    Path from = folder.resolve(name + ".from.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(from))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTime(milliseconds);
        zip.putNextEntry(header);
        zip.write(entry.getValue());
      }
    }
    Path to = folder.resolve(name + ".jar");
    new JarRepacker(Instant.parse("2026-01-02T03:04:06Z")).repack(from, to);
    return to;
  }

  @Test
  void sortsBehindTheManifestAndLeavesOutSignatures() throws IOException {
    try (ZipFile zip = new ZipFile(repacked("signed", 0).toFile())) {
      assertEquals(
          List.of(
              "META-INF/MANIFEST.MF",
              "META-INF/maven/KEY.SF",
              "META-INF/services/a.B",
              "a/This.class",
              "a/text",
              "z"),
          zip.stream().map(ZipEntry::getName).toList());
      zip.stream()
          .forEach(
              entry ->
                  assertEquals(
                      LocalDateTime.parse("2026-01-02T03:04:06"),
                      entry.getTimeLocal(),
                      entry::getName));
    }
  }

  @Test
  void keepsTheBytesOfTheRest() throws IOException {
    try (ZipFile zip = new ZipFile(repacked("kept", 0).toFile())) {
      for (String name :
          List.of(
              "z", "a/text", "a/This.class", "META-INF/services/a.B", "META-INF/maven/KEY.SF")) {
        assertArrayEquals(entries.get(name), content(zip, name), name);
      }
    }
  }

  private static byte[] content(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  @Test
  void takesTheDigestsOutOfTheManifest() throws IOException {
    try (JarFile jar = new JarFile(repacked("manifest", 0).toFile())) {
      Manifest manifest = jar.getManifest();
      assertTrue(manifest.getEntries().isEmpty(), () -> manifest.getEntries().toString());
      Attributes main = manifest.getMainAttributes();
      assertEquals("a.Main", main.getValue(Attributes.Name.MAIN_CLASS));
      assertEquals("one.jar two.jar", main.getValue(Attributes.Name.CLASS_PATH));
    }
  }

  @Test
  void sameEntriesGiveSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(repacked("first", 1_000_000_000_000L));
    Map<String, byte[]> turned = new LinkedHashMap<>();
    List<String> names = List.copyOf(entries.keySet());
    for (int i = names.size() - 1; i >= 0; i--) {
      turned.put(names.get(i), entries.get(names.get(i)));
    }
    entries.clear();
    entries.putAll(turned);
    Path second = repacked("second", 1_700_000_000_000L);
    assertNotEquals(
        -1, Files.mismatch(folder.resolve("first.from.jar"), folder.resolve("second.from.jar")));
    assertArrayEquals(first, Files.readAllBytes(second));
  }
}
