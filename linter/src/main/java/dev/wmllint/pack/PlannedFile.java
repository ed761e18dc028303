package dev.wmllint.pack;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file that will be packed.
 *
 * @param size in bytes, when it was listed
 * @param modified when it was listed
 */
record PlannedFile(Path source, String name, long size, FileTime modified) {}
