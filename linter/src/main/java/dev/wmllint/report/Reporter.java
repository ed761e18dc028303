package dev.wmllint.report;

import java.io.PrintWriter;

/** Puts a report out in one format. */
public interface Reporter {
  void write(Report report, PrintWriter out);
}
