package dev.wmllint.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the paths of a manifest or a configuration may lead. */
final class ReachTest {
  private static final String HOST = "leads to another computer";
  private static final String DEVICE = "leads to a device";

  @TempDir private Path root;
  private Path jobs;

  @BeforeEach
  void workTree() throws IOException {
    root = root.toRealPath();
    jobs = Files.createDirectories(root.resolve("work/jobs"));
    Files.createDirectory(root.resolve("work/.git"));
    Files.createFile(root.resolve("work/m.zip"));
    Files.createFile(root.resolve("secret.zip"));
  }

  private static String refusal(Reach reach, String path) {
    return reach.named(path).refusal().orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//host/share/m.zip",
        "\\\\host\\share\\m.zip",
        "\\\\?\\C:\\m.zip",
        "\\\\.\\pipe\\x",
        "/\\host/share",
        "//?/UNC/host/share"
      })
  void nothingOfAnotherComputer(String path) {
    assertEquals(HOST, refusal(Reach.ofComputer(jobs), path));
    assertEquals(HOST, refusal(Reach.ofManifest(jobs), path));
    assertFalse(Reach.ofComputer(jobs).hasFile(path));
  }

  @DisabledOnOs(OS.WINDOWS)
  @ParameterizedTest
  @ValueSource(strings = {"/net/host/m.zip", "/afs/cell/m.zip", "/Network/x", "/x/../net/host"})
  void nothingOfAComputerThatIsMountedWhenItIsNamed(String path) throws IOException {
    assertEquals(HOST, refusal(Reach.ofComputer(jobs), path));
    Files.createSymbolicLink(jobs.resolve("link"), Path.of(path));
    Files.createSymbolicLink(jobs.resolve("again"), Path.of("link"));
    assertEquals(HOST, refusal(Reach.ofComputer(jobs), "again/m.zip"));
  }

  @DisabledOnOs(OS.WINDOWS)
  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/proc/self/environ", "/dev", "/../dev/stdin"})
  void noDevice(String path) throws IOException {
    assertEquals(DEVICE, refusal(Reach.ofComputer(jobs), path));
    assertEquals(DEVICE, refusal(Reach.ofManifest(jobs), path));
    Files.createSymbolicLink(jobs.resolve("link"), Path.of(path));
    assertEquals(DEVICE, refusal(Reach.ofManifest(jobs), "link"));
  }

  @Test
  void theUsersOwnPlaceIsTrusted() {
    assertEquals("", refusal(Reach.ofComputer(Path.of("/net/host/home/me")), "m.zip"));
    assertEquals("", refusal(Reach.ofComputer(Path.of("/net/host/home/me")), "../you/m.zip"));
    assertEquals("", refusal(Reach.ofComputer(Path.of("/dev/shm/me")), "m.zip"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m.zip", "../m.zip", "../../work/m.zip", "./x/../../m.zip", "../none"})
  void aManifestNamesFilesOfItsWorkTree(String path) {
    assertEquals("", refusal(Reach.ofManifest(jobs), path));
    assertEquals("", refusal(Reach.ofManifest(jobs), jobs.resolve(path).toString()));
  }

  @DisabledOnOs(OS.WINDOWS)
  @Test
  void itLeadsNowhereElse() throws IOException {
    String out = "leads out of the git work tree";
    assertEquals(out, refusal(Reach.ofManifest(jobs), "../../secret.zip"));
    assertEquals(out, refusal(Reach.ofManifest(jobs), root.resolve("secret.zip").toString()));
    Files.createSymbolicLink(jobs.resolve("out"), root);
    assertEquals(out, refusal(Reach.ofManifest(jobs), "out/secret.zip"));
    assertEquals("", refusal(Reach.ofManifest(jobs), "out/work/m.zip"));
    assertEquals("", refusal(Reach.ofComputer(jobs), "out/secret.zip"));
    Files.createSymbolicLink(jobs.resolve("round"), Path.of("round"));
    assertEquals("", refusal(Reach.ofManifest(jobs), "round/m.zip"));
    Files.delete(root.resolve("work/.git"));
    assertEquals(
        "leads out of the manifest's folder, which is in no git work tree",
        refusal(Reach.ofManifest(jobs), "../m.zip"));
    assertEquals("", refusal(Reach.ofManifest(jobs), "x/m.zip"));
  }

  @Test
  void aConfigurationNamesFilesBelowItsFolder() {
    Reach reach = Reach.ofConfiguration(jobs);
    assertEquals("", refusal(reach, "build/m.zip"));
    assertEquals("leads out of the configuration's folder", refusal(reach, "../m.zip"));
  }

  @Test
  void namesOfDevicesOfWindows() {
    for (String name :
        List.of("NUL", "nul.zip", "con", "Com1", "lpt9.txt", "aux:", "CONIN$", "com¹")) {
      assertTrue(Reach.isWindowsDevice(name), name);
    }
    for (String name : List.of("null", "console", "com", "com10", "auxiliary.py", "a.nul")) {
      assertFalse(Reach.isWindowsDevice(name), name);
    }
  }

  @Test
  void theWorkTreeIsTheNearestOne() {
    assertEquals(Optional.of(root.resolve("work")), Reach.workTree(jobs));
  }
}
