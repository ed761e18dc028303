package dev.wmllint.pack;

import java.util.List;

/**
 * What a folder holds, before anything is written.
 *
 * @param unusedExclusions globs that nothing matched
 */
record PackPlan(List<PlannedFile> files, List<LeftOut> leftOut, List<String> unusedExclusions) {}
