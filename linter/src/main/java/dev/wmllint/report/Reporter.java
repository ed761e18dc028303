package dev.wmllint.report;

/**
 * Puts a report out in one format. What can go out goes out file by file, as they come: a run may
 * have thousands, and only the ones with findings need to be remembered. For one thread.
 */
public interface Reporter {
  /**
   * Takes the next file, in the order of the arguments: a model definition follows the first
   * manifest that it belongs to, when it has faults.
   */
  void file(FileResult file);

  /** Ends the report. */
  void end(Tally tally, RunNumbers numbers);
}
