package dev.wmllint.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The program as a user runs it, in a folder of its own; without a process around it. */
public final class Cli {
  private final Path folder;

  /** With a time of its own: the output of two runs is compared. */
  private final Map<String, String> environment = new HashMap<>(Map.of("SOURCE_DATE_EPOCH", "0"));

  private String input = "";
  private boolean interactive;
  private Console.Watcher watcher = Console.Watcher.NOBODY;

  public Cli(Path folder) {
    this.folder = folder;
  }

  /** What a run put out; the folder is taken out of all paths. */
  public record Outcome(int exitCode, String out, String err) {}

  /** Writes a file; returns its path as an argument. */
  public String write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public String write(String name, byte[] bytes) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
      return path.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a zip of small files. */
  public String zip(String name, String... entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write("print(1)\n".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return write(name, bytes.toByteArray());
  }

  public String path(String name) {
    return folder.resolve(name).toString();
  }

  /** Reports have the present time then. */
  public Cli withoutDate() {
    environment.remove("SOURCE_DATE_EPOCH");
    return this;
  }

  public Cli environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Cli input(String text) {
    input = text;
    return this;
  }

  /** Standard input as it is typed by a person who is asked. */
  public Cli typed(String text) {
    interactive = true;
    return input(text);
  }

  /** Whether somebody sees standard error, and a clock of one's own. */
  Cli watched(BooleanSupplier seesErrors, LongSupplier nanos) {
    watcher =
        new Console.Watcher(
            () -> seesErrors.getAsBoolean() ? Console.Sink.TERMINAL : Console.Sink.OTHER,
            watcher.output(),
            nanos);
    return this;
  }

  /** What standard output is. */
  Cli output(Console.Sink sink) {
    watcher = new Console.Watcher(watcher.errors(), () -> sink, watcher.clock());
    return this;
  }

  public Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int code =
        new WmlLint(environment, () -> List.of(), watcher)
            .run(List.of(arguments), in, out, err, interactive);
    return new Outcome(code, text(out), text(err));
  }

  private String text(ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replace(folder + "/", "")
        .replace(folder.toString(), ".");
  }
}
