package dev.wmllint.rules.command;

import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Which program starts a file. */
final class Starters {
  /** No {@code #!} line that a system accepts is longer (Linux: {@code BINPRM_BUF_SIZE}). */
  private static final int SHEBANG_LENGTH = 256;

  private static final Set<String> KNOWN =
      Set.of("sh", "bash", "python", "python2", "python3", "th", "luajit", "lua", "perl", "ruby");

  private final OptionalInt python;

  /**
   * @param python the major version of Python that the framework's version runs on
   */
  Starters(OptionalInt python) {
    this.python = python;
  }

  /** The name of Python's interpreter under the framework's version. */
  String pythonName() {
    return "python" + (python.isPresent() ? python.getAsInt() : "");
  }

  /** The program for a file, by how its name ends. */
  Optional<String> byName(String name) {
    return switch (NearestFile.extension(name)) {
      case ".py" -> Optional.of(pythonName());
      case ".lua" -> Optional.of("th");
      case ".sh" -> Optional.of("bash");
      default -> Optional.empty();
    };
  }

  /** The program for a file, by its name or else by its first line. */
  Optional<String> of(ModelDefinition model, ModelEntry entry) {
    return byName(entry.name())
        .or(() -> model.readHead(entry, SHEBANG_LENGTH).flatMap(Starters::byShebang));
  }

  /** {@code #!/bin/bash -e}, {@code #!/usr/bin/env python3}. */
  private static Optional<String> byShebang(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (!text.startsWith("#!")) {
      return Optional.empty();
    }
    List<String> words =
        List.of(text.lines().findFirst().orElse("").substring("#!".length()).strip().split("\\s+"));
    String name = NearestFile.baseName(words.get(0));
    if (name.equals("env") && words.size() > 1) {
      name = words.get(1);
    }
    return Optional.of(name).filter(KNOWN::contains);
  }
}
