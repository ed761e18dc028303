package dev.wmllint;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import dev.wmllint.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/architecture.md says about who may use what, asked of the compiled classes. */
@Tag(ChosenRule.TAG)
final class ArchitectureTest {
  private static final String ROOT = "dev.wmllint";
  private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

  /**
   * Uses that close a cycle of classes today: package, user, used. The list only gets shorter: a
   * line for a cycle that is gone fails.
   */
  private static final List<String> CYCLES =
      List.of(
          ".baseline BaselineReader Baseline",
          ".command CompoundReader CommandReader",
          ".command WordReader Arithmetic",
          ".command WordReader CommandReader",
          ".command WordReader ParameterReader",
          ".file AtomicOutput AtomicFile",
          ".file PendingFile AtomicFile",
          ".fix Sketch YamlEdits",
          ".help Value CommandLineShape",
          ".model EndRecord CentralDirectory",
          ".model FolderReader ContentLook",
          ".yaml DocumentParser ManifestDocument");

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void classesHaveNoCycles() {
    SliceRule rule = slices().assignedFrom(new FileAssignment()).should().beFreeOfCycles();
    List<String> gone = new ArrayList<>();
    for (String cycle : CYCLES) {
      String[] words = cycle.split(" ", -1);
      String user = ROOT + words[0] + "." + words[1];
      String used = ROOT + words[0] + "." + words[2];
      if (!uses(user, used)) {
        gone.add(cycle);
      }
      rule = rule.ignoreDependency(inFile(user), inFile(used));
    }
    assertEquals(List.of(), gone, "remove from the list");
    for (JavaClass sealed : MAIN) {
      Class<?>[] permitted = sealed.reflect().getPermittedSubclasses();
      for (Class<?> variant : permitted == null ? new Class<?>[0] : permitted) {
        rule = rule.ignoreDependency(sealed.getName(), variant.getName());
      }
    }
    rule.check(MAIN);
  }

  private static boolean uses(String user, String used) {
    return MAIN.stream()
        .filter(inFile(user))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> inFile(used).test(dependency.getTargetClass()));
  }

  private static DescribedPredicate<JavaClass> inFile(String name) {
    return describe("in the file of " + name, type -> fileOf(type).equals(name));
  }

  /** The top-level class that a class belongs to. */
  private static String fileOf(JavaClass type) {
    return type.getBaseComponentType().getName().replaceFirst("\\$.*", "");
  }

  /** A slice for each source file: a nested class may use the one around it. */
  private static final class FileAssignment implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(fileOf(type));
    }

    @Override
    public String getDescription() {
      return "source files";
    }
  }

  @Test
  void rulesDoNotKnowOneAnother() {
    slices()
        .matching(ROOT + ".rules.(*)..")
        .should()
        .notDependOnEachOther()
        // Which files are programs of a framework: also asked by the rules of the command.
        .ignoreDependency(
            describe("rules of the command", type -> packageOf(type).equals(".rules.command")),
            describe("ModelRules", type -> type.getSimpleName().equals("ModelRules")))
        .check(MAIN);
    List<JavaClass> rules =
        MAIN.stream()
            .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
            .toList();
    assertTrue(rules.size() > 5);
    for (JavaClass rule : rules) {
      Set<String> known = usedBy(rule).map(ArchitectureTest::fileOf).collect(Collectors.toSet());
      known.retainAll(rules.stream().map(JavaClass::getName).toList());
      known.remove(rule.getName());
      assertEquals(Set.of(), known, rule.getName());
    }
  }

  /** The rightmost column of the table, where the classes show it. */
  @ParameterizedTest
  @CsvSource({
    ".text, .yaml .diagnostic .report",
    ".yaml, .manifest",
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
    Set<String> known =
        MAIN.stream()
            .filter(type -> packageOf(type).equals(name))
            .flatMap(ArchitectureTest::usedBy)
            .map(ArchitectureTest::packageOf)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(packages().contains(name), name);
    known.retainAll(Set.of(unknown.split(" ")));
    assertEquals(Set.of(), known, name);
  }

  /** The native program is built with them: docs/startup.md. */
  @Test
  void noConstantHoldsWhatTheMachineSays() {
    Set<String> asked = Set.of("getProperty", "getenv", "getDefault", "now", "systemDefault");
    List<String> askers =
        MAIN.stream()
            .flatMap(type -> type.getStaticInitializer().stream())
            .flatMap(initializer -> initializer.getMethodCallsFromSelf().stream())
            .filter(call -> asked.contains(call.getTarget().getName()))
            .map(call -> call.getDescription())
            .toList();
    assertEquals(List.of(), askers);
  }

  private static Stream<JavaClass> usedBy(JavaClass user) {
    return user.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType());
  }

  /** Without the part that all have in common: {@code .rules.command}. */
  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
  }

  private static Set<String> packages() {
    return MAIN.stream()
        .map(ArchitectureTest::packageOf)
        .collect(Collectors.toCollection(TreeSet::new));
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
    // FileName reads the bytes of a name from the URI of its file.
    "java.net, .pack",
    "java.lang.reflect, ''",
    "java.lang.ProcessBuilder, ''",
    "java.io.FileOutputStream, .cli",
  })
  void whoMayUseALibrary(String library, String packages) {
    assertEquals(
        packages, packagesWhere(type -> usedBy(type).anyMatch(used -> isIn(used, library))));
  }

  private static boolean isIn(JavaClass type, String library) {
    return type.getName().equals(library) || type.getName().startsWith(library + ".");
  }

  private static String packagesWhere(Predicate<JavaClass> condition) {
    return MAIN.stream()
        .filter(condition)
        .map(ArchitectureTest::packageOf)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Calls of methods and uses of fields, by class and name. */
  @ParameterizedTest
  @CsvSource({
    "java.nio.file.Files.(write|newOutputStream|newBufferedWriter|move|copy|create|delete).*,"
        + " .file",
    "java.lang.System.(in|out|err), .cli",
    "dev.wmllint.rules.RuleRegistry.rules, .engine",
  })
  void whoMayCall(String member, String packages) {
    Predicate<JavaAccess<?>> isIt =
        access -> (access.getTargetOwner().getName() + "." + access.getName()).matches(member);
    assertEquals(
        packages,
        packagesWhere(
            type ->
                Stream.concat(
                        type.getAccessesFromSelf().stream(),
                        type.getMethodReferencesFromSelf().stream())
                    .anyMatch(isIt)));
  }

  /** A rule gets all that it needs, and has no outside. */
  @ParameterizedTest
  @ValueSource(strings = {".rule", ".rules", ".manifest", ".yaml", ".command", ".credentials"})
  void rulesTouchNoFiles(String name) {
    List<JavaClass> inside =
        MAIN.stream().filter(type -> (packageOf(type) + ".").startsWith(name + ".")).toList();
    assertTrue(!inside.isEmpty(), name);
    for (JavaClass type : inside) {
      assertEquals(
          List.of(),
          usedBy(type)
              .filter(used -> isIn(used, "java.nio.file") || isIn(used, "java.io"))
              .toList(),
          type.getName());
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
    assertEquals(packages(), listed);
  }
}
