package dev.wmllint.lsp.training;

import dev.wmllint.cli.WmlLint;
import dev.wmllint.report.Format;
import dev.wmllint.spi.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Does what people do with the linter and the server, in one process, for a JVM that is told to
 * archive the classes which that takes ({@code -XX:ArchiveClassesAtExit}, {@code
 * -XX:AOTCacheOutput}). What is not done here is not in the archive, and starts more slowly.
 *
 * <p>Ends with another status than 0 when something goes otherwise than it should: an archive of a
 * program that fails would be worse than none.
 */
public final class Training {
  private static final List<String> SAMPLES =
      List.of("job.yaml", "draft.yaml", "mistakes.yaml", "broken.yaml", "program/train.py");

  private final Path folder;

  private Training(Path folder) {
    this.folder = folder;
  }

  /** Trains, in a temporary folder that is removed at the end. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("wml-lint-training");
    try {
      Training training = new Training(folder.toRealPath());
      training.copySamples();
      training.commandLine();
      training.server(); // last, for it takes standard error to itself
    } finally {
      remove(folder);
    }
  }

  private void copySamples() throws IOException {
    Files.createDirectory(folder.resolve("program"));
    for (String name : SAMPLES) {
      try (InputStream in = Training.class.getResourceAsStream(name)) {
        Files.write(folder.resolve(name), in.readAllBytes());
      }
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("model.zip")))) {
      zip.putNextEntry(new ZipEntry("train.py"));
      Files.copy(folder.resolve("program/train.py"), zip);
    }
  }

  /** Checks, and what depends on them. */
  private void commandLine() {
    String model = path("model.zip");
    String mistakes = path("mistakes.yaml");
    expect(ExitCode.FINDINGS, mistakes, model);
    expect(ExitCode.FINDINGS, everyFormat(mistakes, path("broken.yaml"), model));
    expect(ExitCode.FINDINGS, "--color=always", "--statistics", folder.toString());
    expect(ExitCode.FINDINGS, "--diff", "--unsafe-fixes", mistakes);
    expect(ExitCode.FINDINGS, "--fix", path("broken.yaml"));
    expect(ExitCode.FINDINGS, path("draft.yaml"), model);
    expect(ExitCode.CLEAN, path("job.yaml"), model);
  }

  private String[] everyFormat(String... files) {
    List<String> arguments = new ArrayList<>();
    for (String label : Format.labels()) {
      arguments.add("--format=" + label + "=" + path("report." + label));
    }
    arguments.addAll(List.of(files));
    return arguments.toArray(String[]::new);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static void expect(int code, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int was = run(List.of(arguments), InputStream.nullInputStream(), out, out);
    if (was != code) {
      throw new IllegalStateException(
          "training: exit code %d, not %d, of %s%n%s"
              .formatted(
                  was, code, String.join(" ", arguments), out.toString(StandardCharsets.UTF_8)));
    }
  }

  private static int run(
      List<String> arguments, InputStream in, OutputStream out, OutputStream err) {
    return WmlLint.program(System.getenv()).run(arguments, in, out, err, false);
  }

  /** The first minute of an editor. */
  private void server() throws Exception {
    Path mistakes = folder.resolve("mistakes.yaml");
    String text = Files.readString(mistakes);
    String uri = mistakes.toUri().toString();
    Editor editor = new Editor((in, out) -> run(List.of("lsp"), in, out, System.err));
    editor.request(
        "initialize",
        """
          {"processId":%d,"rootUri":%s,"capabilities":{"textDocument":{
            "completion":{"completionItem":{"snippetSupport":true,"labelDetailsSupport":true}},
            "hover":{"contentFormat":["markdown"]},
            "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}}}}}}
          """
            .formatted(ProcessHandle.current().pid(), Editor.quoted(folder.toUri().toString())));
    editor.notify("initialized", "{}");
    editor.notify(
        "textDocument/didOpen",
        """
          {"textDocument":{"uri":%s,"languageId":"yaml","version":1,"text":%s}}"""
            .formatted(Editor.quoted(uri), Editor.quoted(text)));
    editor.awaitFindings();
    editor.notify(
        "textDocument/didChange",
        """
          {"textDocument":{"uri":%s,"version":2},"contentChanges":[{"text":"\\n",
            "range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}}]}"""
            .formatted(Editor.quoted(uri)));
    editor.awaitFindings();
    lookAround(editor, uri, text.split("\n", -1).length);
    editor.leave();
  }

  private static void lookAround(Editor editor, String uri, int lines) throws Exception {
    String document = "\"textDocument\":{\"uri\":%s}".formatted(Editor.quoted(uri));
    for (String method : List.of("documentSymbol", "foldingRange", "documentLink", "codeLens")) {
      editor.request("textDocument/" + method, "{%s}".formatted(document));
    }
    String everywhere =
        "\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":{\"line\":%d,\"character\":0}}"
            .formatted(lines);
    editor.request("textDocument/inlayHint", "{%s,%s}".formatted(document, everywhere));
    editor.request(
        "textDocument/codeAction",
        "{%s,%s,\"context\":{\"diagnostics\":[]}}".formatted(document, everywhere));
    for (int line = 0; line < lines; line++) {
      String position = "\"position\":{\"line\":%d,\"character\":4}".formatted(line);
      editor.request("textDocument/completion", "{%s,%s}".formatted(document, position));
      editor.request("textDocument/hover", "{%s,%s}".formatted(document, position));
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
