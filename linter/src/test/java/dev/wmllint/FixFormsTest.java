package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.engine.LintRequest;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.SourceText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * The bytes of a file have nothing to do with how it is fixed: written in another way, each fixture
 * becomes the same result, written in that way.
 */
final class FixFormsTest {
  private static final String MARK = "\uFEFF";

  private enum Written {
    WITH_MARK(StandardCharsets.UTF_8, MARK),
    UTF_16LE(StandardCharsets.UTF_16LE, MARK),
    UTF_16BE(StandardCharsets.UTF_16BE, MARK),
    CRLF(StandardCharsets.UTF_8, "") {
      @Override
      String form(String text) {
        return text.replace("\n", "\r\n");
      }
    },
    WITHOUT_LAST_LINE_END(StandardCharsets.UTF_8, "") {
      @Override
      String form(String text) {
        return text.replaceFirst("\n\\z", "");
      }
    };

    private final Charset charset;
    private final String mark;

    Written(Charset charset, String mark) {
      this.charset = charset;
      this.mark = mark;
    }

    String form(String text) {
      return text;
    }

    byte[] bytes(String text) {
      return (mark + form(text)).getBytes(charset);
    }
  }

  @TestFactory
  Stream<DynamicTest> eachFixtureInEachForm() {
    return FixTest.sources("fix")
        .filter(file -> !file.toString().contains("-mark"))
        .map(file -> dynamicTest(Fixture.TESTDATA.relativize(file).toString(), () -> check(file)));
  }

  private static void check(Path file) {
    String text = Fixture.read(file).text().replace("\r\n", "\n");
    for (Safety safety : Safety.values()) {
      String expected = fixed(text.getBytes(StandardCharsets.UTF_8), safety).text();
      assertAll(Arrays.stream(Written.values()).map(form -> same(form, text, expected, safety)));
    }
  }

  private static Executable same(Written form, String text, String expected, Safety safety) {
    return () -> {
      if (form == Written.CRLF && text.indexOf('\n') < 0) {
        return;
      }
      SourceText fixed = fixed(form.bytes(text), safety);
      assertEquals(form.form(expected), fixed.text(), () -> form + " " + safety);
      assertArrayEquals(form.bytes(expected), fixed.encode(), () -> form + " " + safety);
    };
  }

  private static SourceText fixed(byte[] bytes, Safety safety) {
    return Fixture.fix(LintRequest.of(SourceText.decode("job.yaml", bytes)), safety).source();
  }
}
