package dev.wmllint.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is said of a mistake of ours. Messages of exceptions may quote a manifest, and with it a
 * secret: they are never said. Where the mistake happened is, to whoever asks for it.
 */
public final class CrashReport {
  /** The environment variable that asks for the places; set to anything, it does. */
  public static final String VARIABLE = "WML_LINT_DEBUG";

  /** More calls than lie between the program's start and any check. */
  private static final int MAX_FRAMES = 60;

  private static final int MAX_CAUSES = 5;

  private final boolean places;

  private CrashReport(boolean places) {
    this.places = places;
  }

  /**
   * Looks whether the places are asked for.
   *
   * @param environment the environment variables
   */
  public static CrashReport of(Map<String, String> environment) {
    return new CrashReport(!environment.getOrDefault(VARIABLE, "").isEmpty());
  }

  /**
   * The lines for a check that failed. They may hold what must not reach a terminal as it is.
   *
   * @param file what was looked at
   */
  public List<String> lines(LintResult.Crash crash, String file) {
    return linesOf("internal: rule " + crash.rule() + " failed on " + file, crash.cause());
  }

  /** The lines for a file that something else failed on. */
  public List<String> lines(String file, Throwable cause) {
    return linesOf("internal: " + file, cause);
  }

  /** The lines for what failed on no certain file. */
  public List<String> lines(Throwable cause) {
    return linesOf("internal", cause);
  }

  private List<String> linesOf(String what, Throwable cause) {
    List<String> lines = new ArrayList<>();
    lines.add(what + ": " + cause.getClass().getName());
    if (cause instanceof OutOfMemoryError) {
      lines.add("out of memory; " + wayOut());
    }
    Throwable next = cause;
    for (int i = 0; places && next != null && i < MAX_CAUSES; i++) {
      if (i > 0) {
        lines.add("caused by " + next.getClass().getName());
      }
      StackTraceElement[] frames = next.getStackTrace();
      for (int k = 0; k < frames.length && k < MAX_FRAMES; k++) {
        lines.add("    at " + frames[k]);
      }
      next = next.getCause();
    }
    return lines;
  }

  /** The heap of a native program cannot be changed. The launchers set the second property. */
  private static String wayOut() {
    if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
      return "use --jobs 1, or check fewer files at once";
    }
    return System.getProperty("dev.wmllint.findings") == null
        ? "give Java more with -Xmx4g"
        : "give Java more with WML_LINT_JAVA_OPTIONS=-Xmx4g";
  }
}
