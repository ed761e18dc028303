package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/architecture.md says about who may know whom, asked of the sources. */
final class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final String ROOT = "dev.wmllint";
  private static final Pattern QUALIFIED =
      Pattern.compile("\\b((?:[a-z][a-z0-9]*\\.)+)([A-Z]\\w*)\\b");

  /** Code, without comments: a link in Javadoc is no dependency. */
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");

  /** What stands in quotes is no dependency either. */
  private static final Pattern STRING =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"");

  private static final Map<String, List<Source>> PACKAGES = read();

  /**
   * A source file.
   *
   * @param name of its class
   * @param code without comments and strings
   * @param types qualified, whether imported or written so
   */
  private record Source(String name, String code, Set<String> types) {
    static Source of(Path file) {
      try {
        String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
        String code = STRING.matcher(text).replaceAll("\"\"");
        Set<String> types = new TreeSet<>();
        Matcher matcher = QUALIFIED.matcher(code);
        while (matcher.find()) {
          types.add(matcher.group(1) + matcher.group(2));
        }
        return new Source(file.getFileName().toString().replace(".java", ""), code, types);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The sources by their packages. */
  private static Map<String, List<Source>> read() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      Map<String, List<Source>> packages = new TreeMap<>();
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        String folder = MAIN.relativize(file.getParent()).toString().replace('\\', '/');
        packages
            .computeIfAbsent(shortName(folder.replace('/', '.')), name -> new ArrayList<>())
            .add(Source.of(file));
      }
      return packages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shortName(String name) {
    return name.equals(ROOT) ? "." : name.substring(ROOT.length());
  }

  /** The packages of this module that a package uses. */
  private static Set<String> used(String name) {
    Set<String> used = new TreeSet<>();
    for (Source source : PACKAGES.get(name)) {
      for (String type : source.types()) {
        String other = type.substring(0, type.lastIndexOf('.'));
        if (other.equals(ROOT) || other.startsWith(ROOT + ".")) {
          used.add(shortName(other));
        }
      }
    }
    used.retainAll(PACKAGES.keySet());
    used.remove(name);
    return used;
  }

  @Test
  void theSourcesAreRead() {
    assertTrue(PACKAGES.get(".engine").stream().anyMatch(source -> source.name().equals("Linter")));
    assertTrue(
        used(".engine").containsAll(Set.of(".rules", ".yaml")), () -> used(".engine").toString());
  }

  @Test
  void packagesGoInNoCircle() {
    Map<String, Set<String>> uses = new TreeMap<>();
    PACKAGES.keySet().forEach(name -> uses.put(name, used(name)));
    assertEquals(Set.of(), circles(uses));
  }

  @Test
  void aCircleIsSeen() {
    Map<String, Set<String>> uses =
        Map.of(
            "top", Set.of("a"),
            "a", Set.of("b", "base"),
            "b", Set.of("c"),
            "c", Set.of("a"),
            "base", Set.of());
    assertEquals(Set.of("a", "b", "c"), circles(uses));
  }

  /** Those that come back to themselves. */
  private static Set<String> circles(Map<String, Set<String>> uses) {
    Set<String> found = new TreeSet<>();
    for (String name : uses.keySet()) {
      Set<String> reached = new TreeSet<>();
      Deque<String> open = new ArrayDeque<>(uses.get(name));
      while (!open.isEmpty()) {
        String next = open.pop();
        if (reached.add(next)) {
          open.addAll(uses.get(next));
        }
      }
      if (reached.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }

  /** The rightmost column of the table, where imports can tell. */
  @ParameterizedTest
  @CsvSource({
    ".text, .yaml .diagnostic .report",
    ".yaml, .manifest",
    ".yaml.syntax, .yaml .manifest",
    ".yaml.lines, .yaml .yaml.syntax .manifest",
    ".manifest, .diagnostic",
    ".command, .model",
    ".model, .manifest",
    ".fix, .rule .rules .diagnostic",
    ".rule, .rules",
    ".config, .rule .cli",
    ".suppress, .config",
    ".redact, .rule .rules",
    ".baseline, .report",
    ".report, .cli .config",
    ".diff, .rule .rules .diagnostic",
    ".file, .text .yaml .model .pack",
    ".scaffold, .spi .subcommand .cli",
    ".credentials, .spi .subcommand .cli",
    ".pack, .manifest .yaml",
    ".help, .subcommand .cli",
    ".spi, .subcommand .cli",
    ".engine, .report .cli .discovery",
    ".discovery, .report .cli",
  })
  void whatAPackageDoesNotKnow(String name, String unknown) {
    Set<String> known = used(name);
    known.retainAll(Set.of(unknown.split(" ")));
    assertEquals(Set.of(), known, name);
  }

  @ParameterizedTest
  @CsvSource({
    "org.snakeyaml, .yaml",
    "org.commonmark, .page",
    "picocli, .cli .help .spi .subcommand",
    "com.networknt, ''",
    "java.util.zip.Inflater, .model",
    "java.util.zip.GZIPInputStream, .model",
    "java.util.zip.ZipFile, ''",
    "java.util.zip.ZipInputStream, ''",
    "java.util.zip.ZipOutputStream, ''",
    "java.net, ''",
    "java.lang.reflect, ''",
  })
  void whoMayUseALibrary(String library, String packages) {
    Set<String> users = new TreeSet<>();
    PACKAGES.forEach(
        (name, sources) -> {
          for (Source source : sources) {
            if (source.types().stream().anyMatch(type -> isIn(type, library))) {
              users.add(name);
            }
          }
        });
    assertEquals(packages, String.join(" ", users));
  }

  private static boolean isIn(String type, String library) {
    return type.equals(library) || type.startsWith(library + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "'\\bFiles\\.(write|newOutputStream|newBufferedWriter|move|copy|create|delete)', .file",
    "'\\bFileOutputStream\\b', .cli",
    "'\\bSystem\\.(in|out|err)\\b', .cli",
    "'\\bProcessBuilder\\b', ''",
    "'\\bRuleRegistry\\.rules\\(', .engine",
  })
  void whoMayCall(String call, String packages) {
    Pattern pattern = Pattern.compile(call);
    Set<String> users = new TreeSet<>();
    PACKAGES.forEach(
        (name, sources) -> {
          if (sources.stream().anyMatch(source -> pattern.matcher(source.code()).find())) {
            users.add(name);
          }
        });
    assertEquals(packages, String.join(" ", users));
  }

  /** A rule gets all that it needs, and has no outside. */
  @Test
  void rulesTouchNoFiles() {
    for (String name :
        List.of(
            ".rule",
            ".rules",
            ".rules.command",
            ".rules.schema",
            ".manifest",
            ".yaml",
            ".yaml.lines",
            ".yaml.syntax",
            ".command",
            ".credentials")) {
      for (Source source : PACKAGES.get(name)) {
        for (String type : source.types()) {
          assertTrue(
              !isIn(type, "java.nio.file") && !isIn(type, "java.io"),
              () -> name + "." + source.name() + " uses " + type);
        }
      }
    }
  }

  @Test
  void theTableListsEveryPackage() throws IOException {
    String document = Files.readString(Path.of("../docs/architecture.md"));
    Set<String> listed = new TreeSet<>();
    Matcher matcher = Pattern.compile("(?m)^\\| `(\\.[a-z.]+)` \\|").matcher(document);
    while (matcher.find()) {
      listed.add(matcher.group(1));
    }
    assertEquals(PACKAGES.keySet(), listed);
  }
}
