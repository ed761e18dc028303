package dev.wmllint.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Holds ajv, a validator written by others in another language, to the same verdicts: what is right
 * here is right in editors too. Runs when {@code WML_LINT_AJV} names the folder {@code
 * src/test/ajv} after {@code npm ci}.
 */
class AjvTest {
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void ajvFindsTheSame() throws IOException, InterruptedException {
    String folder = System.getenv("WML_LINT_AJV");
    assumeTrue(folder != null, "WML_LINT_AJV is not set");
    assumeTrue(Files.isDirectory(Path.of(folder, "node_modules")), "npm ci has not run");

    Process node =
        new ProcessBuilder("node", Path.of(folder, "check.mjs").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, node.waitFor(), output);
    int manifests = Fixtures.valid().size() + Fixtures.invalid().size();
    assertEquals(manifests + " passed, 0 failed", output.strip());
  }
}
