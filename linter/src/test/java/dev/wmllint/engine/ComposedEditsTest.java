package dev.wmllint.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ComposedEditsTest {
  private static String applied(String text, List<Edit> edits) {
    return FixApplier.apply(
        text, List.of(new Fix(dev.wmllint.text.Message.of("all"), Safety.SAFE, edits)));
  }

  @Test
  void whatStaysIsNotCarriedAlong() {
    String first = "username: secret\nprojectId: p\n";
    ComposedEdits composed = new ComposedEdits(first);
    List<Edit> one = List.of(new Edit(new Span(0, 8), "user_name"));
    String second = applied(first, one);
    composed.add(one, second);
    List<Edit> two = List.of(Edit.insert(0, "# x\n"), new Edit(new Span(18, 27), "project_id"));
    composed.add(two, applied(second, two));
    assertEquals(
        List.of(
            new Edit(new Span(0, 8), "# x\nuser_name"), new Edit(new Span(17, 26), "project_id")),
        composed.edits());
  }

  @Test
  void theEditsLeadFromTheFirstTextToTheLast() {
    Random random = new Random(41);
    for (int i = 0; i < 3_000; i++) {
      String first = text(random, random.nextInt(20));
      ComposedEdits composed = new ComposedEdits(first);
      String last = first;
      for (int round = random.nextInt(5); round > 0; round--) {
        List<Edit> edits = edits(random, last.length());
        last = applied(last, edits);
        composed.add(edits, last);
      }
      assertEquals(last, applied(first, composed.edits()));
      int end = -1;
      for (Edit edit : composed.edits()) {
        assertTrue(edit.span().start() > end);
        end = edit.span().end();
      }
    }
  }

  private static List<Edit> edits(Random random, int length) {
    List<Edit> edits = new ArrayList<>();
    for (int at = random.nextInt(4); at <= length; at += 1 + random.nextInt(6)) {
      int end = Math.min(length, at + random.nextInt(4));
      edits.add(new Edit(new Span(at, end), text(random, random.nextInt(3))));
      at = end;
    }
    Collections.shuffle(edits, random);
    return edits;
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }
}
