package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomTest {
  @TempDir private Path folder;

  private Pom pom(String members) throws IOException {
    Path file = folder.resolve("library-2.pom");
    Files.writeString(file, "<project><artifactId>library</artifactId>" + members + "</project>");
    return Pom.read(file);
  }

  private void parent(String members) throws IOException {
    Files.writeString(
        folder.resolve("above-1.pom"),
        "<project><groupId>org.above</groupId><artifactId>above</artifactId><version>1</version>"
            + members
            + "</project>");
  }

  private static final String PARENT =
      "<parent><artifactId>above</artifactId><version>1</version></parent>";

  @Test
  void saysWhatItSaysItself() throws IOException {
    parent("<licenses><license><name>Other</name></license></licenses><url>https://above</url>");
    Pom pom =
        pom(
            PARENT
                + "<groupId>org.own</groupId><version>2</version><licenses>"
                + "<license><name>One</name><url>https://one</url></license>"
                + "<license><name> Two\n</name></license></licenses>"
                + "<scm><url>https://code</url></scm><url>https://site</url>");
    assertEquals("org.own", pom.group());
    assertEquals("org.own:library:2", pom.coordinates());
    assertEquals(
        List.of(new Pom.License("One", "https://one"), new Pom.License("Two", "")), pom.licenses());
    assertEquals(Optional.of("https://code"), pom.source());
  }

  @Test
  void asksItsParents() throws IOException {
    parent(
        "<licenses><license><name>Above</name></license></licenses>"
            + "<scm><url>https://code</url></scm>");
    Pom pom = pom(PARENT + "<url>https://site</url>");
    assertEquals("org.above:library:1", pom.coordinates());
    assertEquals(List.of(new Pom.License("Above", "")), pom.licenses());
    assertEquals(Optional.of("https://code"), pom.source());
  }

  @Test
  void namesAnAddressOfTheWebAlone() throws IOException {
    assertEquals(
        Optional.of("https://site"),
        pom("<scm><url>git@host:path</url></scm><url>https://site</url>").source());
    assertEquals(Optional.empty(), pom("<scm><url>git@host:path</url></scm>").source());
    assertEquals(List.of(), pom("").licenses());
  }

  @Test
  void refusesWhatIsNoPom() {
    assertEquals(
        "no POM: " + folder.resolve("library-2.pom"),
        assertThrows(IOException.class, () -> pom("<")).getMessage());
    assertThrows(IOException.class, () -> pom(PARENT));
  }
}
