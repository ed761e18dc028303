package dev.wmllint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One mistake as data, from {@code testdata/mistakes/RULE.yaml}: what is changed in a right
 * manifest, and the one finding that must come of it. In paths and messages {@code STORE} stands
 * for the data's store and then for the results', {@code LOCATION} for its source or target.
 *
 * @param name file and name of the mistake
 * @param rule the rule that must speak
 * @param severity how loud
 * @param bases the manifests that the mistake is made in: s3, swift, mixed
 * @param families the forms that can express it: block, flow, json
 * @param changes what is changed, in this order
 * @param at what is underlined: {@code key PATH}, {@code value PATH}, {@code dash PATH}
 * @param says what the message must contain
 * @param fix {@code safe}, {@code unsafe} or {@code none}; empty where it does not matter
 * @param silentAfterFix whether the first fix makes the manifest right again
 */
record Mistake(
    String name,
    String rule,
    String severity,
    List<String> bases,
    List<String> families,
    List<Change> changes,
    String at,
    List<String> says,
    Optional<String> fix,
    boolean silentAfterFix) {

  /** {@code set}, {@code rename} or {@code remove}. */
  record Change(String verb, String path, Tree value) {
    void apply(Tree tree) {
      switch (verb) {
        case "set" -> tree.set(path, value.copy());
        case "rename" -> tree.rename(path, ((Tree.Scalar) value).text());
        case "remove" -> tree.remove(path);
        default -> throw new IllegalArgumentException(verb);
      }
    }
  }

  Tree applyTo(Tree base) {
    Tree tree = base.copy();
    changes.forEach(change -> change.apply(tree));
    return tree;
  }

  /** All mistakes of a folder. */
  static List<Mistake> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(Mistake::readFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Mistake> readFile(Path file) {
    String rule = file.getFileName().toString().replace(".yaml", "");
    Tree.Mapping all = (Tree.Mapping) Tree.parse(Fixture.read(file));
    return all.entries().entrySet().stream()
        .flatMap(entry -> read(rule, entry.getKey(), (Tree.Mapping) entry.getValue()).stream());
  }

  private static List<Mistake> read(String rule, String name, Tree.Mapping spec) {
    boolean forBoth = spec.toString().contains("STORE");
    if (!forBoth) {
      return List.of(new Reader(spec, "", "").mistake(rule, name));
    }
    return List.of(
        new Reader(spec, "training_data_reference[0]", "source").mistake(rule, name + " (data)"),
        new Reader(spec, "training_results_reference", "target")
            .mistake(rule, name + " (results)"));
  }

  private record Reader(Tree.Mapping spec, String store, String location) {
    Mistake mistake(String rule, String name) {
      String severity = text("severity").orElse("error");
      List<String> says = list("says", List.of());
      List<Change> changes = new ArrayList<>();
      for (String path : list("remove", List.of())) {
        changes.add(new Change("remove", path, new Tree.Scalar("", true)));
      }
      for (String verb : List.of("set", "rename")) {
        if (spec.entries().get(verb) instanceof Tree.Mapping mapping) {
          for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
            changes.add(new Change(verb, real(entry.getKey()), entry.getValue()));
          }
        }
      }
      List<String> known =
          List.of(
              "severity", "on", "forms", "remove", "set", "rename", "at", "says", "fix", "mends");
      spec.entries().keySet().stream()
          .filter(key -> !known.contains(key))
          .forEach(
              key -> {
                throw new IllegalArgumentException(name + ": " + key);
              });
      return new Mistake(
          rule + ": " + name,
          rule,
          severity,
          list("on", List.of("s3", "swift", "mixed")),
          list("forms", List.of("block", "flow", "json")),
          changes,
          text("at").map(this::real).orElseThrow(() -> new IllegalArgumentException(name)),
          says,
          text("fix"),
          text("mends").filter("true"::equals).isPresent());
    }

    private Optional<String> text(String key) {
      return spec.entries().get(key) instanceof Tree.Scalar scalar
          ? Optional.of(scalar.text())
          : Optional.empty();
    }

    private List<String> list(String key, List<String> otherwise) {
      if (spec.entries().get(key) instanceof Tree.Items items) {
        return items.items().stream().map(item -> real(((Tree.Scalar) item).text())).toList();
      }
      return text(key).map(one -> List.of(real(one))).orElse(otherwise);
    }

    private String real(String text) {
      return text.replace("STORE", store).replace("LOCATION", location);
    }
  }
}
