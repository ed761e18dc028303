package dev.wmllint.rules.command;

import dev.wmllint.manifest.Manifest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which program starts a file.
 *
 * @param python the major version of Python that the framework's version runs on
 */
record Starters(OptionalInt python) {
  /** No {@code #!} line that a system accepts is longer (Linux: {@code BINPRM_BUF_SIZE}). */
  private static final int SHEBANG_LENGTH = 256;

  private static final Set<String> KNOWN =
      Set.of("sh", "bash", "python", "python2", "python3", "th", "luajit", "lua", "perl", "ruby");

  /** The major version ends a version of the framework: 3 of {@code 1.2-py3}. */
  static Starters of(Manifest manifest, ManifestSchema schema) {
    String name = manifest.frameworkName().map(ScalarNode::value).orElse("");
    String version = manifest.frameworkVersion().map(ScalarNode::value).orElse("");
    boolean known = schema.frameworks().getOrDefault(name, List.of()).contains(version);
    return new Starters(
        known && version.matches(".*-py[23]")
            ? OptionalInt.of(version.charAt(version.length() - 1) - '0')
            : OptionalInt.empty());
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
