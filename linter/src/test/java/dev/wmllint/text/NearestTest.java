package dev.wmllint.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NearestTest {
  @Test
  void halfASentence() {
    List<String> known = List.of("tensorflow", "torch");
    assertEquals("; did you mean 'tensorflow'?", Nearest.didYouMean("tensorflwo", known));
    assertEquals("", Nearest.didYouMean("caffe", known));
    assertEquals("", Nearest.didYouMean("", known));
  }

  /** The quick look passes nothing over that comparing all would find. */
  @Test
  void theNearestOfThoseThatAreNear() {
    Random random = new Random(5);
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      String word = word(random);
      List<String> known = new ArrayList<>();
      for (int k = 0; k < 12; k++) {
        known.add(word(random));
      }
      Optional<String> nearest =
          known.stream()
              .filter(candidate -> isNear(word, candidate))
              .min(Comparator.comparingInt(candidate -> Nearest.distance(word, candidate)));
      assertEquals(nearest, Nearest.of(word, known), () -> word + " of " + known);
      found += nearest.isPresent() ? 1 : 0;
    }
    assertEquals(true, found > 200);
  }

  private static boolean isNear(String word, String candidate) {
    int length = candidate.length();
    int allowed = length <= 3 ? 1 : length <= 6 ? 2 : 3;
    int most = Math.min(allowed, Math.max(word.length(), length) - 1);
    return Nearest.distance(word, candidate) <= most;
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      word.append((char) ('a' + random.nextInt(4)));
    }
    return word.toString();
  }
}
