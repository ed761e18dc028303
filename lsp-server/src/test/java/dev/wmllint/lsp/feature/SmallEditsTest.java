package dev.wmllint.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.wmllint.diff.LineEdits;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallEditsTest {
  private static final List<String> PIECES =
      List.of("a", "b", "\n", "\r\n", "\r", "😀", "😁", "é", "  ", "x: y\n");

  @Test
  void onlyWhatDiffersIsTouched() {
    assertEquals(List.of(Edit.insert(4, "_")), between("user" + "name: s\n", "user_name: s\n"));
    assertEquals(List.of(), between("a\nb\n", "a\nb\n"));
    assertEquals(
        List.of(new Edit(new Span(0, 1), "1"), new Edit(new Span(4, 5), "3")),
        between("a\nb\nc\n", "1\nb\n3\n"));
  }

  @Test
  void aRenamedKeyDoesNotCarryItsSecret() {
    String before = "connection:\n  username: wJalrXUtn\n  projectId: p\n";
    String after = "connection:\n  user_name: wJalrXUtn\n  project_id: p\n";
    assertFalse(between(before, after).toString().contains("wJalrXUtn"));
  }

  @Test
  void theEditsLeadFromOneTextToTheOther() {
    Random random = new Random(41);
    for (int i = 0; i < 3_000; i++) {
      String before = text(random);
      String after = random.nextBoolean() ? text(random) : changed(before, random);
      List<Edit> edits = between(before, after);
      assertEquals(
          after,
          FixApplier.apply(
              before,
              List.of(
                  new Fix(
                      dev.wmllint.text.Message.of("diff"), dev.wmllint.fix.Safety.SAFE, edits))));
      for (Edit edit : edits) {
        assertFalse(parts(before, edit.span().start()) || parts(before, edit.span().end()));
      }
    }
  }

  private static List<Edit> between(String before, String after) {
    return SmallEdits.of(before, LineEdits.between(before, after));
  }

  private static boolean parts(String text, int at) {
    return at > 0
        && at < text.length()
        && (Character.isLowSurrogate(text.charAt(at))
            || (text.charAt(at - 1) == '\r' && text.charAt(at) == '\n'));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String changed(String text, Random random) {
    int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
    return text.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(at);
  }
}
