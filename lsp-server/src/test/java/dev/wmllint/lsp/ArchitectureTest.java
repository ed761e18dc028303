package dev.wmllint.lsp;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/architecture.md says about the server, asked of the compiled classes. */
class ArchitectureTest {
  private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.wmllint.(**)").should().beFreeOfCycles().check(MAIN);
  }

  /** Documents know neither features nor the server, and features do not know the server. */
  @Test
  void packagesAreLayers() {
    noClasses()
        .that(resideInAPackage("dev.wmllint.lsp.document"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.wmllint.lsp.feature", "dev.wmllint.lsp.server"))
        .check(MAIN);
    noClasses()
        .that(resideInAPackage("dev.wmllint.lsp.feature"))
        .should()
        .dependOnClassesThat(resideInAPackage("dev.wmllint.lsp.server"))
        .check(MAIN);
  }

  @Test
  void classesHaveNoCycles() {
    slices().assignedFrom(new FileAssignment()).should().beFreeOfCycles().check(MAIN);
  }

  /** The simple name of the top-level class that a class belongs to. */
  private static String fileOf(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
  }

  /** A slice for each source file: a nested class may use the one around it. */
  private static final class FileAssignment implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName() + "." + fileOf(type));
    }

    @Override
    public String getDescription() {
      return "source files";
    }
  }

  /** Constructors, methods and fields, by class and name. */
  @ParameterizedTest
  @CsvSource({
    "'org.eclipse.lsp4j.(Range|Position).<init>', LspConverter",
    "'.*.logMessage', ServerLog",
    "'java.lang.Thread.<init>', Dispatcher Editor",
    "'java.lang.System.(in|setIn|setOut|setErr)', ServerMain",
    "'java.lang.Runtime.halt', ServerMain",
  })
  void whoAloneDoesSomething(String member, String names) {
    Set<String> users = new TreeSet<>();
    for (JavaClass type : MAIN) {
      Stream<JavaAccess<?>> accesses =
          Stream.of(
                  type.getAccessesFromSelf(),
                  type.getMethodReferencesFromSelf(),
                  type.getConstructorReferencesFromSelf())
              .flatMap(Set::stream);
      if (accesses.anyMatch(
          access -> (access.getTargetOwner().getName() + "." + access.getName()).matches(member))) {
        users.add(fileOf(type));
      }
    }
    assertEquals(names, String.join(" ", users));
  }

  /** It is tested without a server, and could serve a command line too. */
  @Test
  void completionKnowsNoTypeOfTheProtocol() {
    noClasses()
        .that(resideInAPackage("dev.wmllint.lsp.completion.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.eclipse.lsp4j..", "com.google.gson..", "dev.wmllint.lsp..")
                .and(not(resideInAPackage("dev.wmllint.lsp.completion.."))))
        .check(MAIN);
  }

  /** Features answer about documents; threads and what the client gets unasked are not theirs. */
  @Test
  void featuresKnowNeitherThreadsNorTheClient() {
    Set<String> others =
        Set.of(
            "Dispatcher",
            "Session",
            "Workspace",
            "LanguageClient",
            "CompletableFuture",
            "ExecutorService");
    noClasses()
        .that(resideInAPackage("dev.wmllint.lsp.feature.."))
        .should()
        .dependOnClassesThat(
            describe(
                others.stream().sorted().collect(Collectors.joining(", ")),
                type -> others.contains(fileOf(type))))
        .check(MAIN);
  }
}
