package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The page of the manual and the completion scripts, where {@code man} and the shells look below a
 * prefix such as {@code /usr/local}. The program of the image writes them itself.
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
