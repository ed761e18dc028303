package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a package brings to read: the page of the manual and the completion scripts, where {@code
 * man} and the shells look below a prefix such as {@code /usr/local}, which the program of the
 * image writes itself; and the texts beside them.
 */
final class Documents {
  private static final String PAGE = "share/man/man1/wml-lint.1";

  private static final Map<String, List<String>> MADE =
      Map.of(
          PAGE,
          List.of("man"),
          "share/bash-completion/completions/wml-lint",
          List.of("completion", "bash"),
          "share/zsh/site-functions/_wml-lint",
          List.of("completion", "zsh"),
          "share/fish/vendor_completions.d/wml-lint.fish",
          List.of("completion", "fish"));

  private Documents() {}

  /** Copies the texts that are at the top of each package. */
  static void copyTexts(Path sources, Path folder) throws IOException {
    for (String text : List.of("LICENSE", "README.md")) {
      Files.copy(sources.resolveSibling(text), folder.resolve(text));
    }
  }

  /**
   * Makes them.
   *
   * @param image whose program runs already
   */
  static void make(Path image) throws IOException, InterruptedException {
    for (Map.Entry<String, List<String>> document : MADE.entrySet()) {
      Path file = image.resolve(document.getKey());
      Files.createDirectories(file.getParent());
      List<String> command = new ArrayList<>(List.of(image.resolve("bin/wml-lint").toString()));
      command.addAll(document.getValue());
      Command.write(command, file);
    }
    // The page tells of `wml-lint lsp` too, which is what that program is.
    Path page = image.resolve(PAGE);
    Files.createSymbolicLink(page.resolveSibling("wml-language-server.1"), page.getFileName());
  }
}
