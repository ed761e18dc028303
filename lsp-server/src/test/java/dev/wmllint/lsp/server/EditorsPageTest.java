package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.lsp.document.Settings;
import dev.wmllint.lsp.feature.CodeActions;
import dev.wmllint.lsp.feature.CommandNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/editors.md shows is what is tested with the editors, and what the server knows. */
class EditorsPageTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern SHOWN =
      Pattern.compile("<!-- file: (\\S+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);

  private static String page() throws IOException {
    return Files.readString(DOCS.resolve("editors.md"));
  }

  @Test
  void theSetUpsAreTheTestedFiles() throws IOException {
    Matcher shown = SHOWN.matcher(page());
    List<String> files = new ArrayList<>();
    while (shown.find()) {
      files.add(shown.group(1));
      assertEquals(Files.readString(DOCS.resolve(shown.group(1))), shown.group(2));
    }
    assertEquals(
        List.of("editors/neovim-0.11.lua", "editors/neovim.lua", "editors/emacs.el"), files);
  }

  @Test
  void commandsAndSettingsAreThoseOfTheServer() throws IOException {
    String page = page();
    for (String command : CommandNames.names()) {
      assertTrue(page.contains("- `" + command + "`"), command);
    }
    assertTrue(page.contains("`" + CodeActions.FIX_ALL + "`"));
    assertTrue(page.contains("the section `" + Settings.SECTION + "`"));
    for (String setting : List.of("rules", "leaveYamlToOthers", "inlayHints", "codeLens")) {
      assertTrue(page.contains("| `" + setting + "` |"), setting);
    }
  }
}
