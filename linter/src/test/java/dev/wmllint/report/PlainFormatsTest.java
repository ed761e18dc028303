package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What programs read is the same on every machine: the system's habits do not show in it. */
final class PlainFormatsTest {
  private static final Report REPORT =
      Reports.of("job.yaml", Manifests.S3.replace("  name", "  x: 1\n".repeat(12) + "  name"));

  /** A stream as it is on Windows. */
  private static final class CarriageReturns extends PrintStream {
    CarriageReturns(OutputStream out) {
      super(out, false, StandardCharsets.UTF_8);
    }

    @Override
    public void println() {
      print("\r\n");
    }

    @Override
    public void println(String text) {
      print(text + "\r\n");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEXT")
  void linesEndAlike(Format format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new CarriageReturns(bytes)) {
      REPORT.writeTo(Reports.reporter(format, false, out));
    }
    String written = bytes.toString(StandardCharsets.UTF_8);
    assertFalse(written.contains("\r"), written);
    assertEquals(Reports.write(format, REPORT), written);
  }

  @Test
  void noFilesNameIsACommandOfGithub() {
    String text = Manifests.S3.replace("small", "k80");
    String written = Reports.write(Format.TEXT, Reports.of(" ::error::x.yaml", text));
    assertTrue(written.startsWith(" \uFFFD:error::x.yaml:8:15: error: "), written);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void digitsAreAscii(Format format) {
    Locale before = Locale.getDefault();
    String expected = Reports.write(format, REPORT, true);
    try {
      // Its digits are others: U+0660 to U+0669.
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertEquals(expected, Reports.write(format, REPORT, true));
    } finally {
      Locale.setDefault(before);
    }
  }
}
