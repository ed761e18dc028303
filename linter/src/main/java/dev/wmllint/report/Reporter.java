package dev.wmllint.report;

import java.io.PrintStream;

/** Puts a report out in one format. */
public interface Reporter {
  void write(Report report, PrintStream out);
}
